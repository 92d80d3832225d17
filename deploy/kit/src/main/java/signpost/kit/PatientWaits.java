package signpost.kit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long any test waits for what must happen: so long that only what stands still is given up, on
 * however slow a machine. No test says otherwise, and none says how long something may take:
 * benches measure that.
 */
public final class PatientWaits implements LauncherSessionListener {
  /** For what Awaitility does not wait for, as a socket. */
  public static final Duration LONG = Duration.ofMinutes(5);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LONG);
  }
}
