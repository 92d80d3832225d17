package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import signpost.record.backup.BackupFile;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupWriter;
import signpost.record.backup.DatabaseSnapshot;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.JdbcConfig;
import signpost.record.store.WholeDatabase;

/**
 * Copies the rows of a part that is stopped from one database into another, of whichever kinds: a
 * backup that is restored at once. The topics are the same, so it goes on where it stood.
 */
public final class DatabaseMove {
  private static final String BETWEEN = "moving.zip";

  private DatabaseMove() {}

  /**
   * Copies them, and compares what is there then with what was.
   *
   * @param from the database up to now
   * @param to the part as it is configured from now on
   * @param version of this Signpost
   */
  public static DatabaseSummary copy(JdbcConfig from, KeptPart to, String version, Instant at) {
    KeptPart before = new KeptPart(to.schema(), to.folder(), from, to.catalogue());
    return ToldFailure.told(
        "The database could not be moved",
        "It is where it was, and whole.",
        () -> {
          refuseSame(before, to);
          MachineBackup.requireThere(before);
          try (HeldTogether held = new HeldTogether()) {
            hold(before, to, held);
            refuseUsed(before);
            return copied(before, to, version, at);
          }
        });
  }

  /** The part must not run, neither here nor there. */
  private static void hold(KeptPart before, KeptPart to, HeldTogether held) throws IOException {
    Optional<Path> other =
        before
            .jdbc()
            .file()
            .map(it -> it.toAbsolutePath().normalize().getParent())
            .filter(it -> !it.equals(to.folder()));
    held.hold(to.folder(), to.name());
    if (other.isPresent()) {
      held.hold(other.get(), to.name());
    }
  }

  /** To be told that it is to be moved away first would be bad advice. */
  private static void refuseSame(KeptPart before, KeptPart to) {
    if (place(before.jdbc()).equals(place(to.jdbc()))) {
      throw new UnusableBackup(
          "%s is the database up to now and from now on, too. Give the old one with --from, and the new one as it is configured."
              .formatted(to.jdbc()));
    }
  }

  private static String place(JdbcConfig jdbc) {
    return jdbc.file()
        .map(it -> it.toAbsolutePath().normalize().toString())
        .orElseGet(() -> jdbc.url().replaceFirst("\\?.*$", ""));
  }

  private static void refuseUsed(KeptPart before) {
    try (WholeDatabase database = before.open()) {
      int others = database.others();
      if (others > 0) {
        throw new UnusableBackup(
            "%s is in use (%d connections). Stop the %s first."
                .formatted(database, others, before.name()));
      }
    } catch (SQLException e) {
      throw new UnusableBackup("It could not be asked who uses the database: " + e, e);
    }
  }

  private static DatabaseSummary copied(KeptPart before, KeptPart to, String version, Instant at)
      throws IOException {
    Path between = to.folder().resolve(BETWEEN);
    removeUnfinished(to.folder());
    try {
      try (BackupWriter writer = BackupWriter.begin(between, at);
          DatabaseSnapshot rows = MachineBackup.snapshot(before)) {
        writer.add(rows);
        writer.finish(version);
      }
      return restored(between, before, to);
    } finally {
      Files.deleteIfExists(between);
    }
  }

  /** Whether a file is what one that was ended by force left. */
  static boolean isUnfinished(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals(BETWEEN) || name.equals(BackupWriter.unfinished(BETWEEN));
  }

  /** All rows, which one that was ended by force left in a folder that is held. */
  static void removeUnfinished(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(BETWEEN));
    Files.deleteIfExists(folder.resolve(BackupWriter.unfinished(BETWEEN)));
  }

  private static DatabaseSummary restored(Path between, KeptPart before, KeptPart to)
      throws IOException {
    try (BackupFile file = BackupFile.open(between)) {
      DatabaseSummary summary = file.manifest().databases().getFirst();
      try (RestoredPart part = RestoredPart.begin(to, summary)) {
        part.load(file);
        part.settle();
        refuseUsed(before); // who came meanwhile may have written what was not copied
        put(part);
      }
      return summary;
    }
  }

  private static void put(RestoredPart part) throws IOException {
    part.put();
    if (part.isOnServer()) {
      part.commit();
    }
  }
}
