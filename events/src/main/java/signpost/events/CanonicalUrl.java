package signpost.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** The identity of a page. Its rules come with {@code WebUrl}. */
public record CanonicalUrl(@JsonValue String value) {
  @JsonCreator
  public CanonicalUrl {
    Objects.requireNonNull(value, "value");
  }

  /** The identity of a URL as written, or nothing if it is not one. */
  public static Optional<CanonicalUrl> parse(String text) {
    try {
      return Optional.of(new CanonicalUrl(URI.create(text).toString()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
