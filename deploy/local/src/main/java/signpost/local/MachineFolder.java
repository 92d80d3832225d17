package signpost.local;

import java.io.IOException;
import java.nio.file.Path;
import signpost.record.UnusableFolderException;
import signpost.record.store.DataFolder;
import signpost.tools.CannotStartException;

/** Where everything is kept, held by one process; each part has a folder of its own within. */
public final class MachineFolder implements AutoCloseable {
  /** The name by which a machine’s folder is held. */
  public static final String HOLDER = "Signpost";

  private final DataFolder held;

  private MachineFolder(DataFolder held) {
    this.held = held;
  }

  /**
   * Makes the folder if need be and holds it.
   *
   * @throws CannotStartException when another process holds it or it cannot be written
   */
  public static MachineFolder hold(Path path) {
    try {
      return new MachineFolder(DataFolder.hold(path.toAbsolutePath().normalize(), HOLDER));
    } catch (UnusableFolderException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A part's own folder within. */
  public Path of(String part) {
    return held.resolve(part);
  }

  /** The absolute path. */
  public Path path() {
    return held.resolve("");
  }

  /** Whether a file within is there only because the folder is held. */
  public static boolean isLock(Path file) {
    return DataFolder.lockOf(HOLDER).equals(file.getFileName().toString());
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (IOException e) {
      throw new CannotStartException("The folder's lock could not be let go: " + e, e);
    }
  }
}
