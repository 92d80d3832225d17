package signpost.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.Sha256;
import signpost.evidence.ChainLine.Captured;
import signpost.evidence.ChainLine.Written;
import signpost.url.CanonicalUrl;

/**
 * The last reading of each page, one file for each address, whose name ends in the digest of what
 * it holds. It becomes evidence when something is told of the page; until then the next one takes
 * its place.
 */
final class HeldCaptures {
  static final String FOLDER = "held";
  private static final String END = ".warc.gz";
  private static final int NAME_DIGITS = 32;

  private final Path folder;
  private final Map<String, Path> files = new HashMap<>();

  private HeldCaptures(Path folder) {
    this.folder = folder;
  }

  /** Records as they stand in a file, and what a chain would say of them. */
  static final class HeldCapture {
    private final byte[] members;
    private final List<Written> records;

    private HeldCapture(byte[] members) throws IOException {
      this.members = members;
      this.records = WarcRecords.read(members, FOLDER);
    }

    byte[] members() {
      return members.clone();
    }

    /** The answer among them. */
    Written answer() {
      return records.stream().filter(it -> it.capture().isPresent()).findFirst().orElseThrow();
    }

    Captured captured() {
      return answer().capture().orElseThrow();
    }
  }

  /** Those in a folder of evidence, as they are now. */
  static HeldCaptures in(Path evidence) throws IOException {
    HeldCaptures held = new HeldCaptures(evidence.resolve(FOLDER));
    for (Path file : held.all()) {
      String name = file.getFileName().toString();
      if (name.length() > NAME_DIGITS && name.endsWith(END)) {
        held.files.put(name.substring(0, NAME_DIGITS), file);
      }
    }
    return held;
  }

  /** What is held of an address; nothing where it is not as it was written. */
  Optional<HeldCapture> find(CanonicalUrl address) throws IOException {
    Path file = files.get(prefix(address));
    if (file == null) {
      return Optional.empty();
    }
    return read(file);
  }

  private static Optional<HeldCapture> read(Path file) throws IOException {
    try {
      byte[] members = Files.readAllBytes(file);
      return isWhole(file, members) ? Optional.of(new HeldCapture(members)) : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty(); // whoever writes there has put the next one in its place
    }
  }

  /**
   * Ends what a process did not finish: a file that was begun goes, and of two of one address the
   * one that was there before.
   */
  static void mend(Path evidence) throws IOException {
    Map<String, Path> kept = new HashMap<>();
    for (Path file : new HeldCaptures(evidence.resolve(FOLDER)).all()) {
      if (isBegun(file)) {
        Files.delete(file);
      } else if (isWhole(file, Files.readAllBytes(file))) {
        String address = file.getFileName().toString().substring(0, NAME_DIGITS);
        Path other = kept.get(address);
        kept.put(address, other == null ? file : later(file, other));
      }
    }
  }

  private static Path later(Path one, Path other) throws IOException {
    Instant at = read(one).orElseThrow().captured().at();
    boolean later = at.isAfter(read(other).orElseThrow().captured().at());
    Files.delete(later ? other : one);
    return later ? one : other;
  }

  /** Whether it was begun and takes no other's place yet. */
  static boolean isBegun(Path file) {
    return file.getFileName().toString().endsWith(EvidenceMending.FRESH);
  }

  /** Holds these in place of what was; returns by how many bytes more is held. */
  long put(CanonicalUrl address, byte[] members) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(prefix(address) + "-" + Sha256.of(members) + END);
    Path fresh = folder.resolve(prefix(address) + EvidenceMending.FRESH);
    EvidenceChain.write(fresh, 0, members);
    Path before = files.get(prefix(address));
    long less = before == null ? 0 : Files.size(before);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    files.put(prefix(address), file);
    if (before != null && !before.equals(file)) {
      Files.delete(before);
    }
    return members.length - less;
  }

  /** Holds nothing of an address any more; returns how many bytes that were. */
  long remove(CanonicalUrl address) throws IOException {
    Path file = files.get(prefix(address));
    if (file == null) {
      return 0;
    }
    long bytes = Files.size(file);
    Files.delete(file);
    files.remove(prefix(address));
    return bytes;
  }

  /** The same, and of every address whose reading was led there. */
  long removeAll(CanonicalUrl address) throws IOException {
    long bytes = remove(address);
    for (Map.Entry<String, Path> each : List.copyOf(files.entrySet())) {
      if (read(each.getValue()).filter(it -> it.captured().isOf(address)).isPresent()) {
        bytes += Files.size(each.getValue());
        Files.delete(each.getValue());
        files.remove(each.getKey());
      }
    }
    return bytes;
  }

  /** All that lies among them. */
  List<Path> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }

  /** Whether a file holds what its name says. */
  static boolean isWhole(Path file, byte[] members) {
    return file.getFileName().toString().endsWith("-" + Sha256.of(members) + END);
  }

  /** What the names of an address's files begin with. */
  static String prefix(CanonicalUrl address) {
    return Sha256.of(address.value().getBytes(UTF_8)).substring(0, NAME_DIGITS);
  }
}
