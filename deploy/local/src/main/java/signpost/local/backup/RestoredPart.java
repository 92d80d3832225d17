package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;
import signpost.record.backup.DatabaseLoad;
import signpost.record.backup.OwnersFile;
import signpost.record.backup.StoppedCopy;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.WholeDatabase;

/** One part that is being restored: beside its place, until {@link #put}. */
final class RestoredPart implements AutoCloseable {
  /** In a part's folder, until all is well. */
  static final String UNFINISHED = "restoring";

  private static final String FILES = "files";
  private static final String DATABASE = "database";

  /** The table of whoever sends to topics; search only reads them. */
  private static final String TOPICS = "known_topic";

  private final KeptPart part;
  private final DatabaseSummary summary;
  private final Path files;
  private final Optional<Path> file;
  private final DatabaseLoad load;
  private final FileMoves moves = new FileMoves();

  private RestoredPart(
      KeptPart part, DatabaseSummary summary, Optional<Path> file, DatabaseLoad load) {
    this.part = part;
    this.summary = summary;
    this.files = part.folder().resolve(UNFINISHED).resolve(FILES);
    this.file = file;
    this.load = load;
  }

  /**
   * Begins with an empty database: another file beside the one that is to be, or PostgreSQL. What
   * another restore left unfinished is taken away, and so is this one's where it cannot begin.
   */
  static RestoredPart begin(KeptPart part, DatabaseSummary summary) throws IOException {
    Optional<Path> file = file(part);
    if (file.isPresent()) {
      refuseThere(file.get());
    }
    removeUnfinished(part);
    try {
      WholeDatabase database = file.isPresent() ? made(part, file.get()) : part.open();
      return new RestoredPart(part, summary, file, DatabaseLoad.begin(database, summary.version()));
    } catch (IOException | RuntimeException e) {
      removeUnfinished(part);
      throw e;
    }
  }

  /**
   * Of a part that is to begin anew.
   *
   * @throws UnusableBackup where its database has something in it
   */
  static void refuseFilled(KeptPart part) {
    Optional<Path> file = file(part);
    if (file.isPresent()) {
      refuseThere(file.get());
    } else {
      try (WholeDatabase database = part.open()) {
        DatabaseLoad.refuseFilled(database);
      }
    }
  }

  /** SQLite would put what an old log says into the new database. */
  private static void refuseThere(Path file) {
    List<Path> there =
        Stream.concat(Stream.of(file), SqliteFiles.beside(file).stream())
            .filter(it -> Files.exists(it, LinkOption.NOFOLLOW_LINKS))
            .toList();
    if (!there.isEmpty()) {
      throw new UnusableBackup(
          "The database %s, or what SQLite kept beside it, is there already: move away %s first."
              .formatted(
                  file, there.stream().map(Path::toString).collect(Collectors.joining(", "))));
    }
  }

  private static Optional<Path> file(KeptPart part) {
    return part.jdbc().file().map(it -> it.toAbsolutePath().normalize());
  }

  private static WholeDatabase made(KeptPart part, Path file) throws IOException {
    Path beside = beside(part, file);
    OwnersFile.foldersFor(beside);
    return WholeDatabase.make(part.schema(), beside);
  }

  /** On the same disk as its place. */
  private static Path beside(KeptPart part, Path file) {
    return besides(part, file).resolve(DATABASE).resolve(file.getFileName());
  }

  /** Where it is to be elsewhere, another part's may come beside it. */
  private static Path besides(KeptPart part, Path file) {
    return part.folder().equals(file.getParent())
        ? part.folder().resolve(UNFINISHED)
        : file.resolveSibling(file.getFileName() + "." + UNFINISHED);
  }

  private static void removeUnfinished(KeptPart part) throws IOException {
    remove(part.folder().resolve(UNFINISHED));
    Optional<Path> file = file(part);
    if (file.isPresent()) {
      remove(besides(part, file.get()));
    }
  }

  KeptPart part() {
    return part;
  }

  /** Whether its rows are on a server, which alone can put them in place. */
  boolean isOnServer() {
    return file.isEmpty();
  }

  /** Reads the rows of the backup, and compares them with it. */
  void load(BackupFile backup) throws IOException {
    backup.load(summary, load);
  }

  /** Reads the part's files, and has the topics filled and read anew. */
  void complete(BackupFile backup) throws IOException {
    if (summary.tables().stream().anyMatch(it -> it.name().equals(TOPICS))) {
      load.forgetTopics();
    }
    String mine = part.name() + "/";
    for (FileSummary each : backup.manifest().files()) {
      if (each.name().startsWith(mine)) {
        extract(backup, each, each.name().substring(mine.length()), files);
      }
    }
    keep(files);
  }

  /**
   * Brings a file whole to the disk, beside its place, where there is time to fail; of a server it
   * asks once more whether anybody uses it.
   */
  void settle() throws IOException {
    if (file.isEmpty()) {
      load.refuseUsed();
    } else {
      load.commit();
      load.close();
      Path made = beside(part, file.get());
      refuseRest(made);
      OwnersFile.restrict(made);
    }
  }

  /** All must be in the one file that is put in its place. */
  private static void refuseRest(Path made) throws IOException {
    List<Path> there = within(Objects.requireNonNull(made.getParent()));
    if (!there.equals(List.of(made))) {
      throw new UnusableBackup(
          "The database %s could not be brought to the disk whole: beside it there is %s. Nothing was restored. Make room, and try again."
              .formatted(made, there));
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
    OwnersFile.foldersFor(to);
    backup.extract(file, to);
  }

  /** Brings to the disk what is called how below a folder. */
  static void keep(Path folder) throws IOException {
    for (Path each : all(folder)) {
      if (Files.isDirectory(each)) {
        OwnersFile.keep(each);
      }
    }
  }

  /** Puts all files in their places, the database last. */
  void put() throws IOException {
    StoppedCopy.refuse();
    for (Path each : within(files)) {
      moves.move(each, part.folder().resolve(each.getFileName()));
    }
    if (file.isPresent()) {
      moves.move(beside(part, file.get()), file.get());
    }
  }

  /** Puts rows on a server in their place, after which there is no way back. */
  void commit() {
    load.commit();
  }

  /** Takes back what was put; returns what could not be, which stays where it is. */
  List<Path> undo() {
    return moves.undo();
  }

  @Override
  public void close() throws IOException {
    load.close();
    removeUnfinished(part);
  }

  private static List<Path> within(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }

  /** A folder that is ours and all in it, what is within after what it is in. */
  private static List<Path> all(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.sorted().toList();
    }
  }

  /** Removes a folder that is ours, with all in it. */
  static void remove(Path folder) throws IOException {
    for (Path each : all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(each);
    }
  }
}
