package signpost.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import signpost.record.UnusableFolderException;
import signpost.record.WritableFolder;
import signpost.tools.CannotStartException;

/** Where everything is kept, held by one process; the operating system lets go when it dies. */
public final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder if need be and holds it.
   *
   * @throws CannotStartException when another process holds it or it cannot be written
   */
  public static DataFolder hold(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      WritableFolder.at(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new CannotStartException(
            "Another Signpost is using the folder %s. Stop it, or choose another with --data."
                .formatted(folder));
      }
      return new DataFolder(folder, channel);
    } catch (UnusableFolderException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new CannotStartException(
          "The folder %s cannot be written (%s). Make it writable, or choose another with --data."
              .formatted(folder, e),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very JVM: the same answer
    }
  }

  /** A part's own folder within. */
  public Path of(String part) {
    return path.resolve(part);
  }

  /** The absolute path. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new CannotStartException("The folder's lock could not be let go: " + e, e);
    }
  }
}
