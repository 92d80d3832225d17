package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/** The judged health of one target. A tombstone says it is no longer watched. */
public sealed interface HealthEvent extends Event {

  @Override
  default String topic() {
    return Topics.HEALTH;
  }

  /** Published at every visit of a placed resource, on transition otherwise. */
  record HealthJudged(
      CanonicalUrl target,
      LinkHealth health,
      Explanation explanation,
      @JsonProperty(required = true) boolean placed,
      Optional<String> finalUrl,
      Instant checkedAt,
      Optional<Instant> nextCheckAt,
      List<Attempt> tried,
      List<Referrer> referrers)
      implements HealthEvent {
    public HealthJudged {
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(health, "health");
      Objects.requireNonNull(explanation, "explanation");
      Objects.requireNonNull(finalUrl, "finalUrl");
      Objects.requireNonNull(checkedAt, "checkedAt");
      Objects.requireNonNull(nextCheckAt, "nextCheckAt");
      tried = List.copyOf(tried);
      referrers = List.copyOf(referrers);
    }

    @Override
    public String key() {
      return target.value();
    }
  }
}
