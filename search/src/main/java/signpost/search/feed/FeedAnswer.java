package signpost.search.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A feed as sent, or 304 to whoever has it already (RFC 9110, section 13). */
final class FeedAnswer {
  private static final MediaType ATOM = MediaType.of("application/atom+xml;charset=utf-8");

  /** RFC_1123_DATE_TIME writes days of one digit, which HTTP does not. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private FeedAnswer() {}

  static MutableHttpResponse<String> of(HttpRequest<?> request, AtomFeed feed) {
    String xml = AtomXml.of(feed);
    String tag = "W/\"" + UUID.nameUUIDFromBytes(xml.getBytes(UTF_8)) + "\"";
    MutableHttpResponse<String> answer =
        isKnown(request, tag, feed.updated())
            ? HttpResponse.notModified()
            : HttpResponse.ok(xml).contentType(ATOM);
    return answer.header("etag", tag).header("last-modified", HTTP_DATE.format(feed.updated()));
  }

  /** If the request sends a tag, the tag decides; otherwise the date does. */
  private static boolean isKnown(HttpRequest<?> request, String tag, Instant updated) {
    List<String> tags = request.getHeaders().getAll("if-none-match");
    if (!tags.isEmpty()) {
      return tags.stream()
          .flatMap(line -> Arrays.stream(line.split(",")))
          .map(String::strip)
          .anyMatch(known -> known.equals("*") || weak(known).equals(tag));
    }
    String since = request.getHeaders().get("if-modified-since");
    return since != null && !updated.truncatedTo(ChronoUnit.SECONDS).isAfter(date(since));
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }

  /** A date nobody can read is as good as none. */
  private static Instant date(String text) {
    try {
      return ZonedDateTime.parse(text, RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException _) {
      return Instant.MIN;
    }
  }
}
