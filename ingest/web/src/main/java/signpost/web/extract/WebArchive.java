package signpost.web.extract;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import signpost.url.WebUrl;

/** Where national archives and the Internet Archive keep pages. */
public final class WebArchive {
  private static final String ADDRESS =
      "https?://(?:webarchive\\.|web\\.archive\\.org/|[^/\"']{0,80}\\.mirrorweb\\.com/)";

  private static final Pattern KEPT = Pattern.compile("(?i)^" + ADDRESS);

  private static final Pattern LINK =
      Pattern.compile("(?i)\\bhref\\s?=\\s?[\"'](" + ADDRESS + "[^\"'\\s<>]{1,1000})[\"']");

  private WebArchive() {}

  static boolean keeps(String href) {
    return KEPT.matcher(href).find();
  }

  /** The archived copy of a page to which the site's answer, such as one with 404, links. */
  public static Optional<String> copyOf(WebUrl page, String html) {
    String address = page.host() + page.path();
    return LINK.matcher(html)
        .results()
        .map(MatchResult::group)
        .map(link -> link.substring(link.indexOf("http"), link.length() - 1).replace("&amp;", "&"))
        .filter(href -> page.path().length() > 1 && href.contains(address))
        .findFirst();
  }
}
