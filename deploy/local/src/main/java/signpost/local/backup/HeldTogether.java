package signpost.local.backup;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Things that are closed together, the last first; one that fails keeps no other open. */
final class HeldTogether implements AutoCloseable {
  private final Deque<AutoCloseable> held = new ArrayDeque<>();

  <T extends AutoCloseable> T hold(T thing) {
    held.push(thing);
    return thing;
  }

  @Override
  public void close() throws IOException {
    IOException failed = null;
    while (!held.isEmpty()) {
      try {
        held.pop().close();
      } catch (Exception e) { // whatever it is, the others are to be closed
        IOException next = e instanceof IOException file ? file : new IOException(e);
        if (failed == null) {
          failed = next;
        } else {
          failed.addSuppressed(next);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
