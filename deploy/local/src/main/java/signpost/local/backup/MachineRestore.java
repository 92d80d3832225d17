package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;
import signpost.record.backup.StoppedCopy;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.DataFolder;
import signpost.tools.CannotStartException;

/**
 * Puts a backup back where there is nothing, of a part that the backup does not hold either: that
 * begins anew. Everything is written beside its place and compared with the backup; then it is put
 * in its place, and until then nothing is there.
 */
public final class MachineRestore implements AutoCloseable {
  /** What nobody may put in its place for its owner: configuration and catalogue. */
  private static final String BESIDE = "restored";

  private static final String UNFINISHED = BESIDE + ".part";

  /** In the uppermost folder of a disk; whatever was lost is put there. */
  static final String OF_THE_DISK = "lost+found";

  private final BackupFile backup;
  private final Path beside;
  private final Path unfinished;
  private final List<RestoredPart> parts = new ArrayList<>();
  private final FileMoves besides = new FileMoves();
  private final HeldTogether held = new HeldTogether();

  private MachineRestore(BackupFile backup, Path home) {
    this.backup = backup;
    this.beside = home.resolve(BESIDE);
    this.unfinished = home.resolve(UNFINISHED);
  }

  /**
   * What was restored.
   *
   * @param manifest of what was restored
   * @param parts those that were
   * @param beside where configuration and catalogue lie, if the backup has them
   */
  public record RestoredBackup(
      BackupManifest manifest, List<KeptPart> parts, Optional<Path> beside) {
    public RestoredBackup {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Restores parts of a backup.
   *
   * @param home where what is nobody's part is put, into a folder of its own
   * @throws CannotStartException where that cannot be done; everything is as it was then
   */
  public static RestoredBackup of(Path file, List<KeptPart> parts, Path home) {
    return ToldFailure.told(
        "The backup could not be restored",
        "Nothing was restored.",
        () -> {
          try (BackupFile backup = BackupFile.open(file);
              MachineRestore restore = new MachineRestore(backup, home)) {
            RestoredBackup restored = restore.restored(parts);
            sweep(file, restored.parts());
            return restored;
          }
        });
  }

  private RestoredBackup restored(List<KeptPart> all) throws IOException {
    List<KeptPart> asked =
        all.stream().filter(it -> all.size() == 1 || !it.mayHaveNothing() || holds(it)).toList();
    refuseThere(beside);
    for (KeptPart part : all) {
      held.hold(part.folder(), part.name());
      refuseFull(part);
    }
    for (KeptPart part : asked) {
      parts.add(held.hold(RestoredPart.begin(part, database(part))));
    }
    for (KeptPart part : all) {
      if (!asked.contains(part)) {
        RestoredPart.refuseFilled(part);
      }
    }
    for (RestoredPart part : parts) {
      part.load(backup);
      part.complete(backup);
    }
    boolean some = extractBeside();
    for (RestoredPart part : parts) {
      part.settle();
    }
    put(some);
    return new RestoredBackup(
        backup.manifest().of(asked.stream().map(KeptPart::name).toList()),
        asked,
        some ? Optional.of(beside) : Optional.empty());
  }

  /** What a move that was ended by force left there, unless that is what was restored. */
  private static void sweep(Path file, List<KeptPart> parts) {
    for (KeptPart part : parts) {
      try {
        if (!part.folder().equals(file.toAbsolutePath().normalize().getParent())) {
          DatabaseMove.removeUnfinished(part.folder());
        }
      } catch (IOException _) {
        // All is restored; docs/trouble.md names the file.
      }
    }
  }

  private boolean holds(KeptPart part) {
    return backup.manifest().databases().stream().anyMatch(it -> it.module().equals(part.name()));
  }

  /** Files first, for they can be taken back; then what is on a server. */
  private void put(boolean some) throws IOException {
    List<RestoredPart> open = new ArrayList<>(parts);
    try {
      for (RestoredPart part : parts) {
        part.put();
      }
      if (some) {
        besides.move(unfinished, beside);
      }
      for (RestoredPart part : parts) {
        if (part.isOnServer()) {
          part.commit();
          open.remove(part);
        }
      }
    } catch (IOException | RuntimeException e) {
      undo(open, e);
      throw e;
    }
  }

  /** Says how far it came, where that is not back to the beginning. */
  private void undo(List<RestoredPart> open, Exception why) {
    StoppedCopy.takeBack();
    List<Path> left = new ArrayList<>();
    open.forEach(it -> left.addAll(it.undo()));
    if (open.size() == parts.size()) {
      left.addAll(besides.undo());
    }
    List<String> there =
        parts.stream().filter(it -> !open.contains(it)).map(it -> it.part().name()).toList();
    if (!left.isEmpty() || !there.isEmpty()) {
      throw new UnusableBackup(
          "The backup could not be put in its place whole (%s). Restored: %s. Not restored: %s; of it these were left, to be moved away: %s. Restore what is missing with --part."
              .formatted(
                  ToldFailure.why(why),
                  there,
                  open.stream().map(it -> it.part().name()).toList(),
                  left),
          why);
    }
  }

  private DatabaseSummary database(KeptPart part) {
    return backup.manifest().databases().stream()
        .filter(it -> it.module().equals(part.name()))
        .findFirst()
        .orElseThrow(() ->
            new UnusableBackup(
                "The backup holds nothing of the %s; it was made of %s. Give --part."
                    .formatted(
                        part.name(),
                        backup.manifest().databases().stream()
                            .map(DatabaseSummary::module)
                            .toList())));
  }

  /** What another restore left unfinished is taken away when this one begins. */
  private static void refuseFull(KeptPart part) throws IOException {
    Set<String> ours =
        Set.of(DataFolder.lockOf(part.name()), RestoredPart.UNFINISHED, UNFINISHED, OF_THE_DISK);
    List<Path> there;
    try (Stream<Path> found = Files.list(part.folder())) {
      there =
          found
              .filter(it -> !ours.contains(it.getFileName().toString()))
              .filter(it -> !DatabaseMove.isUnfinished(it))
              .sorted()
              .toList();
    }
    for (Path each : there) {
      refuseThere(each);
    }
  }

  private static void refuseThere(Path each) {
    if (Files.exists(each)) {
      throw new UnusableBackup(
          "%s has something in it already (%s). Restore into an empty folder: move it away, or choose another with --data."
              .formatted(each.getParent(), each.getFileName()));
    }
  }

  /** Reads configuration and catalogue into a folder of their own; whether there are any. */
  private boolean extractBeside() throws IOException {
    RestoredPart.remove(unfinished);
    List<FileSummary> files =
        backup.manifest().files().stream()
            .filter(it ->
                it.name().equals(BackedUpFiles.CONFIG)
                    || it.name().startsWith(BackedUpFiles.CATALOGUE + "/"))
            .toList();
    for (FileSummary file : files) {
      RestoredPart.extract(backup, file, file.name(), unfinished);
    }
    RestoredPart.keep(unfinished);
    return !files.isEmpty();
  }

  @Override
  public void close() throws IOException {
    try (held) {
      if (!parts.isEmpty()) { // else it may be another's
        RestoredPart.remove(unfinished);
      }
    }
  }
}
