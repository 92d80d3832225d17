package signpost.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import signpost.events.Sha256;
import signpost.url.CanonicalUrl;

/**
 * Addresses of which nothing is to be kept again: a text file beside the folder of evidence, with
 * the SHA-256 of one address a line. It stays where it is when a damaged folder is moved away, and
 * says nothing to whoever does not know the address.
 */
public final class RemovedAddresses {
  private static final String END = "-removed.txt";

  private final Path file;
  private final Set<String> digests;

  private RemovedAddresses(Path file, Set<String> digests) {
    this.file = file;
    this.digests = digests;
  }

  /** Those of a folder of evidence, which need not be there. */
  public static RemovedAddresses of(Path evidence) throws IOException {
    Path file = file(evidence);
    return new RemovedAddresses(
        file,
        Files.exists(file) ? new HashSet<>(Files.readAllLines(file, US_ASCII)) : new HashSet<>());
  }

  /** Where they stand. */
  static Path file(Path evidence) {
    return evidence.resolveSibling(evidence.getFileName() + END);
  }

  /** Leaves an address out from now on; it is on the disk when this returns. */
  public void add(CanonicalUrl address) throws IOException {
    if (contains(address)) {
      return;
    }
    List<String> all = new ArrayList<>(digests);
    all.add(digest(address));
    byte[] text = (String.join("\n", all.stream().sorted().toList()) + "\n").getBytes(US_ASCII);
    Path fresh = file.resolveSibling(file.getFileName() + EvidenceMending.FRESH);
    EvidenceChain.write(fresh, 0, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    digests.add(digest(address));
  }

  /** Whether nothing of an address is to be kept. */
  public boolean contains(CanonicalUrl address) {
    return digests.contains(digest(address));
  }

  boolean isSameAs(RemovedAddresses others) {
    return digests.equals(others.digests);
  }

  private static String digest(CanonicalUrl address) {
    return Sha256.of(address.value().getBytes(UTF_8));
  }
}
