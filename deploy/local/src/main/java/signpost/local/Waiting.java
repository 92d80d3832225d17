package signpost.local;

import java.util.concurrent.CountDownLatch;

/** Keeps a command going until Ctrl-C or a signal, then closes what it started before the end. */
final class Waiting {
  private Waiting() {}

  /** Has the JVM close something on its way out, whatever sends it there. */
  static void closeAtExit(AutoCloseable running) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    running.close();
                  } catch (Exception e) {
                    System.err.println("signpost: did not stop cleanly: " + e);
                  }
                },
                "stop"));
  }

  /** Returns never; the JVM ends by a signal. */
  static void forSignal() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
