package signpost.web.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import signpost.url.WebUrl;

/** Which language a page says it is in, and where it is in others. */
final class Languages {
  private static final int MOST = 50;
  private static final Predicate<String> TAG =
      Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}").asMatchPredicate();

  private static final Predicate<String> ALTERNATE =
      Pattern.compile("(?i)(^|\\s)alternate(\\s|$)").asPredicate();

  private Languages() {}

  static Optional<String> stated(Document document) {
    Element html = document.selectFirst("html");
    return html == null ? Optional.empty() : tag(html.attr("lang"));
  }

  /** The page in other languages than its own, which its regions are not ("en-GB" is "en"). */
  static List<Translation> others(Document document, WebUrl base) {
    String own = stated(document).map(Languages::primary).orElse("");
    return document.getElementsByAttribute("hreflang").stream()
        .filter(link -> ALTERNATE.test(link.attr("rel")))
        .flatMap(link -> translation(link, base).stream())
        .filter(other -> !primary(other.language()).equals(own) && !other.url().equals(base))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Optional<Translation> translation(Element link, WebUrl base) {
    return tag(link.attr("hreflang"))
        .flatMap(language ->
            WebUrl.parse(link.attr("href"), base)
                .filter(WebUrl::web)
                .map(url -> new Translation(language, url.withoutFragment())));
  }

  static Optional<String> tag(String stated) {
    return Optional.of(stated.strip()).filter(TAG);
  }

  private static String primary(String tag) {
    return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
  }
}
