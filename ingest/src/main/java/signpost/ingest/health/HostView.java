package signpost.ingest.health;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the judge must know besides the target itself.
 *
 * @param incident since when the target's host is in trouble as a whole
 * @param massMissing several of the host's targets turned 404 together
 * @param ourNetworkInTrouble nothing seen now counts
 */
public record HostView(
    Optional<Instant> incident, boolean massMissing, boolean ourNetworkInTrouble) {
  /** A host of which nothing is known but good. */
  public static final HostView WELL = new HostView(Optional.empty(), false, false);

  public HostView {
    Objects.requireNonNull(incident, "incident");
  }
}
