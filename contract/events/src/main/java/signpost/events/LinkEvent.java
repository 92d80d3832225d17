package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import signpost.url.CanonicalUrl;

/** A transition of health, in order per target; the history that findings are opened from. */
public sealed interface LinkEvent extends Event {

  @Override
  default String topic() {
    return Topics.LINKS;
  }

  /** One target went from one state to another. */
  record LinkTransition(
      CanonicalUrl target,
      LinkHealth from,
      LinkHealth to,
      Instant at,
      Explanation explanation,
      @JsonProperty(required = true) boolean placed,
      List<Attempt> tried,
      List<Referrer> referrers)
      implements LinkEvent {
    public LinkTransition {
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(explanation, "explanation");
      tried = List.copyOf(tried);
      referrers = List.copyOf(referrers);
    }

    @Override
    public String key() {
      return target.value();
    }
  }

  /** Trouble of a whole host; {@code host} is its origin and the record key. */
  record HostTransition(
      String host,
      HostState state,
      FailureClass failure,
      Instant since,
      Instant at,
      Explanation explanation,
      List<CanonicalUrl> placed)
      implements LinkEvent {
    public HostTransition {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(explanation, "explanation");
      placed = List.copyOf(placed);
    }

    @Override
    public String key() {
      return host;
    }
  }

  /** What became of a host incident. Only {@link #DOWN} is told, and its end to who was told. */
  enum HostState {
    /** Its links' verdicts are withheld from now on. */
    @JsonProperty("in-trouble")
    IN_TROUBLE,
    /** The failure's own evidence is in. */
    @JsonProperty("down")
    DOWN,
    @JsonProperty("recovered")
    RECOVERED
  }
}
