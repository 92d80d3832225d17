package signpost.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import signpost.ingest.health.Observation.Fails;

/**
 * Tells trouble of our own network from trouble of theirs: when so many distinct hosts cannot be
 * reached within a short time, it is us. Thread-safe; what it remembers need not outlive the
 * process.
 */
public final class NetworkWatch {
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int FEWEST_HOSTS = 5;
  private static final double SHARE = 0.3;

  private final Map<String, Seen> hosts = new LinkedHashMap<>();

  private record Seen(Instant at, boolean unreached) {}

  /** Adds a visit; true when our own network is in trouble now. */
  public synchronized boolean add(String host, Observation observation, Instant now) {
    hosts.remove(host);
    hosts.put(host, new Seen(now, unreached(observation)));
    hosts.values().removeIf(seen -> seen.at().isBefore(now.minus(WINDOW)));
    long unreached = hosts.values().stream().filter(Seen::unreached).count();
    return hosts.size() >= FEWEST_HOSTS && unreached >= SHARE * hosts.size() && unreached > 1;
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
