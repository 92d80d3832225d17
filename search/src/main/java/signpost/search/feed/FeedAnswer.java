package signpost.search.feed;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import signpost.search.gate.EntityTag;

/** A feed as sent, or 304 to whoever has it already (RFC 9110, section 13). */
final class FeedAnswer {
  /** RFC_1123_DATE_TIME writes days of one digit, which HTTP does not. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private FeedAnswer() {}

  /** Of a feed that is written in this form already. */
  static MutableHttpResponse<String> of(
      HttpRequest<?> request, WebFeed feed, FeedForm form, String written) {
    EntityTag tag = EntityTag.of(written);
    MutableHttpResponse<String> answer =
        isKnown(request, tag, feed.updated())
            ? HttpResponse.notModified()
            : HttpResponse.ok(written).contentType(form.type());
    return answer
        .header("etag", tag.text())
        .header("last-modified", HTTP_DATE.format(feed.updated()));
  }

  /** If the request sends a tag, the tag decides; otherwise the date does. */
  private static boolean isKnown(HttpRequest<?> request, EntityTag tag, Instant updated) {
    if (EntityTag.isAskedWith(request)) {
      return tag.isKnown(request);
    }
    String since = request.getHeaders().get("if-modified-since");
    return since != null && !updated.truncatedTo(ChronoUnit.SECONDS).isAfter(date(since));
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
