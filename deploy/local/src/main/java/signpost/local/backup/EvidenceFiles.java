package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import signpost.evidence.EvidenceCopy;
import signpost.evidence.EvidenceCopy.CopiedFile;
import signpost.evidence.EvidenceFolder;
import signpost.record.backup.BackupWriter;
import signpost.record.backup.UnusableBackup;

/**
 * Copies the evidence of an ingest: as of one moment where it is whole, and as it is found where it
 * is not. Its damage is told, and is no reason to lose the rest.
 */
final class EvidenceFiles {
  private static final String DAMAGED = "evidence damaged: %s. It was copied as it was found";

  private final KeptPart part;
  private final Path folder;
  private final BackupWriter writer;
  private final FileCopies files;

  EvidenceFiles(KeptPart part, BackupWriter writer, FileCopies files) {
    this.part = part;
    this.folder = part.folder().resolve(EvidenceFolder.NAME);
    this.writer = writer;
    this.files = files;
  }

  /**
   * Copies it.
   *
   * @throws UnusableBackup where something was removed from it meanwhile
   */
  void copy() throws IOException {
    EvidenceCopy before;
    try {
      before = EvidenceCopy.of(folder);
    } catch (IOException e) {
      writer.fault(DAMAGED.formatted(ToldFailure.why(e)));
      held();
      files.addAll(() -> named(EvidenceCopy.all(folder)));
      return;
    }
    held();
    asOf(EvidenceCopy.of(folder));
    if (!before.isOfOneMoment()) {
      throw new UnusableBackup(
          "A page was removed from the evidence while it was copied. Run the backup again.");
    }
  }

  /** What is held first: it may be of the chain a moment later. */
  private void held() throws IOException {
    files.addAll(() -> named(EvidenceCopy.held(folder)));
  }

  private void asOf(EvidenceCopy copy) throws IOException {
    if (copy.damage().isPresent()) {
      writer.fault(DAMAGED.formatted(copy.damage().get()));
      files.addAll(() -> named(copy.files()));
    } else {
      for (CopiedFile file : named(copy.files())) {
        files.add(file);
      }
    }
  }

  private List<CopiedFile> named(List<CopiedFile> copied) {
    return copied.stream()
        .map(it -> new CopiedFile(part.name() + "/" + it.name(), it.file(), it.bytes()))
        .toList();
  }
}
