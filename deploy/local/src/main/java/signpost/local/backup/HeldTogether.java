package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import signpost.record.backup.OwnersFile;
import signpost.record.store.DataFolder;

/** Things that are closed together, the last first; one that fails keeps no other open. */
final class HeldTogether implements AutoCloseable {
  private final Deque<AutoCloseable> held = new ArrayDeque<>();

  <T extends AutoCloseable> T hold(T thing) {
    held.push(thing);
    return thing;
  }

  /** Holds a part's folder, which is made for its owner alone where it is missing. */
  void hold(Path folder, String module) throws IOException {
    OwnersFile.foldersFor(folder.resolve(DataFolder.lockOf(module)));
    hold(DataFolder.hold(folder, module));
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
