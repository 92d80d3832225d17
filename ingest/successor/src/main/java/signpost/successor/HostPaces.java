package signpost.successor;

import java.time.Duration;
import java.util.Optional;
import signpost.web.politeness.HostPace;

/** Who may ask a host, and when: whoever asks takes a turn there first. */
public interface HostPaces {
  /** For a host that wants to be left alone for longer, nobody waits. */
  Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Waits for a turn at a host; empty where none comes within {@link #PATIENCE}.
   *
   * @param origin of the host, such as {@code https://example.org}
   */
  Optional<HostTurn> turn(String origin) throws InterruptedException;

  /** The right to ask a host once. */
  interface HostTurn {
    /** How the host is to be asked. */
    HostPace pace();

    /** Gives the turn back with how the host is to be asked from now on. */
    void end(HostPace after);
  }
}
