package signpost.ingest.revision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is remembered of a page's content: the reading last told, one that has been seen once, and
 * fingerprints of late, so that a page that swings between two faces is not a page that changes.
 *
 * @param restless how many different readings have been seen in a row without one being confirmed
 */
public record RevisionState(
    @JsonProperty(required = true) int revision,
    Reading told,
    Optional<Instant> changedAt,
    Optional<Pending> pending,
    List<Seen> lately,
    @JsonProperty(required = true) int restless) {
  public RevisionState {
    Objects.requireNonNull(told, "told");
    Objects.requireNonNull(changedAt, "changedAt");
    Objects.requireNonNull(pending, "pending");
    lately = List.copyOf(lately);
  }

  /** A reading seen once, and when first. */
  public record Pending(String fingerprint, Instant firstAt) {
    public Pending {
      Objects.requireNonNull(fingerprint, "fingerprint");
      Objects.requireNonNull(firstAt, "firstAt");
    }
  }

  /** A fingerprint and when it was last seen. */
  public record Seen(String fingerprint, Instant at) {
    public Seen {
      Objects.requireNonNull(fingerprint, "fingerprint");
      Objects.requireNonNull(at, "at");
    }
  }
}
