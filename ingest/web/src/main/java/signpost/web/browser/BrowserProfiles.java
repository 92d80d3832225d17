package signpost.web.browser;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folders in which browsers keep what goes when they go. */
final class BrowserProfiles {
  private static final String NAME = "signpost-browser-";
  private static final Pattern NAMED = Pattern.compile(NAME + "(\\d{1,18})-.*");
  private static final int ATTEMPTS = 3;

  /** No browser lives as long, whoever has its number now. */
  private static final Duration LONGEST_LIFE = Duration.ofHours(1);

  private BrowserProfiles() {}

  /**
   * A new one among the system's temporary files, from which those of the dead are taken. It bears
   * the number of this process.
   */
  static Path create() throws IOException {
    Path profile = Files.createTempDirectory(NAME + ProcessHandle.current().pid() + "-");
    sweep(profile, Files.getLastModifiedTime(profile).toInstant());
    return profile;
  }

  /**
   * Deletes what the dead have left beside it; what is somebody else's stays, and so does what only
   * bears such a name: others may write where temporary files are.
   */
  static void sweep(Path mine, Instant now) throws IOException {
    Path folder = mine.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    UserPrincipal me = Files.getOwner(mine, LinkOption.NOFOLLOW_LINKS);
    try (DirectoryStream<Path> profiles = Files.newDirectoryStream(folder, NAME + "*")) {
      for (Path profile : profiles) {
        if (isLeft(profile, me, now)) {
          delete(profile);
        }
      }
    }
  }

  private static boolean isLeft(Path profile, UserPrincipal me, Instant now) {
    try {
      return Files.isDirectory(profile, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(profile, LinkOption.NOFOLLOW_LINKS).equals(me)
          && isDead(
              profile.getFileName().toString(),
              Files.getLastModifiedTime(profile, LinkOption.NOFOLLOW_LINKS).toInstant(),
              now);
    } catch (IOException _) {
      return false; // Another has swept it.
    }
  }

  private static boolean isDead(String name, Instant at, Instant now) {
    Matcher named = NAMED.matcher(name);
    return at.isBefore(now.minus(LONGEST_LIFE))
        || (named.matches() && !lived(Long.parseLong(named.group(1)), at));
  }

  /** Whether the process of that number, if there is one, was there already. */
  private static boolean lived(long process, Instant at) {
    return ProcessHandle.of(process)
        .filter(it -> it.info().startInstant().filter(at.plusSeconds(1)::isBefore).isEmpty())
        .isPresent();
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
