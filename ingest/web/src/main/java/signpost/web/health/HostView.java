package signpost.web.health;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the judge must know besides the target itself.
 *
 * @param incident since when the target's host is in trouble as a whole
 * @param neighbours how its other pages are, while this one is missing
 * @param ourNetworkInTrouble nothing seen now counts
 */
public record HostView(
    Optional<Instant> incident, HostNeighbours neighbours, boolean ourNetworkInTrouble) {
  /** A host of which nothing is known but good. */
  public static final HostView WELL = new HostView(Optional.empty(), HostNeighbours.WELL, false);

  /** While our own network is in trouble nobody else's is known of. */
  public static final HostView UNSEEN =
      new HostView(Optional.empty(), HostNeighbours.UNKNOWN, true);

  public HostView {
    Objects.requireNonNull(incident, "incident");
    Objects.requireNonNull(neighbours, "neighbours");
  }
}
