package signpost.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes sure, by writing, that a folder can be written, before whoever needs it trips over it. */
public final class WritableFolder {
  private static final String SOME_WORDS =
      "Signpost wrote this to see whether it can.\n".repeat(100);

  private WritableFolder() {}

  /**
   * Makes the folder if need be.
   *
   * @throws UnusableFolderException where it cannot be made, or no file in it written
   */
  public static Path at(Path folder) {
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "writable", ".tmp");
      try {
        Files.write(file, SOME_WORDS.getBytes(UTF_8));
      } finally {
        Files.delete(file);
      }
      return folder;
    } catch (IOException e) {
      throw new UnusableFolderException(
          "The folder %s cannot be written (%s). %s"
              .formatted(folder.toAbsolutePath().normalize(), why(e), remedy(e)),
          e);
    }
  }

  private static String why(IOException e) {
    return switch (TroubleCause.of(e).kind()) {
      case DISK_FULL -> "the disk is full";
      case NOT_WRITABLE -> "it is read-only, or somebody else’s";
      case TroubleCause.CauseKind _ -> e.toString();
    };
  }

  private static String remedy(IOException e) {
    return TroubleCause.of(e).kind() == TroubleCause.CauseKind.DISK_FULL
        ? "Make room, or choose another with --data."
        : "Make it writable, or choose another with --data.";
  }
}
