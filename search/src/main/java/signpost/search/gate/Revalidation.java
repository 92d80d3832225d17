package signpost.search.gate;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whoever has an answer already that nothing is new (RFC 9110, section 13). */
public final class Revalidation {
  private Revalidation() {}

  /** Gives an answer with this body its tag, and takes the body away where it is known. */
  public static void of(HttpRequest<?> request, MutableHttpResponse<?> response, byte[] body) {
    EntityTag tag = EntityTag.of(body);
    response.header("etag", tag.text());
    if (isKnown(request, response, tag)) {
      response.status(HttpStatus.NOT_MODIFIED).body(null);
      response.getHeaders().remove("content-type");
    }
  }

  /** If the request sends a tag, the tag decides; otherwise the date does. */
  private static boolean isKnown(
      HttpRequest<?> request, MutableHttpResponse<?> response, EntityTag tag) {
    if (EntityTag.isAskedWith(request)) {
      return tag.isKnown(request);
    }
    Optional<Instant> since = date(request.getHeaders().get("if-modified-since"));
    Optional<Instant> changed = date(response.getHeaders().get("last-modified"));
    return since.isPresent() && changed.filter(it -> !it.isAfter(since.get())).isPresent();
  }

  /** A date nobody can read is as good as none. */
  private static Optional<Instant> date(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(it -> ZonedDateTime.parse(it, RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
