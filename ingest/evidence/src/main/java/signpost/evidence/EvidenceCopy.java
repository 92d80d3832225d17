package signpost.evidence;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.evidence.EvidenceChain.ChainReading;

/**
 * What has to be copied of a folder of evidence, while somebody writes there, to have it as it was
 * at one moment. Records are written before their lines and nothing is changed afterwards, so it is
 * as much of each file as the chain speaks of; only a removal writes files anew. Of a folder that
 * is damaged all files are copied as they are found: the chain cannot say what of them counts.
 *
 * <p>A reading that is held becomes a record of the chain, and then is held no longer. So what is
 * held is copied first and the chain read after that: in one of the two it is, or in both.
 */
public final class EvidenceCopy {
  /** Of a file that is copied as it is found. */
  public static final long WHOLE = Long.MAX_VALUE;

  /** Between the chain and a file a removal may end: what is damaged stays so. */
  private static final int AGAIN = 2;

  private final Path folder;
  private final List<String> there;
  private final ChainReading chain;
  private final EvidenceIndex index;
  private final RemovedAddresses removed;
  private final Optional<String> damage;

  /**
   * A file to be copied.
   *
   * @param name its path within the folder of evidence, or beside it
   * @param bytes how much of its beginning, and no less; {@link #WHOLE} for all there is
   */
  public record CopiedFile(String name, Path file, long bytes) {}

  private EvidenceCopy(Path folder) throws IOException {
    this.folder = folder;
    this.removed = RemovedAddresses.of(folder);
    this.there =
        EvidenceFolder.records(folder); // before the chain: a record is there before its line
    this.chain = new EvidenceChain(folder).read();
    this.index = EvidenceIndex.of(chain.lines());
    this.damage = chain.broken().isEmpty() ? damaged() : Optional.of(chain.broken().getFirst());
  }

  /**
   * Of a folder as it is now.
   *
   * @throws IOException where the folder or its chain cannot be read
   */
  public static EvidenceCopy of(Path folder) throws IOException {
    if (Files.isDirectory(folder) && !Files.isReadable(folder)) {
      throw new AccessDeniedException(folder.toString()); // else nothing would seem to be in it
    }
    EvidenceCopy copy = new EvidenceCopy(folder);
    for (int again = 0; again < AGAIN && copy.damage.isPresent(); again++) {
      copy = new EvidenceCopy(folder);
    }
    return copy;
  }

  /**
   * A file that the chain does not fit, as at the start of who writes there. The last one may not
   * have its first line yet.
   */
  private Optional<String> damaged() throws IOException {
    List<String> files = index.files();
    for (String name : there) {
      if (!files.contains(name) && !isBegun(name)) {
        return Optional.of("the chain does not speak of " + name);
      }
    }
    for (String name : files) {
      Path file = folder.resolve(name);
      long wanted = index.length(name);
      long found = Files.exists(file) ? Files.size(file) : 0;
      if (Files.exists(fresh(name))) {
        return Optional.of("a removal from " + name + " was begun and not finished");
      }
      if (found < wanted || (found > wanted && !name.equals(files.getLast()))) {
        return Optional.of("%s has %,d bytes and should have %,d".formatted(name, found, wanted));
      }
    }
    return Optional.empty();
  }

  private boolean isBegun(String name) throws IOException {
    return name.equals(there.getLast())
        && EvidenceMending.isBegun(folder.resolve(name), index.files(), chain.head());
  }

  private Path fresh(String name) {
    return folder.resolve(name + EvidenceMending.FRESH);
  }

  /** What is wrong with it, in words. */
  public Optional<String> damage() {
    return damage;
  }

  /** The files of what is held, as they are when this is called; each may be gone soon. */
  public static List<CopiedFile> held(Path folder) throws IOException {
    List<CopiedFile> files = new ArrayList<>();
    for (Path held : HeldCaptures.in(folder).all()) {
      if (!HeldCaptures.isBegun(held) && Files.isRegularFile(held)) {
        files.add(of(folder, HeldCaptures.FOLDER + "/" + held.getFileName(), held, WHOLE));
      }
    }
    return files;
  }

  /**
   * The files that the chain speaks of, which nobody takes away, and those beside it; of a damaged
   * folder all there are.
   */
  public List<CopiedFile> files() throws IOException {
    if (damage.isPresent()) {
      return all(folder);
    }
    List<CopiedFile> files = new ArrayList<>(beside(folder));
    if (EvidenceFolder.exists(folder)) {
      files.add(of(EvidenceChain.NAME, chain.bytes()));
    }
    for (String name : index.files()) {
      files.add(of(name, index.length(name)));
    }
    return files;
  }

  /** All files but what is held and pictures, as they are found; the chain before its records. */
  public static List<CopiedFile> all(Path folder) throws IOException {
    List<CopiedFile> files = new ArrayList<>(beside(folder));
    if (EvidenceFolder.exists(folder)) {
      files.add(of(folder, EvidenceChain.NAME, folder.resolve(EvidenceChain.NAME), WHOLE));
    }
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> found = Files.list(folder)) {
      found
          .filter(Files::isRegularFile)
          .filter(it -> it.getFileName().toString().contains(EvidenceFolder.END))
          .sorted()
          .forEach(it -> files.add(of(folder, it.getFileName().toString(), it, WHOLE)));
    }
    return files;
  }

  private static List<CopiedFile> beside(Path folder) {
    Path without = RemovedAddresses.file(folder);
    return Files.exists(without)
        ? List.of(new CopiedFile(without.getFileName().toString(), without, WHOLE))
        : List.of();
  }

  /** Whether nothing was removed since, so that what was copied is of one moment. */
  public boolean isOfOneMoment() throws IOException {
    EvidenceCopy now = of(folder);
    return removed.isSameAs(now.removed)
        && damage.isPresent() == now.damage.isPresent()
        && now.chain.lines().stream()
            .skip(chain.lines().size())
            .noneMatch(ChainLine.Removed.class::isInstance);
  }

  private CopiedFile of(String name, long bytes) {
    return of(folder, name, folder.resolve(name), bytes);
  }

  private static CopiedFile of(Path folder, String name, Path file, long bytes) {
    return new CopiedFile(folder.getFileName() + "/" + name, file, bytes);
  }
}
