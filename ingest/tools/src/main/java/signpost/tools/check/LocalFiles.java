package signpost.tools.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.url.WebUrl;
import signpost.web.extract.PageAnchors;

/** Files that are given, and files they link to. */
final class LocalFiles {
  static final CheckVerdict NO_INDEX =
      CheckVerdict.of(
          ResultClass.SUSPECT,
          "a folder without an index page: some servers list what is in it, most show nothing");

  private static final CheckVerdict TOO_LARGE =
      CheckVerdict.of(
          ResultClass.SUSPECT,
          "larger than 50 MB, so what it links to and its places are not read");

  private static final Pattern FRAGMENTS =
      Pattern.compile("(?i).*\\.(x?html?|xht|svg|mdx?|markdown)");

  private static final long LARGEST = 50L << 20;

  private final PageFollower follower;
  private final CheckOptions options;

  LocalFiles(PageFollower follower, CheckOptions options) {
    this.follower = follower;
    this.options = options;
  }

  CheckVerdict visit(CheckTarget target, WebUrl url) {
    Path path;
    try {
      path = Path.of(PageAnchors.decoded(url.path()));
    } catch (InvalidPathException _) {
      return CheckVerdict.of(ResultClass.BROKEN, "not the name of a file");
    }
    try {
      if (Files.isDirectory(path)) {
        return folder(target, url, path);
      }
      if (!Files.exists(path)) {
        return missing(target, url, path);
      }
      return file(target, url, path);
    } catch (IOException _) {
      return CheckVerdict.of(ResultClass.BROKEN, "the file cannot be read");
    }
  }

  /** Its index page is what a reader gets to see, with that page's links and places. */
  private CheckVerdict folder(CheckTarget target, WebUrl url, Path folder) throws IOException {
    for (String index : options.rules().indexes()) {
      if (index.equals(".")) {
        return CheckVerdict.of(ResultClass.OK, "a folder");
      }
      if (Files.isRegularFile(folder.resolve(index))) {
        String slash = url.path().endsWith("/") ? "" : "/";
        WebUrl page = WebUrl.of("file://" + url.path() + slash + index);
        return file(target, page, folder.resolve(index));
      }
    }
    return NO_INDEX;
  }

  private CheckVerdict missing(CheckTarget target, WebUrl url, Path path) throws IOException {
    boolean folder = url.path().endsWith("/");
    for (String extension : folder ? List.<String>of() : options.rules().extensions()) {
      Path other = path.resolveSibling(path.getFileName() + "." + extension);
      if (Files.isRegularFile(other)) {
        return file(target, WebUrl.of("file://" + url.path() + "." + extension), other);
      }
    }
    Path page = path.resolveSibling(path.getFileName() + ".html");
    return Files.isRegularFile(page)
        ? CheckVerdict.of(
            ResultClass.SUSPECT,
            "there is no such file, but " + page.getFileName() + " is: some servers show that")
        : CheckVerdict.of(ResultClass.BROKEN, "there is no such file");
  }

  private CheckVerdict file(CheckTarget target, WebUrl url, Path path) throws IOException {
    boolean links = target.depth() < options.depth();
    if (!Files.isReadable(path)) {
      return CheckVerdict.of(ResultClass.BROKEN, "the file cannot be read");
    }
    boolean page = FRAGMENTS.matcher(path.toString()).matches();
    CheckVerdict there = CheckVerdict.of(ResultClass.OK, "");
    if (!(links || page) || !Files.isRegularFile(path)) {
      return there;
    }
    if (Files.size(path) <= LARGEST) {
      follower.read(target, url, Files.readAllBytes(path), shown(path), links);
      return there;
    }
    if (target.given()) {
      target.refer(LinkReference.given("")); // so that it is told
    }
    return target.given() || (links && page) ? TOO_LARGE : there;
  }

  /** As one would type it from here, where that is shorter. */
  private static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }
}
