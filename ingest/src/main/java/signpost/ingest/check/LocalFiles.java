package signpost.ingest.check;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import signpost.events.WebUrl;
import signpost.ingest.check.Verdict.Kind;

/** Files that are given, and files they link to. */
final class LocalFiles {
  private static final Pattern FRAGMENTS = Pattern.compile("(?i).*\\.(x?html?|md|markdown)");
  private static final long LARGEST = 50L << 20;

  private final Follower follower;
  private final Options options;

  LocalFiles(Follower follower, Options options) {
    this.follower = follower;
    this.options = options;
  }

  Verdict visit(Target target, WebUrl url) {
    Path path;
    try {
      path = Path.of(URI.create("file://" + url.path()));
    } catch (IllegalArgumentException | FileSystemNotFoundException _) {
      return Verdict.of(Kind.BROKEN, "not the name of a file");
    }
    boolean links = target.depth() < options.depth();
    try {
      if (!Files.exists(path)) {
        return Verdict.of(Kind.BROKEN, "there is no such file");
      }
      boolean read = links || FRAGMENTS.matcher(path.toString()).matches();
      if (Files.isRegularFile(path) && read && Files.size(path) <= LARGEST) {
        follower.read(target, url, Files.readAllBytes(path), shown(path), links);
      }
      return Verdict.of(Kind.OK, "");
    } catch (IOException _) {
      return Verdict.of(Kind.BROKEN, "the file cannot be read");
    }
  }

  /** As one would type it from here, where that is shorter. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }
}
