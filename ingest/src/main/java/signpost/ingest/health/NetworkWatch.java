package signpost.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.ingest.health.Observation.Fails;

/**
 * Tells trouble of our own network from trouble of theirs: when so many distinct hosts that were
 * well can no longer be reached within a short time, it is us, until most can be reached again.
 * Hosts that have failed for a while witness nothing, or the dead ones, looked at together, would
 * excuse each other. Thread-safe; what it remembers need not outlive the process.
 */
public final class NetworkWatch {
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** A host that failed so long before the trouble began is no witness of it. */
  static final Duration LONG_DEAD = Duration.ofMinutes(30);

  static final int FEWEST_HOSTS = 5;
  private static final double SHARE = 0.3;

  private final Map<String, Seen> hosts = new HashMap<>();
  private Optional<Instant> troubleSince = Optional.empty();

  private record Seen(Instant at, boolean unreached, Optional<Instant> failingSince) {
    boolean witness(Instant troubleAt) {
      return !unreached || failingSince.filter(troubleAt.minus(LONG_DEAD)::isAfter).isEmpty();
    }
  }

  /**
   * Adds a visit to a target; true when our own network is in trouble now and may have made what
   * was seen. Who answers has been reached, whatever else cannot be.
   */
  public synchronized boolean add(
      String host, TargetState before, Observation observation, Instant now) {
    hosts.values().removeIf(seen -> seen.at().isBefore(now.minus(WINDOW)));
    hosts.put(host, new Seen(now, unreached(observation), failingSince(before)));
    Instant troubleAt = troubleSince.orElse(now);
    List<Seen> witnesses = hosts.values().stream().filter(it -> it.witness(troubleAt)).toList();
    long unreached = witnesses.stream().filter(Seen::unreached).count();
    boolean share = unreached >= SHARE * witnesses.size() && unreached > 0;
    boolean begins = share && unreached > 1 && witnesses.size() >= FEWEST_HOSTS;
    boolean trouble = troubleSince.isPresent() ? share : begins;
    troubleSince = trouble ? Optional.of(troubleAt) : Optional.empty();
    return trouble && unreached(observation);
  }

  private static Optional<Instant> failingSince(TargetState before) {
    return before.failures().stream().findFirst().map(TargetState.Failure::at);
  }

  /** Failures that our own end of the line can make. */
  private static boolean unreached(Observation observation) {
    return observation instanceof Fails fails
        && switch (fails.failure()) {
          case UNKNOWN_HOST, DNS_TROUBLE, REFUSED, UNREACHABLE, TIMED_OUT, CONNECTION_LOST -> true;
          case NOT_FOUND,
              GONE,
              CLIENT_ERROR,
              SERVER_ERROR,
              TLS_EXPIRED,
              TLS_WRONG_HOST,
              TLS_UNTRUSTED,
              TLS_HANDSHAKE,
              TOO_MANY_REDIRECTS,
              TOO_LARGE,
              INVALID_URL ->
              false;
        };
  }
}
