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
import java.util.stream.StreamSupport;
import signpost.evidence.EvidenceCopy;
import signpost.evidence.EvidenceCopy.CopiedFile;
import signpost.evidence.EvidenceFolder;
import signpost.record.backup.BackupManifest;
import signpost.record.backup.BackupWriter;
import signpost.record.backup.DatabaseSnapshot;
import signpost.record.backup.UnusableBackup;
import signpost.tools.CannotStartException;

/** Writes a backup of one part or of all, whether they run or not. */
public final class MachineBackup {
  /** What a configuration is called in a backup. */
  static final String CONFIG = "signpost.yml";

  static final String CATALOGUE = "catalogue";
  private static final String END = ".zip";

  /** Mails that were written to files for want of a mail server. */
  private static final String OUTGOING = "outgoing";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final List<KeptPart> parts;
  private final BackupWriter writer;
  private final FileCopies files;

  private MachineBackup(List<KeptPart> parts, BackupWriter writer) {
    this.parts = parts;
    this.writer = writer;
    this.files = new FileCopies(writer);
  }

  /**
   * A backup that is there, whole.
   *
   * @param bytes how large the file is
   * @param catalogue the folder whose guides are in it; search alone reads none
   * @param leftOut tables that are not Signpost's
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
      return manifest.files().stream().filter(it -> it.name().startsWith(CATALOGUE + "/")).count();
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
          parts.forEach(MachineBackup::requireThere);
          Optional<Path> catalogue = catalogue(parts);
          Path file = file(target, at);
          try (BackupWriter writer = BackupWriter.begin(file, at)) {
            MachineBackup backup = new MachineBackup(parts, writer);
            List<String> leftOut = backup.databases();
            backup.files(catalogue, config);
            BackupManifest manifest = writer.finish(version);
            return new WrittenBackup(file, Files.size(file), manifest, catalogue, leftOut);
          }
        });
  }

  private static Path file(Path target, Instant at) throws IOException {
    if (target.toString().endsWith(END)) {
      return target;
    }
    Files.createDirectories(target);
    return target.resolve("signpost-" + STAMP.format(at) + END);
  }

  /** All moments are taken before the first row is read. Tables that are not ours are left out. */
  private List<String> databases() throws IOException {
    List<DatabaseSnapshot> snapshots = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    try {
      for (KeptPart part : parts) {
        snapshots.add(snapshot(part));
      }
      for (DatabaseSnapshot snapshot : snapshots) {
        writer.add(snapshot);
        String module = snapshot.schema().module();
        snapshot.others().forEach(it -> leftOut.add(module + "." + it));
      }
      return leftOut;
    } finally {
      snapshots.forEach(DatabaseSnapshot::close);
    }
  }

  static DatabaseSnapshot snapshot(KeptPart part) {
    requireThere(part);
    return DatabaseSnapshot.of(part.open());
  }

  /** A file that is not there would be made by looking at it. */
  static void requireThere(KeptPart part) {
    part.jdbc()
        .file()
        .filter(file -> !Files.exists(file))
        .ifPresent(file -> {
          throw new UnusableBackup(
              "There is no database of the %s at %s. See --data and --part."
                  .formatted(part.name(), file));
        });
  }

  private void files(Optional<Path> catalogue, Optional<Path> config) throws IOException {
    for (KeptPart part : parts) {
      if (part.name().equals("ingest")) {
        evidence(part);
      }
      outgoing(part);
    }
    if (catalogue.isPresent()) {
      files.addAll(() -> FileCopies.below(CATALOGUE, catalogue.get(), MachineBackup::isOfGit));
    }
    if (config.isPresent()) {
      files.add(new CopiedFile(CONFIG, config.get(), EvidenceCopy.WHOLE));
    }
  }

  /** What is held first: it may be of the chain a moment later. */
  private void evidence(KeptPart part) throws IOException {
    Path folder = part.folder().resolve(EvidenceFolder.NAME);
    EvidenceCopy before = EvidenceCopy.of(folder);
    boolean whole = before.isOfOneMoment();
    files.addAll(() -> of(part, EvidenceCopy.held(folder)));
    for (CopiedFile file : of(part, EvidenceCopy.of(folder).files())) {
      files.add(file);
    }
    if (!whole || !before.isOfOneMoment()) {
      throw new UnusableBackup(
          "A page was removed from the evidence while it was copied. Run the backup again.");
    }
  }

  private static List<CopiedFile> of(KeptPart part, List<CopiedFile> files) {
    return files.stream()
        .map(it -> new CopiedFile(part.name() + "/" + it.name(), it.file(), it.bytes()))
        .toList();
  }

  private void outgoing(KeptPart part) throws IOException {
    Path folder = part.folder().resolve(OUTGOING);
    if (Files.isDirectory(folder)) {
      String name = part.name() + "/" + OUTGOING;
      files.addAll(() -> FileCopies.below(name, folder, _ -> false));
    }
  }

  /**
   * The folder of guides itself, wherever a link leads.
   *
   * @throws UnusableBackup where there is none
   */
  private static Optional<Path> catalogue(List<KeptPart> parts) throws IOException {
    Optional<Path> folder =
        parts.stream()
            .flatMap(it -> it.catalogue().stream())
            .map(it -> it.toAbsolutePath().normalize())
            .findFirst();
    if (folder.filter(it -> !Files.isDirectory(it)).isPresent()) {
      throw new UnusableBackup(
          "There is no folder of guides at %s. Choose the one that runs with --catalogue."
              .formatted(folder.get()));
    }
    return folder.isPresent() ? Optional.of(folder.get().toRealPath()) : folder;
  }

  /** What the guides were once is not asked for by whoever restores them. */
  private static boolean isOfGit(Path within) {
    return StreamSupport.stream(within.spliterator(), false)
        .anyMatch(it -> it.toString().equals(".git"));
  }
}
