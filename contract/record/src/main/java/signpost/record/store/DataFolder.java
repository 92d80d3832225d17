package signpost.record.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import signpost.record.UnusableFolderException;
import signpost.record.WritableFolder;

/** A service's folder, held by one process; the operating system lets go when that dies. */
public final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Makes the folder if need be and holds it.
   *
   * @param module the name of who holds it, as {@code notifier}
   * @throws UnusableFolderException with a message for ops when it cannot be written or is in use
   */
  public static DataFolder hold(Path folder, String module) {
    try {
      WritableFolder.at(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(lockOf(module)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new UnusableFolderException(
            "Another "
                + module
                + " is using the folder "
                + folder
                + ". Stop it, or choose another folder with --data.");
      }
      return new DataFolder(folder, channel);
    } catch (IOException e) {
      throw new UnusableFolderException(
          "The folder "
              + folder
              + " cannot be made or written ("
              + e
              + "). Make it writable, or choose another with --data.");
    }
  }

  /** The name of the file by which a service holds its folder. */
  public static String lockOf(String module) {
    return module + ".lock";
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** A file in the folder. */
  public Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
