package signpost.web.guide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;

/** Reads a guide from a page's main content. */
final class HtmlGuide {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");

  private final Document document;
  private final ImportDraft draft;

  private HtmlGuide(Document document, Optional<WebUrl> page) {
    this.document = document;
    this.draft = new ImportDraft(base(document, page));
  }

  /** A saved page says itself where it was, in its canonical link; else relative links are lost. */
  static ImportedGuide read(byte[] bytes, Optional<String> contentType, Optional<WebUrl> base) {
    try {
      @Nullable String charset = contentType.flatMap(HtmlGuide::charset).orElse(null);
      Document document = Jsoup.parse(new ByteArrayInputStream(bytes), charset, "");
      return new HtmlGuide(document, base).read();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Optional<String> charset(String contentType) {
    Matcher found = CHARSET.matcher(contentType);
    return found.find() && Charset.isSupported(found.group(1))
        ? Optional.of(found.group(1))
        : Optional.empty();
  }

  private static Optional<WebUrl> base(Document document, Optional<WebUrl> page) {
    Optional<WebUrl> own = page.or(() -> canonical(document));
    Optional<String> base =
        Optional.ofNullable(document.selectFirst("base[href]")).map(it -> it.attr("href"));
    return base.flatMap(
            href -> own.map(it -> WebUrl.parse(href, it)).orElseGet(() -> WebUrl.parse(href)))
        .or(() -> own);
  }

  private static Optional<WebUrl> canonical(Document document) {
    return Optional.ofNullable(document.selectFirst("link[rel=canonical]"))
        .flatMap(it -> WebUrl.parse(it.attr("href")));
  }

  private ImportedGuide read() {
    Optional<Element> title = Optional.ofNullable(document.selectFirst("h1"));
    title.map(Element::text).ifPresent(draft::title);
    GuideBoilerplate.removeUnread(document);
    Element main = mainContent();
    GuideBoilerplate.removeAround(document, main);
    GuideHeadings headings = new GuideHeadings(main);
    NodeTraversor.traverse((NodeVisitor) (node, depth) -> visit(node, headings), main);
    return draft.finished(document.title().replaceFirst("\\s+[|–—-]\\s+[^|–—]*$", ""));
  }

  private Element mainContent() {
    for (String place : new String[] {"main", "[role=main]", "#main-content", "#content"}) {
      Elements found = document.select(place);
      if (found.size() == 1 && found.hasText()) {
        return found.getFirst();
      }
    }
    Elements articles = document.select("article");
    return articles.size() == 1 ? articles.getFirst() : document.body();
  }

  private void visit(Node node, GuideHeadings headings) {
    if (!(node instanceof Element element)) {
      return;
    }
    if (element.nameIs("h1")) {
      draft.title(element.text());
    }
    headings.of(element).ifPresent(draft::heading);
    if (element.nameIs("a") && element.hasAttr("href")) {
      draft.link(words(element), element.attr("href"), paragraph(element), runsOn(element));
    }
  }

  /** A card that is one link is called by its heading. */
  private static String words(Element a) {
    Element heading = a.selectFirst("h2, h3, h4, h5, h6");
    if (heading != null && heading.hasText()) {
      return heading.text();
    }
    String image = a.select("img[alt]").attr("alt");
    return a.hasText() ? a.text() : a.attr("aria-label").isEmpty() ? image : a.attr("aria-label");
  }

  /** Two links without as much as a space between them: which words belong to which is a guess. */
  private static boolean runsOn(Element a) {
    return touches(a, a.previousSibling(), false) || touches(a, a.nextSibling(), true);
  }

  private static boolean touches(Element a, @Nullable Node beside, boolean after) {
    String own = a.wholeText();
    if (own.isEmpty() || !(beside instanceof Element other) || !other.normalName().equals("a")) {
      return false;
    }
    boolean same = other.attr("href").equals(a.attr("href"));
    String joint = after ? own + other.wholeText() : other.wholeText() + own;
    int at = after ? own.length() : other.wholeText().length();
    boolean letters =
        at > 0
            && at < joint.length()
            && Character.isLetterOrDigit(joint.charAt(at - 1))
            && Character.isLetterOrDigit(joint.charAt(at));
    return letters && !same;
  }

  private static String paragraph(Element a) {
    Element block = a.closest("p, li, td, th, dd, dt, blockquote, figcaption, h2, h3, h4, h5, h6");
    if (block != null) {
      return block.text();
    }
    Element parent = a.parent();
    boolean text = parent != null && parent.textNodes().stream().anyMatch(it -> !it.isBlank());
    return text && parent != null ? parent.text() : a.text();
  }
}
