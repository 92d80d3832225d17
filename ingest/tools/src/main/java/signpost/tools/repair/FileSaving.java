package signpost.tools.repair;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import signpost.tools.WholeFile;

/** Writes a repaired file: whole or not at all, and never at the cost of the one before. */
public final class FileSaving {
  private FileSaving() {}

  /**
   * Writes it to another file.
   *
   * @throws RefusedException if it cannot be written; then nothing is
   */
  public static void to(Path output, Path input, GuideRepair repair) throws RefusedException {
    try {
      Path target = Files.exists(output) ? output.toRealPath() : output.toAbsolutePath();
      WholeFile.replace(target, input, repair.after());
    } catch (IOException e) {
      throw new RefusedException(output + " cannot be written (" + FileReasons.of(e) + ").");
    }
  }

  /**
   * Writes it over the file it was read from, which goes on beside it as {@code .orig}.
   *
   * @return where it goes on
   * @throws RefusedException if it cannot be written; then all is as it was
   */
  public static Path over(Path input, GuideRepair repair) throws RefusedException {
    Path original = original(input);
    try {
      Path file = input.toRealPath();
      Path kept = original(file);
      keep(file, kept);
      boolean written = false;
      try {
        if (!Arrays.equals(Files.readAllBytes(kept), repair.before())) {
          throw new RefusedException(input + " was changed meanwhile; try again.");
        }
        WholeFile.replace(file, file, repair.after());
        written = true;
      } finally {
        if (!written) {
          Files.deleteIfExists(kept);
        }
      }
      return kept;
    } catch (FileAlreadyExistsException e) {
      throw exists(original);
    } catch (IOException e) {
      throw new RefusedException(input + " cannot be written (" + FileReasons.of(e) + ").");
    }
  }

  /**
   * Where the file as it was would go on.
   *
   * @throws RefusedException if one is there already
   */
  public static void mayKeep(Path input) throws RefusedException {
    try {
      Path kept = original(Files.exists(input) ? input.toRealPath() : input);
      if (Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
        throw exists(kept);
      }
    } catch (IOException e) {
      throw new RefusedException(input + " cannot be read (" + FileReasons.of(e) + ").");
    }
  }

  private static RefusedException exists(Path kept) {
    return new RefusedException(
        kept + " is there already: it may be all there is of the original. Move it away first.");
  }

  private static Path original(Path file) {
    return file.resolveSibling(file.getFileName() + ".orig");
  }

  /** A second name for the same file costs nothing and cannot be half done; else a copy. */
  private static void keep(Path file, Path kept) throws IOException {
    try {
      Files.createLink(kept, file);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException _) {
      boolean whole = false;
      try {
        Files.copy(file, kept, StandardCopyOption.COPY_ATTRIBUTES);
        whole = true;
      } finally {
        if (!whole) {
          Files.deleteIfExists(kept);
        }
      }
    }
  }
}
