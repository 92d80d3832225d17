package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Something an owner should act on, as pages and search show it. No people in it. */
public sealed interface FindingEvent extends Event {

  @Override
  default String topic() {
    return Topics.FINDINGS;
  }

  /**
   * The state of one finding. {@code subject} is the target or page URL, or a host's origin; {@code
   * answer} what an owner decided, in words.
   */
  record FindingChanged(
      String finding,
      String subject,
      FindingKind kind,
      FindingState state,
      String summary,
      Explanation explanation,
      Instant openedAt,
      Optional<Instant> resolvedAt,
      Optional<String> answer,
      List<PlacementRef> placements)
      implements FindingEvent {
    public FindingChanged {
      Objects.requireNonNull(finding, "finding");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(summary, "summary");
      Objects.requireNonNull(explanation, "explanation");
      Objects.requireNonNull(openedAt, "openedAt");
      Objects.requireNonNull(resolvedAt, "resolvedAt");
      Objects.requireNonNull(answer, "answer");
      placements = List.copyOf(placements);
    }

    @Override
    public String key() {
      return finding;
    }
  }

  /** What is wrong. */
  enum FindingKind {
    @JsonProperty("broken")
    BROKEN,
    @JsonProperty("gone-in-place")
    GONE_IN_PLACE,
    @JsonProperty("moved")
    MOVED,
    @JsonProperty("host-down")
    HOST_DOWN,
    @JsonProperty("tls-problem")
    TLS_PROBLEM,
    @JsonProperty("changed")
    CHANGED
  }

  /** Where a finding is in its life. */
  enum FindingState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("snoozed")
    SNOOZED,
    @JsonProperty("ignored")
    IGNORED,
    @JsonProperty("resolved")
    RESOLVED
  }
}
