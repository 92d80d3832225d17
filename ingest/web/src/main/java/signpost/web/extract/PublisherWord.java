package signpost.web.extract;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a publisher's own records say of a page that is no longer what it was.
 *
 * @param text the publisher's reason, on one line; empty where none is given
 * @param at when that was
 * @param to the address that is named in its place
 */
public record PublisherWord(
    PublisherWordKind kind, String text, Optional<Instant> at, Optional<String> to) {

  /** What became of the page. */
  public enum PublisherWordKind {
    /** It is there still, and its publisher does not stand behind it. */
    WITHDRAWN,
    /** It was taken down. */
    REMOVED,
    /** Its address leads elsewhere. */
    MOVED
  }

  public PublisherWord {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(to, "to");
  }
}
