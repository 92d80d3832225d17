package signpost.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.web.browser.PagePicture;

/**
 * Pictures that were made of captures, one file each, so that they need not be made again. They
 * prove nothing: anybody can make them anew from what was kept. When there are too many the oldest
 * go.
 *
 * <p>A file is called after the digest of the address, the second of the capture, and the height of
 * the whole page in pixels.
 */
final class KeptPictures {
  static final String FOLDER = "pictures";

  /** Bytes of all of them together: some hundreds. */
  private static final long USUAL = 64L << 20;

  private static final Pattern HEIGHT = Pattern.compile("(\\d{1,9})\\.png");

  private final Path folder;
  private final long most;

  KeptPictures(Path evidence) {
    this(evidence, USUAL);
  }

  KeptPictures(Path evidence, long most) {
    this.folder = evidence.resolve(FOLDER);
    this.most = most;
  }

  /** One of them, and when it was made. */
  private record PictureFile(Path path, long bytes, FileTime madeAt) {
    private static PictureFile of(Path path) throws IOException {
      return new PictureFile(path, Files.size(path), Files.getLastModifiedTime(path));
    }
  }

  Optional<PagePicture> find(Memento memento) throws IOException {
    String begin = begin(memento);
    for (Path file : named(begin)) {
      Matcher height = HEIGHT.matcher(file.getFileName().toString().substring(begin.length()));
      if (height.matches()) {
        int pixels = Integer.parseInt(height.group(1));
        return Optional.of(PagePicture.of(Files.readAllBytes(file), pixels));
      }
    }
    return Optional.empty();
  }

  void put(Memento memento, PagePicture picture) throws IOException {
    Files.createDirectories(folder);
    String name = begin(memento) + picture.pageHeight() + ".png";
    Path fresh = folder.resolve(name + EvidenceMending.FRESH);
    Files.write(fresh, picture.png());
    Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    deleteOldest();
  }

  private void deleteOldest() throws IOException {
    List<PictureFile> files = new ArrayList<>();
    for (Path path : named("")) {
      files.add(PictureFile.of(path));
    }
    files.sort(Comparator.comparing(PictureFile::madeAt).reversed());
    long bytes = 0;
    for (PictureFile file : files) {
      bytes += file.bytes();
      if (bytes > most) {
        Files.delete(file.path());
      }
    }
  }

  /** All of them: where one address is to be forgotten, another may have led there. */
  void removeAll() throws IOException {
    for (Path file : named("")) {
      Files.delete(file);
    }
  }

  private List<Path> named(String begin) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.getFileName().toString().startsWith(begin)).sorted().toList();
    }
  }

  private static String begin(Memento memento) {
    return HeldCaptures.prefix(memento.address()) + "-" + memento.at().getEpochSecond() + "-";
  }
}
