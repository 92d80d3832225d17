package signpost.record.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Files and folders that their owner alone can read, and that are there after a loss of power. */
public final class OwnersFile {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnersFile() {}

  /** Makes a file that must not be there yet. */
  static FileChannel make(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(FILE));
  }

  /** Makes a file, or opens the one that is there, as it is. */
  static FileChannel open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(FILE));
    try {
      restrict(file);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Takes from all others what they may do with a file. */
  public static void restrict(Path file) throws IOException {
    Files.setPosixFilePermissions(file, FILE);
  }

  /** Makes the folders that a file is to be in, where they are missing. */
  public static void foldersFor(Path file) throws IOException {
    Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(FOLDER));
  }

  /**
   * Puts a file or a folder into its place on the same disk, for good. Where its name cannot be
   * brought to the disk, or whoever does it is interrupted, it is where it was.
   */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    try {
      keep(folderOf(to));
    } catch (IOException e) {
      takeBack(from, to, e);
      throw e;
    }
  }

  private static void takeBack(Path from, Path to, IOException why) {
    try {
      moveBack(from, to);
    } catch (IOException e) {
      why.addSuppressed(e);
      throw new UnusableBackup(
          "%s was put in its place, and then the disk failed (%s). Move it away, and try again."
              .formatted(to, why),
          why);
    }
  }

  /** Takes back what was moved. That it may come again after a loss of power is no failure. */
  public static void moveBack(Path from, Path to) throws IOException {
    Files.move(to, from, StandardCopyOption.ATOMIC_MOVE);
    try {
      keep(folderOf(from));
      keep(folderOf(to));
    } catch (IOException _) {
      // it is back all the same
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /** Brings to the disk what is called how in a folder. */
  public static void keep(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
