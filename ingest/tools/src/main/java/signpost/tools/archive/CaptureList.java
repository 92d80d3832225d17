package signpost.tools.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import signpost.tools.archive.ArchiveAnswer.Captured;
import signpost.tools.archive.ArchiveAnswer.NoAnswer;
import signpost.tools.archive.ArchiveAnswer.NoCapture;
import signpost.url.WebUrl;

/**
 * What a CDX server lists of one page: an array of rows, the first with the names of the columns,
 * or nothing at all. A row that is not believed is as good as none.
 *
 * @see <a href="https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server">CDX
 *     server API</a>
 */
final class CaptureList {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** {@code 20240503101112}, in UTC. */
  static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern WWW = Pattern.compile("^www\\d*\\.");

  /** As the Wayback Machine's keys leave them out. */
  private static final Pattern SESSION_PATH =
      Pattern.compile("(?i);(?:jsessionid=[0-9a-z]{32}|cfid=[^;]+;cftoken=[^;]+)$");

  private static final Pattern SESSION =
      Pattern.compile(
          "(?i)(?:jsessionid|phpsessid|sid)=[0-9a-z]{32}|aspsessionid[a-z]{8}=[a-z]{24}|"
              + "cf(?:id|token)=.*");

  /** Letters, digits and {@code -._~}, which mean the same without (RFC 3986, 2.3). */
  private static final Pattern NEEDLESS =
      Pattern.compile("(?i)%(3\\d|[46][1-9a-f]|[57][0-9a]|2[de]|5f|7e)");

  /** How far clocks may differ. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final NoAnswer OTHER = new NoAnswer("sent no list of captures");

  private final WebUrl page;
  private final Instant now;

  private CaptureList(WebUrl page, Instant now) {
    this.page = page;
    this.now = now;
  }

  /** The newest of the captures of this page with status 200. */
  static ArchiveAnswer newest(byte[] json, WebUrl page, Instant now) {
    JsonNode rows;
    try {
      rows = JSON.readTree(json);
    } catch (IOException _) {
      return OTHER;
    }
    if (rows.isMissingNode() || (rows.isArray() && rows.isEmpty())) {
      return new NoCapture();
    }
    JsonNode names = rows.path(0);
    int stamp = column(names, "timestamp");
    int original = column(names, "original");
    int status = column(names, "statuscode");
    if (stamp < 0 || original < 0 || status < 0) {
      return OTHER;
    }
    var list = new CaptureList(page, now);
    return IntStream.range(1, rows.size())
        .mapToObj(rows::path)
        .filter(row -> row.path(status).asText().equals("200"))
        .filter(row -> list.ofThisPage(row.path(original).asText()))
        .flatMap(row -> list.at(row.path(stamp).asText()).stream())
        .max(Comparator.naturalOrder())
        .<ArchiveAnswer>map(Captured::new)
        .orElseGet(NoCapture::new);
  }

  private static int column(JsonNode names, String name) {
    return IntStream.range(0, names.size())
        .filter(i -> names.path(i).asText().equals(name))
        .findFirst()
        .orElse(-1);
  }

  private Optional<Instant> at(String stamp) {
    try {
      Instant at = LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC);
      return Optional.of(at).filter(now.plus(AHEAD)::isAfter);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private boolean ofThisPage(String original) {
    return WebUrl.parse(original)
        .filter(it -> it.web() && !it.hasUserinfo())
        .filter(it -> it.port() == 80 || it.port() == 443)
        .filter(it -> key(it).equals(key(page)))
        .isPresent();
  }

  /**
   * What archives tell pages apart by: neither scheme, "www." with or without a number and case,
   * nor a query's order, needless escapes and the number of a session.
   */
  private static String key(WebUrl url) {
    String host = WWW.matcher(url.host()).replaceFirst("");
    String path = SESSION_PATH.matcher(url.path()).replaceFirst("");
    String query =
        Arrays.stream(url.query().orElse("").split("&", -1))
            .filter(it -> !it.isEmpty() && !SESSION.matcher(it).matches())
            .map(CaptureList::plain)
            .sorted()
            .collect(Collectors.joining("&"));
    String shown = host + plain(path.endsWith("/") ? path : path + "/") + "?" + query;
    return shown.toLowerCase(Locale.ROOT);
  }

  private static String plain(String text) {
    return NEEDLESS
        .matcher(text)
        .replaceAll(it -> Character.toString(Integer.parseInt(it.group(1), 16)));
  }
}
