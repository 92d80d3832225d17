package signpost.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    byte[] members = Files.readAllBytes(file);
    return isWhole(file, members) ? Optional.of(new HeldCapture(members)) : Optional.empty();
  }

  /** Holds these in place of what was; returns by how many bytes more is held. */
  long put(CanonicalUrl address, byte[] members) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(prefix(address) + "-" + Sha256.of(members) + END);
    Path fresh = folder.resolve(prefix(address) + ".new");
    Files.write(fresh, members);
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
