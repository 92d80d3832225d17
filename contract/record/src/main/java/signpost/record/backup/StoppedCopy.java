package signpost.record.backup;

import java.io.InterruptedIOException;

/** A copy that its user stops ends between two rows, and takes back what it did. */
public final class StoppedCopy {
  private StoppedCopy() {}

  /** What is taken back then is not disturbed by the same signal. */
  public static void refuse() throws InterruptedIOException {
    if (Thread.interrupted()) {
      throw new InterruptedIOException("it was stopped");
    }
  }

  /** From now on it is being taken back; whoever waits or writes for that is not interrupted. */
  public static void takeBack() {
    boolean _ = Thread.interrupted();
  }
}
