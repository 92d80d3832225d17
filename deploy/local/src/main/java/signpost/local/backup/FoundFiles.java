package signpost.local.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import signpost.evidence.EvidenceCopy;
import signpost.evidence.EvidenceCopy.CopiedFile;

/**
 * The files below a folder. What a rule leaves out is not looked into; what cannot be looked into,
 * or called by its name elsewhere, is told, and the others are found all the same.
 */
final class FoundFiles extends SimpleFileVisitor<Path> {
  private final String name;
  private final Path folder;
  private final Predicate<Path> leftOut;
  private final Consumer<String> faults;
  private final List<CopiedFile> found = new ArrayList<>();

  private FoundFiles(String name, Path folder, Predicate<Path> leftOut, Consumer<String> faults) {
    this.name = name;
    this.folder = folder;
    this.leftOut = leftOut;
    this.faults = faults;
  }

  /**
   * Finds them.
   *
   * @param name what their names in a backup begin with
   * @param leftOut of a file or folder below
   */
  static List<CopiedFile> below(
      String name, Path folder, Predicate<Path> leftOut, Consumer<String> faults)
      throws IOException {
    FoundFiles files = new FoundFiles(name, folder, leftOut, faults);
    Files.walkFileTree(folder, files);
    return files.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes about) {
    return !each.equals(folder) && leftOut.test(each)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
    if (about.isSymbolicLink() && !Files.isRegularFile(file) && !leftOut.test(file)) {
      link(file);
    } else if (Files.isRegularFile(file) && !leftOut.test(file)) {
      if (isName(file)) {
        String within = folder.relativize(file).toString().replace('\\', '/');
        found.add(new CopiedFile(name + "/" + within, file, EvidenceCopy.WHOLE));
      } else {
        faults.accept("left out: %s, whose name is no UTF-8. Rename it".formatted(file));
      }
    }
    return FileVisitResult.CONTINUE;
  }

  /** A link is not followed into a folder: what lies below this one is found without it. */
  private void link(Path link) throws IOException {
    if (!Files.exists(link)) {
      faults.accept("left out: %s, a link that leads nowhere. Mend or remove it".formatted(link));
    } else if (!link.toRealPath().startsWith(folder.toRealPath())) {
      faults.accept(
          "left out: %s, a link to what lies elsewhere. Put that there itself, or back it up yourself"
              .formatted(link));
    }
  }

  /** Two names of which not all can be read may read the same. */
  private static boolean isName(Path file) {
    try {
      return Path.of(file.toString()).equals(file);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) {
    if (!(why instanceof NoSuchFileException) && !leftOut.test(file)) {
      faults.accept(FileCopies.unread(file, why));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path each, @Nullable IOException why) {
    if (why != null) {
      faults.accept(FileCopies.unread(each, why));
    }
    return FileVisitResult.CONTINUE;
  }
}
