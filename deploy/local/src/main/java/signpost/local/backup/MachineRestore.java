package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.DataFolder;
import signpost.tools.CannotStartException;

/**
 * Puts a backup back where there is nothing. Everything is written beside its place and compared
 * with the backup; then it is put in its place, and until then nothing is there.
 */
public final class MachineRestore implements AutoCloseable {
  /** In a part's folder, until all is well. */
  static final String UNFINISHED = "restoring";

  /** What nobody may put in its place for its owner: configuration and catalogue. */
  private static final String BESIDE = "restored";

  private final BackupFile backup;
  private final Path beside;
  private final List<RestoredPart> parts = new ArrayList<>();
  private final Deque<AutoCloseable> held = new ArrayDeque<>();
  private boolean done;

  private MachineRestore(BackupFile backup, Path beside) {
    this.backup = backup;
    this.beside = beside;
  }

  /**
   * What was restored.
   *
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
              MachineRestore restore = new MachineRestore(backup, home.resolve(BESIDE))) {
            return restore.restored(parts);
          }
        });
  }

  private RestoredBackup restored(List<KeptPart> asked) throws IOException {
    refuseThere(beside);
    for (KeptPart part : asked) {
      begin(part);
    }
    for (RestoredPart part : parts) {
      part.load(backup);
      part.complete(backup);
    }
    boolean some = putBeside();
    parts.forEach(RestoredPart::settle);
    for (RestoredPart part : parts) {
      part.put();
    }
    done = true;
    return new RestoredBackup(
        backup.manifest(), asked, some ? Optional.of(beside) : Optional.empty());
  }

  private void begin(KeptPart part) throws IOException {
    DatabaseSummary database = database(part);
    held.push(DataFolder.hold(part.folder(), part.name()));
    refuseFull(part);
    RestoredPart restored = RestoredPart.begin(part, database);
    held.push(restored);
    parts.add(restored);
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

  /** What another restore left unfinished is ours to take away. */
  private static void refuseFull(KeptPart part) throws IOException {
    RestoredPart.remove(part.folder().resolve(UNFINISHED));
    List<Path> there;
    try (Stream<Path> found = Files.list(part.folder())) {
      there =
          found
              .filter(it -> !it.getFileName().toString().equals(DataFolder.lockOf(part.name())))
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

  /** Puts configuration and catalogue into a folder of their own; whether there are any. */
  private boolean putBeside() throws IOException {
    List<FileSummary> files =
        backup.manifest().files().stream()
            .filter(it ->
                it.name().equals(MachineBackup.CONFIG)
                    || it.name().startsWith(MachineBackup.CATALOGUE + "/"))
            .toList();
    for (FileSummary file : files) {
      RestoredPart.extract(backup, file, file.name(), beside);
    }
    return !files.isEmpty();
  }

  @Override
  public void close() throws IOException {
    if (!done && !parts.isEmpty()) {
      RestoredPart.remove(beside); // it was not there before
    }
    for (AutoCloseable each : held) {
      try {
        each.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
