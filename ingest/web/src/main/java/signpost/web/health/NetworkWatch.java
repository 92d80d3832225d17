package signpost.web.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.web.health.NetworkState.NetworkTrouble;
import signpost.web.health.Observation.InsecureTarget;
import signpost.web.health.Observation.NotAsked;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.Observation.WalledTarget;

/**
 * Tells trouble of our own network from trouble of theirs: when so many distinct hosts that were
 * well can no longer be reached within a short time, or control URLs cannot, it is us, until most
 * can be reached again. Hosts that have failed for a while witness nothing, or the dead ones,
 * looked at together, would excuse each other. Thread-safe.
 */
public final class NetworkWatch {
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** A host that failed so long before the trouble began is no witness of it. */
  static final Duration LONG_DEAD = Duration.ofMinutes(30);

  static final int FEWEST_HOSTS = 5;
  private static final int MOST_PAST = 8;
  private static final double SHARE = 0.3;

  /** Those asked longest ago first. */
  private final Map<String, NetworkSighting> hosts = new LinkedHashMap<>();

  /** Those of them that could not be reached. */
  private final Map<String, NetworkSighting> silent = new HashMap<>();

  private NetworkState state;
  private Optional<Boolean> controlsAnswer = Optional.empty();

  private record NetworkSighting(Instant at, Optional<Instant> failingSince) {
    boolean witness(Instant troubleAt) {
      return failingSince.filter(troubleAt.minus(LONG_DEAD)::isAfter).isEmpty();
    }
  }

  public NetworkWatch() {
    this(NetworkState.WELL);
  }

  /** Goes on from what was remembered. */
  public NetworkWatch(NetworkState state) {
    this.state = state;
  }

  /** What is to be remembered. */
  public synchronized NetworkState state() {
    return state;
  }

  /** What control URLs say, where there are any: whether one of them could be reached. */
  public synchronized void controlled(boolean reached) {
    controlsAnswer = Optional.of(reached);
  }

  /**
   * Adds a visit to a target; true when our own network is in trouble now and what was seen must
   * not count. A page that plainly works has been reached, whatever else cannot be. {@code host} is
   * the one that answered or did not: many may redirect to one.
   */
  public synchronized boolean add(
      String host, TargetState before, Observation observation, Instant now) {
    forgetBefore(now.minus(WINDOW));
    see(host, new NetworkSighting(now, failingSince(before)), unreached(observation));
    Instant troubleAt = state.troubleSince().orElse(now);
    boolean trouble = trouble(troubleAt);
    if (trouble != state.troubleSince().isPresent()) {
      state = trouble ? begun(now) : ended(troubleAt, now);
    }
    return trouble && !works(observation);
  }

  /**
   * The state of a target without what was seen amid our own trouble, the quarter of an hour before
   * it was noticed included: nothing seen then counts as evidence.
   */
  public synchronized TargetState forget(TargetState before) {
    return before.without(failure -> {
      Instant at = failure.at();
      boolean now = state.troubleSince().filter(since -> amid(since, Instant.MAX, at)).isPresent();
      return now || state.past().stream().anyMatch(it -> amid(it.from(), it.to(), at));
    });
  }

  private static boolean amid(Instant from, Instant to, Instant at) {
    return !at.isBefore(from.minus(WINDOW)) && !at.isAfter(to);
  }

  private boolean trouble(Instant troubleAt) {
    if (controlsAnswer.isPresent() && !controlsAnswer.get()) {
      return true;
    }
    long unreached = silent.values().stream().filter(it -> it.witness(troubleAt)).count();
    long witnesses = hosts.size() - silent.size() + unreached;
    boolean share = unreached >= SHARE * witnesses && unreached > 0;
    boolean begins = share && unreached > 1 && witnesses >= FEWEST_HOSTS;
    return state.troubleSince().isPresent() ? share : begins;
  }

  private void see(String host, NetworkSighting seen, boolean unreached) {
    hosts.remove(host);
    hosts.put(host, seen);
    silent.remove(host);
    if (unreached) {
      silent.put(host, seen);
    }
  }

  private void forgetBefore(Instant longAgo) {
    Iterator<Map.Entry<String, NetworkSighting>> oldest = hosts.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<String, NetworkSighting> next = oldest.next();
      if (!next.getValue().at().isBefore(longAgo)) {
        return;
      }
      oldest.remove();
      silent.remove(next.getKey());
    }
  }

  private NetworkState begun(Instant now) {
    return new NetworkState(Optional.of(now), state.past());
  }

  private NetworkState ended(Instant from, Instant now) {
    List<NetworkTrouble> past = new ArrayList<>(state.past());
    past.add(new NetworkTrouble(from, now));
    return new NetworkState(
        Optional.empty(), past.subList(Math.max(0, past.size() - MOST_PAST), past.size()));
  }

  private static Optional<Instant> failingSince(TargetState before) {
    return before.failures().stream().findFirst().map(TargetState.FailedVisit::at);
  }

  private static boolean works(Observation seen) {
    return switch (seen) {
      case TargetWorks it -> it.ending().isEmpty();
      case StillThere _ -> true;
      case TargetFails _, WalledTarget _, InsecureTarget _, NotAsked _ -> false;
    };
  }

  /** Failures that our own end of the line can make. */
  public static boolean unreached(Observation observation) {
    return observation instanceof TargetFails fails
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
