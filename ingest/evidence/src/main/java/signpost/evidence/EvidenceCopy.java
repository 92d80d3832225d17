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
 */
public final class EvidenceCopy {
  private final Path folder;
  private final ChainReading chain;
  private final EvidenceIndex index;

  /**
   * A file to be copied.
   *
   * @param name its path within the folder of evidence, or beside it
   * @param bytes how much of its beginning
   */
  public record CopiedFile(String name, Path file, long bytes) {}

  private EvidenceCopy(Path folder, ChainReading chain) {
    this.folder = folder;
    this.chain = chain;
    this.index = EvidenceIndex.of(chain.lines());
  }

  /** Of a folder as it is now. */
  public static EvidenceCopy of(Path folder) throws IOException {
    return new EvidenceCopy(folder, new EvidenceChain(folder).read());
  }

  /** The files; one of {@code held} may be gone by the time it is opened. */
  public List<CopiedFile> files() throws IOException {
    List<CopiedFile> files = new ArrayList<>();
    Path removed = RemovedAddresses.file(folder);
    if (Files.exists(removed)) {
      files.add(whole(removed.getFileName().toString(), removed));
    }
    if (EvidenceFolder.exists(folder)) {
      files.add(of(EvidenceChain.NAME, chain.bytes()));
    }
    for (String name : index.files()) {
      files.add(of(name, index.length(name)));
    }
    for (Path held : HeldCaptures.in(folder).all()) {
      if (!HeldCaptures.isBegun(held)) {
        files.add(
            whole(
                folder.getFileName() + "/" + HeldCaptures.FOLDER + "/" + held.getFileName(), held));
      }
    }
    return files;
  }

  /** Whether nothing was removed since, so that what was copied is of one moment. */
  public boolean isOfOneMoment() throws IOException {
    List<ChainLine> now = new EvidenceChain(folder).read().lines();
    boolean removing =
        index.files().stream()
            .anyMatch(it -> Files.exists(folder.resolve(it + EvidenceMending.FRESH)));
    return !removing
        && now.stream().skip(chain.lines().size()).noneMatch(ChainLine.Removed.class::isInstance);
  }

  private CopiedFile of(String name, long bytes) {
    return new CopiedFile(folder.getFileName() + "/" + name, folder.resolve(name), bytes);
  }

  private static CopiedFile whole(String name, Path file) {
    return new CopiedFile(name, file, Long.MAX_VALUE);
  }
}
