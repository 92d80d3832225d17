package signpost.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import signpost.evidence.EvidenceChain.ChainReading;

/**
 * What has to be copied of a folder of evidence, while somebody writes there, to have it as it was
 * at one moment. Records are written before their lines and nothing is changed afterwards, so it is
 * as much of each file as the chain speaks of; only a removal writes files anew.
 *
 * <p>A reading that is held becomes a record of the chain, and then is held no longer. So what is
 * held is copied first and the chain read after that: in one of the two it is, or in both.
 */
public final class EvidenceCopy {
  private final Path folder;
  private final ChainReading chain;
  private final EvidenceIndex index;
  private final RemovedAddresses removed;

  /**
   * A file to be copied.
   *
   * @param name its path within the folder of evidence, or beside it
   * @param bytes how much of its beginning, and no less; {@link #WHOLE} for all there is
   */
  public record CopiedFile(String name, Path file, long bytes) {}

  /** Of a file that is copied as it is found. */
  public static final long WHOLE = Long.MAX_VALUE;

  private EvidenceCopy(Path folder, ChainReading chain, RemovedAddresses removed) {
    this.folder = folder;
    this.chain = chain;
    this.index = EvidenceIndex.of(chain.lines());
    this.removed = removed;
  }

  /** Of a folder as it is now. */
  public static EvidenceCopy of(Path folder) throws IOException {
    RemovedAddresses removed = RemovedAddresses.of(folder);
    return new EvidenceCopy(folder, new EvidenceChain(folder).read(), removed);
  }

  /** The files of what is held, as they are when this is called; each may be gone soon. */
  public static List<CopiedFile> held(Path folder) throws IOException {
    List<CopiedFile> files = new ArrayList<>();
    for (Path held : HeldCaptures.in(folder).all()) {
      if (!HeldCaptures.isBegun(held) && Files.isRegularFile(held)) {
        files.add(
            whole(
                folder.getFileName() + "/" + HeldCaptures.FOLDER + "/" + held.getFileName(), held));
      }
    }
    return files;
  }

  /** The files that the chain speaks of, which nobody takes away, and those beside it. */
  public List<CopiedFile> files() {
    List<CopiedFile> files = new ArrayList<>();
    Path without = RemovedAddresses.file(folder);
    if (Files.exists(without)) {
      files.add(whole(without.getFileName().toString(), without));
    }
    if (EvidenceFolder.exists(folder)) {
      files.add(of(EvidenceChain.NAME, chain.bytes()));
    }
    for (String name : index.files()) {
      files.add(of(name, index.length(name)));
    }
    return files;
  }

  /** Whether nothing was removed since, so that what was copied is of one moment. */
  public boolean isOfOneMoment() throws IOException {
    List<ChainLine> now = new EvidenceChain(folder).read().lines();
    boolean removing =
        EvidenceIndex.of(now).files().stream()
            .anyMatch(it -> Files.exists(folder.resolve(it + EvidenceMending.FRESH)));
    return !removing
        && removed.isSameAs(RemovedAddresses.of(folder))
        && now.stream().skip(chain.lines().size()).noneMatch(ChainLine.Removed.class::isInstance);
  }

  private CopiedFile of(String name, long bytes) {
    return new CopiedFile(folder.getFileName() + "/" + name, folder.resolve(name), bytes);
  }

  private static CopiedFile whole(String name, Path file) {
    return new CopiedFile(name, file, WHOLE);
  }
}
