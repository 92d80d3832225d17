package signpost.record.backup;

import java.io.InterruptedIOException;

/** A copy that its user stops ends between two rows, and takes back what it did. */
final class StoppedCopy {
  private StoppedCopy() {}

  /** What is taken back then is not disturbed by the same signal. */
  static void refuse() throws InterruptedIOException {
    if (Thread.interrupted()) {
      throw new InterruptedIOException("it was stopped");
    }
  }
}
