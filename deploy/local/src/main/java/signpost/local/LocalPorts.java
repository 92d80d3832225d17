package signpost.local;

import java.io.IOException;
import signpost.broker.FreePort;
import signpost.tools.CannotStartException;

/** Finds out whether something may listen on a port of this machine before it tries to. */
public final class LocalPorts {
  private LocalPorts() {}

  /**
   * Binds and lets go.
   *
   * @param option the command-line option that chooses another port, for the message
   * @throws CannotStartException when the port is in use or not allowed
   */
  public static void checkFree(String host, int port, String option) {
    try {
      FreePort.tryToListen(host, port);
    } catch (IOException e) {
      throw new CannotStartException(
          "Port %d cannot be had (%s). Stop what uses it, or choose another with %s."
              .formatted(port, e.getMessage(), option),
          e);
    }
  }
}
