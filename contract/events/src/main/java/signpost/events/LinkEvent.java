package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/**
 * A transition of health, in order per target; the history that findings are opened from. Where a
 * target went is told behind the transition that says that it ended.
 */
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

  /** Something that befell a whole site; {@code host} is its origin and the record key. */
  sealed interface SiteTransition extends LinkEvent {
    String host();

    /** The resources there that guides lead to. */
    List<CanonicalUrl> placed();

    Instant at();

    @Override
    default String key() {
      return host();
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
      implements SiteTransition {
    public HostTransition {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(explanation, "explanation");
      placed = List.copyOf(placed);
    }
  }

  /**
   * Whether a name that guides lead to goes on: told of each site of it, once more at each look
   * while it is in doubt. {@code host} is the site's origin and the record key.
   *
   * @param until when the registration of {@code domain} ends, as its registry said last
   */
  record DomainTransition(
      String host,
      String domain,
      DomainState state,
      Optional<Instant> until,
      Instant at,
      Explanation explanation,
      List<CanonicalUrl> placed)
      implements SiteTransition {
    public DomainTransition {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(domain, "domain");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(explanation, "explanation");
      placed = List.copyOf(placed);
    }
  }

  /** Whether a name is in doubt, by its registration. */
  enum DomainState {
    /** It ends within 30 days, has ended, or began anew, so that the name may be another's. */
    @JsonProperty("ending")
    ENDING,
    @JsonProperty("renewed")
    RENEWED
  }

  /** Where a target that ended went, or that it was looked for in vain. The last one counts. */
  record SuccessorFound(CanonicalUrl target, PageSuccessor successor, Instant at)
      implements LinkEvent {
    public SuccessorFound {
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(successor, "successor");
      Objects.requireNonNull(at, "at");
    }

    @Override
    public String key() {
      return target.value();
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
