package signpost.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a folder for one broker; the operating system lets go when the process dies. */
record FolderLock(FileChannel channel) implements AutoCloseable {
  static FolderLock of(Path folder) {
    try {
      Files.createDirectories(folder);
      return lock(folder);
    } catch (IOException e) {
      throw new BrokerCannotStartException(
          "The broker cannot write to its folder "
              + folder
              + " ("
              + e
              + "). Make it writable or choose another.",
          e);
    }
  }

  private static FolderLock lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by another broker in this JVM: the same answer as one held by another process
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw new BrokerCannotStartException(
          "Another broker is using the folder " + folder + ". Stop it or choose another folder.");
    }
    return new FolderLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
