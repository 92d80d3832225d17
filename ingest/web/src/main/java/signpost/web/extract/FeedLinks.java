package signpost.web.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;

/** The feed that a page names in its head. */
public final class FeedLinks {
  /** Heads are at the beginning. */
  private static final int READ = 64 << 10;

  /** Most pages name none, and need not be parsed for it; the plus may be an entity. */
  private static final Pattern TYPE =
      Pattern.compile("application/(?:rss|atom)", Pattern.CASE_INSENSITIVE);

  private static final String NAMED =
      "link[rel~=(?i)\\balternate\\b][type~=(?i)application/(?:rss|atom)\\+xml][href]";

  private FeedLinks() {}

  /** The first on the page's own host: a second one is mostly that of its comments. */
  public static Optional<WebUrl> first(Answered answer) {
    byte[] bytes = answer.body().bytes();
    if (MediaKind.of(bytes, answer.headers().first("content-type")) != MediaKind.HTML) {
      return Optional.empty();
    }
    String head = new String(bytes, 0, Math.min(bytes.length, READ), ISO_8859_1);
    if (!TYPE.matcher(head).find()) {
      return Optional.empty();
    }
    return Jsoup.parse(head).select(NAMED).stream()
        .flatMap(it -> WebUrl.parse(it.attr("href"), answer.finalUrl()).stream())
        .filter(it -> it.origin().equals(answer.finalUrl().origin()))
        .findFirst();
  }
}
