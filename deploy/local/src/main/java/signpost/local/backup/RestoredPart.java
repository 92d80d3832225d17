package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;
import signpost.record.backup.DatabaseLoad;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.JdbcConfig;
import signpost.record.store.WholeDatabase;

/** One part that is being restored: beside its place, until {@link #put}. */
final class RestoredPart implements AutoCloseable {
  private final KeptPart part;
  private final DatabaseSummary summary;
  private final Path unfinished;
  private final Optional<Path> file;
  private final DatabaseLoad load;

  private RestoredPart(
      KeptPart part, DatabaseSummary summary, Optional<Path> file, DatabaseLoad load) {
    this.part = part;
    this.summary = summary;
    this.unfinished = part.folder().resolve(MachineRestore.UNFINISHED);
    this.file = file;
    this.load = load;
  }

  /** Begins with an empty database: another file beside the one that is to be, or PostgreSQL. */
  static RestoredPart begin(KeptPart part, DatabaseSummary summary) throws IOException {
    Optional<Path> file = part.jdbc().file().map(Path::toAbsolutePath);
    if (file.filter(Files::exists).isPresent()) {
      throw new UnusableBackup(
          "The database %s is there already. Move it away first.".formatted(file.get()));
    }
    Optional<Path> beside = file.map(RestoredPart::beside);
    if (beside.isPresent()) {
      removeDatabase(beside.get());
    }
    JdbcConfig jdbc =
        beside.map(it -> JdbcConfig.of("jdbc:sqlite:" + it, "", "")).orElse(part.jdbc());
    WholeDatabase database = WholeDatabase.open(part.schema(), jdbc);
    return new RestoredPart(part, summary, file, DatabaseLoad.begin(database, summary.version()));
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + "." + MachineRestore.UNFINISHED);
  }

  /** Reads the rows of the backup, and compares them with it. */
  void load(BackupFile backup) throws IOException {
    backup.load(summary, load);
  }

  /** Reads the part's files, and has the topics filled and read anew. */
  void complete(BackupFile backup) throws IOException {
    load.forgetTopics();
    String mine = part.name() + "/";
    for (FileSummary each : backup.manifest().files()) {
      if (each.name().startsWith(mine)) {
        extract(backup, each, each.name().substring(mine.length()), unfinished);
      }
    }
  }

  /** Brings a file whole to the disk, beside its place, where there is time to fail. */
  void settle() {
    if (file.isPresent()) {
      load.commit();
      load.close();
    }
  }

  /** Writes a file of the backup below a folder, wherever its name would lead. */
  static void extract(BackupFile backup, FileSummary file, String name, Path folder)
      throws IOException {
    Path to = folder.resolve(name).normalize();
    if (!to.startsWith(folder)) {
      throw new UnusableBackup(
          "The backup holds a file that would be written elsewhere: %s.".formatted(file.name()));
    }
    Files.createDirectories(to.getParent());
    backup.extract(file, to);
  }

  /** Puts all in its place, the database last. */
  void put() throws IOException {
    for (Path each : within(unfinished)) {
      Files.move(each, part.folder().resolve(each.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    if (file.isPresent()) {
      Files.move(beside(file.get()), file.get(), StandardCopyOption.ATOMIC_MOVE);
    } else {
      load.commit();
    }
  }

  @Override
  public void close() throws IOException {
    load.close();
    if (file.isPresent()) {
      removeDatabase(beside(file.get()));
    }
    remove(unfinished);
  }

  private static List<Path> within(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    }
  }

  private static void removeDatabase(Path file) throws IOException {
    for (String end : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
    }
  }

  /** Removes a folder that is ours, with all in it. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
