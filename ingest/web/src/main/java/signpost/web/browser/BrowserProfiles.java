package signpost.web.browser;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The folders in which browsers keep what goes when they go. */
final class BrowserProfiles {
  private static final String NAME = "signpost-browser-";
  private static final int ATTEMPTS = 3;

  /** No browser lives as long: whoever made such a folder has died. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(1);

  private BrowserProfiles() {}

  /** A new one among the system's temporary files, from which those of the dead are taken. */
  static Path create() throws IOException {
    Path profile = Files.createTempDirectory(NAME);
    Instant now = Files.getLastModifiedTime(profile).toInstant();
    sweep(profile.toAbsolutePath().getParent(), now.minus(LONGEST_LIFE));
    return profile;
  }

  /** Deletes what is older there; what is somebody else's stays. */
  static void sweep(@Nullable Path folder, Instant before) throws IOException {
    if (folder == null) {
      return;
    }
    try (DirectoryStream<Path> profiles = Files.newDirectoryStream(folder, NAME + "*")) {
      for (Path profile : profiles) {
        if (isOlder(profile, before)) {
          delete(profile);
        }
      }
    }
  }

  private static boolean isOlder(Path profile, Instant before) {
    try {
      return Files.getLastModifiedTime(profile).toInstant().isBefore(before);
    } catch (IOException _) {
      return false; // Another has swept it.
    }
  }

  /** Nobody writes there any more, but for one that could not be ended. */
  static void delete(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try {
        Files.walkFileTree(folder, new TreeDeletion());
      } catch (IOException _) {
        // Something came into a folder while it was being emptied.
      }
    }
  }

  private static final class TreeDeletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE; // It went by itself.
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
