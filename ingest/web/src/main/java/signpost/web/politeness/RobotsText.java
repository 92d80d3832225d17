package signpost.web.politeness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;

/**
 * One parsed robots.txt, as far as it speaks to our agent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
public final class RobotsText {
  /** Octets we read; the RFC asks for 500 KiB at least. */
  static final int READ = 1_048_576;

  private static final String ITSELF = "/robots.txt";

  private final List<RobotsRule> rules;
  private final Optional<Duration> crawlDelay;
  private final List<String> sitemaps;

  /** Whether a URL may be asked for, and the line that decided it, as written; none if none did. */
  public record RobotsRuling(boolean allowed, Optional<String> rule) {}

  private RobotsText(String text) {
    RobotsReader reader = RobotsReader.read(text);
    this.rules =
        reader.rules().stream()
            .sorted(
                Comparator.comparingInt(RobotsRule::octets)
                    .reversed()
                    .thenComparing(rule -> !rule.allow()))
            .toList();
    this.crawlDelay = reader.crawlDelay();
    this.sitemaps = reader.sitemaps();
  }

  static RobotsText of(String text) {
    return new RobotsText(text);
  }

  /** As the crawler would read it: of more than we read, the last whole line is the end. */
  public static RobotsText read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(READ + 1);
    return of(decoded(Arrays.copyOf(bytes, Math.min(bytes.length, READ)), bytes.length > READ));
  }

  /** What the bytes say: in UTF-8, as the RFC asks, or in the UTF-16 that some editors save. */
  static String decoded(byte[] bytes, boolean cutOff) {
    String text = new String(bytes, charset(bytes)).replace("\0", "");
    return cutOff ? wholeLines(text) : text;
  }

  private static Charset charset(byte[] bytes) {
    int first = bytes.length < 2 ? 1 : bytes[0] & 0xFF;
    int second = bytes.length < 2 ? 1 : bytes[1] & 0xFF;
    if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    boolean little = (first == 0xFF && second == 0xFE) || (first != 0 && second == 0);
    return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  /** A line cut in two by our limit would say something else than it did. */
  private static String wholeLines(String text) {
    return text.substring(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  }

  /** Longest match, allow wins, and robots.txt itself is always allowed (RFC 9309 §2.2.2). */
  public RobotsRuling ruling(WebUrl url) {
    String path = RobotsPath.ofUrl(url.target());
    if (url.path().equals(ITSELF)) {
      return new RobotsRuling(true, Optional.empty());
    }
    return rules.stream()
        .filter(rule -> rule.matches(path))
        .findFirst()
        .map(rule -> new RobotsRuling(rule.allow(), Optional.of(rule.line())))
        .orElseGet(() -> new RobotsRuling(true, Optional.empty()));
  }

  /** The sitemaps it names, of the site that an address is of; what is no address is left out. */
  List<WebUrl> sitemaps(WebUrl url) {
    return sitemaps.stream()
        .flatMap(it -> WebUrl.parse(it, url).stream())
        .filter(WebUrl::web)
        .distinct()
        .toList();
  }

  RobotsVerdict verdict(WebUrl url) {
    RobotsRuling ruling = ruling(url);
    return ruling.allowed()
        ? new RobotsVerdict.Allowed(crawlDelay)
        : new RobotsVerdict.Disallowed(ruling.rule().orElse(""));
  }
}
