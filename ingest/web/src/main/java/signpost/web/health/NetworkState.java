package signpost.web.health;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is remembered of our own network, over a restart too.
 *
 * @param troubleSince while it is in trouble
 * @param past the newest times of trouble that are over, oldest first
 */
public record NetworkState(Optional<Instant> troubleSince, List<NetworkTrouble> past) {
  public static final NetworkState WELL = new NetworkState(Optional.empty(), List.of());

  public NetworkState {
    Objects.requireNonNull(troubleSince, "troubleSince");
    past = List.copyOf(past);
  }

  /** A time in which nothing that failed counts. */
  public record NetworkTrouble(Instant from, Instant to) {
    public NetworkTrouble {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }
}
