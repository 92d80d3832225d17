package signpost.kit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Stops the shared broker at the end of a test process; apart from it, so that tests need no
 * launcher.
 */
public final class StopSharedBroker implements LauncherSessionListener {
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    SharedBroker.stop();
  }
}
