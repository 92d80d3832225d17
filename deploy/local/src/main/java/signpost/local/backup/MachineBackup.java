package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.Sha256;
import signpost.notifier.NotifierRecord;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupWriter;
import signpost.record.backup.DatabaseSnapshot;
import signpost.record.backup.UnusableBackup;
import signpost.record.store.DataFolder;
import signpost.record.store.ModuleSchema;
import signpost.search.SearchRecord;
import signpost.tools.CannotStartException;

/** Writes a backup of one part or of all, whether they run or not. */
public final class MachineBackup {
  private static final String END = ".zip";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private MachineBackup() {}

  /**
   * A backup that is there, with all that could be read.
   *
   * @param bytes how large the file is
   * @param catalogue the folder whose guides are in it; search alone reads none
   * @param leftOut what is meant to be missing, and why, as parts of a sentence
   */
  public record WrittenBackup(
      Path file,
      long bytes,
      BackupManifest manifest,
      Optional<Path> catalogue,
      List<String> leftOut) {
    public WrittenBackup {
      leftOut = List.copyOf(leftOut);
    }

    /** How many files of the catalogue are in it. */
    public long guides() {
      return manifest.files().stream()
          .filter(it -> it.name().startsWith(BackedUpFiles.CATALOGUE + "/"))
          .count();
    }
  }

  /**
   * Writes one.
   *
   * @param config the file with the configuration, which is put in it
   * @param target a file whose name ends in {@code .zip} and that is not there yet, or a folder, in
   *     which it is named by its time
   * @param version of this Signpost
   * @throws CannotStartException where it cannot be made; nothing is left of it then
   */
  public static WrittenBackup write(
      List<KeptPart> parts, Optional<Path> config, Path target, String version, Instant at) {
    return ToldFailure.told(
        "The backup could not be written",
        "Nothing is left of it, and what runs goes on.",
        () -> {
          List<KeptPart> missing = missing(parts);
          List<KeptPart> there = parts.stream().filter(it -> !missing.contains(it)).toList();
          there.forEach(MachineBackup::requireThere);
          List<String> leftOut = new ArrayList<>();
          BackedUpFiles files = BackedUpFiles.of(parts, config);
          files.refuseWithin(target);
          Path file = file(target, at);
          try (BackupWriter writer = BackupWriter.begin(file, at)) {
            for (KeptPart part : missing) {
              if (hasRun(part)) {
                writer.fault(lost(part));
              } else {
                leftOut.add(part.name() + ", which has not run yet and keeps nothing");
              }
            }
            leftOut.addAll(databases(there, writer));
            files.copy(writer);
            BackupManifest manifest = writer.finish(version);
            return new WrittenBackup(file, Files.size(file), manifest, files.catalogue(), leftOut);
          }
        });
  }

  /** Those without a database that may be so; what is asked for alone must have one. */
  private static List<KeptPart> missing(List<KeptPart> parts) {
    return parts.stream()
        .filter(it -> parts.size() > 1 && it.mayHaveNothing() && isMissing(it))
        .toList();
  }

  /** It leaves more than its lock, which a restore leaves as well. */
  private static boolean hasRun(KeptPart part) throws IOException {
    Path lock = part.folder().resolve(DataFolder.lockOf(part.name()));
    if (!Files.exists(lock)) {
      return false;
    }
    try (Stream<Path> files = Files.list(part.folder())) {
      return files.anyMatch(it -> !it.equals(lock));
    }
  }

  /** What ran and has no database has lost it, or is of a version that had none. */
  private static String lost(KeptPart part) {
    return "%s has run, and its database %s is not there: what it kept is not in this backup. Start it once if it is of a version that had none."
        .formatted(part.name(), part.jdbc().file().orElseThrow());
  }

  private static Path file(Path target, Instant at) throws IOException {
    if (target.toString().endsWith(END)) {
      return target;
    }
    Files.createDirectories(target);
    return target.resolve("signpost-" + STAMP.format(at) + END);
  }

  /** All moments are taken before the first row is read. Tables that are not ours are left out. */
  private static List<String> databases(List<KeptPart> parts, BackupWriter writer)
      throws IOException {
    List<DatabaseSnapshot> snapshots = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    try {
      for (KeptPart part : parts) {
        snapshots.add(snapshot(part));
      }
      installation(snapshots).ifPresent(writer::installation);
      for (DatabaseSnapshot snapshot : snapshots) {
        writer.add(snapshot);
        String module = snapshot.schema().module();
        snapshot
            .others()
            .forEach(it -> leftOut.add(module + "." + it + ", a table that is not ours"));
      }
      return leftOut;
    } finally {
      snapshots.forEach(DatabaseSnapshot::close);
    }
  }

  /**
   * What the notifier made by chance at its first start, or, where it is not among them, what
   * search noted first; of ingest nothing is as lasting.
   */
  private static Optional<String> installation(List<DatabaseSnapshot> snapshots) {
    return value(snapshots, NotifierRecord.SCHEMA, NotifierRecord.LASTING)
        .or(() -> value(snapshots, SearchRecord.SCHEMA, SearchRecord.LASTING))
        .map(it -> Sha256.of("signpost installation " + it));
  }

  private static Optional<String> value(
      List<DatabaseSnapshot> snapshots, ModuleSchema schema, String query) {
    return snapshots.stream()
        .filter(it -> it.schema().equals(schema))
        .findFirst()
        .flatMap(it -> it.value(query));
  }

  static DatabaseSnapshot snapshot(KeptPart part) {
    requireThere(part);
    return DatabaseSnapshot.of(part.open());
  }

  /** A file that is not there would be made by looking at it. */
  static void requireThere(KeptPart part) {
    if (isMissing(part)) {
      throw new UnusableBackup(
          "There is no database of the %s at %s. See --data and --part."
              .formatted(part.name(), part.jdbc().file().orElseThrow()));
    }
  }

  private static boolean isMissing(KeptPart part) {
    return part.jdbc().file().filter(file -> !Files.exists(file)).isPresent();
  }
}
