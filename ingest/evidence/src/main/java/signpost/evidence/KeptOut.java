package signpost.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import signpost.url.UrlSecrets;
import signpost.web.fetch.FetchOutcome.Answered;

/** Why nothing of an answer is kept. */
public enum KeptOut {
  NO_ARCHIVE("its publisher asks that no copy be kept (noarchive)"),
  CREDENTIALS("its address has a password or a key in it"),
  REMOVED("its captures were removed by request");

  /** What says so stands in the head of a page; so much of a page holds it. */
  private static final int HEAD = 256 << 10;

  private final String words;

  KeptOut(String words) {
    this.words = words;
  }

  /** As the end of a sentence. */
  public String words() {
    return words;
  }

  /** Why an answer must not be kept; empty where it may be. */
  static Optional<KeptOut> of(Answered answer) {
    if (UrlSecrets.in(answer.requested()) || UrlSecrets.in(answer.finalUrl())) {
      return Optional.of(CREDENTIALS);
    }
    return forbids(answer.headers().all("x-robots-tag").stream()) || forbidsInPage(answer)
        ? Optional.of(NO_ARCHIVE)
        : Optional.empty();
  }

  /** Rules for other robots by their names do not bind us; those for all and for us do. */
  private static boolean forbids(Stream<String> values) {
    return values
        .flatMap(value -> Stream.of(value.split(",")))
        .map(rule -> rule.strip().toLowerCase(Locale.ROOT))
        .anyMatch(rule -> rule.equals("noarchive") || rule.matches("signpost\\s*:\\s*noarchive"));
  }

  private static boolean forbidsInPage(Answered answer) {
    String type = answer.headers().first("content-type").orElse("text/html");
    if (!type.toLowerCase(Locale.ROOT).contains("html")) {
      return false;
    }
    byte[] page = answer.body().bytes();
    Document head = Jsoup.parse(new String(page, 0, Math.min(page.length, HEAD), ISO_8859_1));
    return forbids(
        head.select("meta[name]").stream()
            .filter(meta -> meta.attr("name").strip().matches("(?i)robots|signpost"))
            .map(meta -> meta.attr("content")));
  }
}
