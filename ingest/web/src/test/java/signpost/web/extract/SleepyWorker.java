package signpost.web.extract;

import java.util.concurrent.CountDownLatch;

/** A worker process that never answers. */
final class SleepyWorker {
  private SleepyWorker() {}

  /** Waits for what never comes, until it is killed. */
  public static void main(String[] args) throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
