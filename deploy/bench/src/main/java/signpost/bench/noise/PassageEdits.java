package signpost.bench.noise;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import signpost.sample.noise.PagePlaces;

/** Writes in the words of a page; each says whether it found where. */
final class PassageEdits {
  private PassageEdits() {}

  /** The first passage in which the pattern is found. */
  static boolean replace(Document page, String pattern, String with) {
    Pattern compiled = Pattern.compile(pattern);
    for (Element element : PagePlaces.main(page).getAllElements()) {
      for (TextNode text : element.textNodes()) {
        if (compiled.matcher(text.getWholeText()).find()) {
          text.text(compiled.matcher(text.getWholeText()).replaceFirst(with));
          return true;
        }
      }
    }
    return false;
  }

  /** The helpline's number, in words and in the link under them. */
  static boolean phone(Document page, UnaryOperator<String> change) {
    Element link = PagePlaces.main(page).selectFirst("a[href^=tel:0300]");
    if (link == null) {
      return false;
    }
    String number = change.apply(link.text());
    link.text(number).attr("href", "tel:" + number.replace(" ", ""));
    return true;
  }

  /** Running text in the middle of the page. */
  static Optional<Element> middle(Document page) {
    List<Element> all = PagePlaces.paragraphs(page);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() / 2));
  }

  static boolean inMiddle(Document page, UnaryOperator<String> change) {
    Optional<Element> middle = middle(page);
    Optional<String> changed = middle.map(Element::text).map(change);
    if (changed.isEmpty() || changed.equals(middle.map(Element::text))) {
      return false;
    }
    middle.get().text(changed.get());
    return true;
  }

  static boolean after(Document page, String html) {
    Optional<Element> middle = middle(page);
    middle.ifPresent(it -> it.after(html));
    return middle.isPresent();
  }
}
