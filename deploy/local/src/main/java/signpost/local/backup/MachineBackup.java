package signpost.local.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.evidence.EvidenceCopy;
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

  private MachineBackup(List<KeptPart> parts, BackupWriter writer) {
    this.parts = parts;
    this.writer = writer;
  }

  /**
   * A backup that is there, whole.
   *
   * @param bytes how large the file is
   */
  public record WrittenBackup(Path file, long bytes, BackupManifest manifest) {}

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
          Path file = file(target, at);
          try (BackupWriter writer = BackupWriter.begin(file, at)) {
            MachineBackup backup = new MachineBackup(parts, writer);
            backup.databases();
            backup.files(config);
            BackupManifest manifest = writer.finish(version);
            return new WrittenBackup(file, Files.size(file), manifest);
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

  /** All moments are taken before the first row is read. */
  private void databases() throws IOException {
    List<DatabaseSnapshot> snapshots = new ArrayList<>();
    try {
      for (KeptPart part : parts) {
        snapshots.add(snapshot(part));
      }
      for (DatabaseSnapshot snapshot : snapshots) {
        writer.add(snapshot);
      }
    } finally {
      snapshots.forEach(DatabaseSnapshot::close);
    }
  }

  /** A file that is not there would be made by looking at it. */
  static DatabaseSnapshot snapshot(KeptPart part) {
    part.jdbc()
        .file()
        .filter(file -> !Files.exists(file))
        .ifPresent(file -> {
          throw new UnusableBackup(
              "There is no database of the %s at %s. See --data and --part."
                  .formatted(part.name(), file));
        });
    return DatabaseSnapshot.of(part.open());
  }

  private void files(Optional<Path> config) throws IOException {
    for (KeptPart part : parts) {
      if (part.name().equals("ingest")) {
        evidence(part);
      }
      folder(part.name() + "/" + OUTGOING, part.folder().resolve(OUTGOING));
    }
    folder(CATALOGUE, parts.getFirst().catalogue());
    if (config.isPresent()) {
      copy(CONFIG, config.get(), Long.MAX_VALUE);
    }
  }

  private void evidence(KeptPart part) throws IOException {
    EvidenceCopy evidence = EvidenceCopy.of(part.folder().resolve(EvidenceFolder.NAME));
    boolean whole = evidence.isOfOneMoment();
    for (EvidenceCopy.CopiedFile file : evidence.files()) {
      copy(part.name() + "/" + file.name(), file.file(), file.bytes());
    }
    if (!whole || !evidence.isOfOneMoment()) {
      throw new UnusableBackup(
          "A page was removed from the evidence while it was copied. Run the backup again.");
    }
  }

  private void folder(String name, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String within = folder.relativize(file).toString().replace('\\', '/');
      copy(name + "/" + within, file, Long.MAX_VALUE);
    }
  }

  private void copy(String name, Path file, long most) throws IOException {
    try (InputStream content = new Beginning(Files.newInputStream(file), most)) {
      writer.add(name, content);
    } catch (NoSuchFileException _) {
      // whoever writes there has put the next one in its place
    }
  }

  /** The first bytes of a file that others add to. */
  private static final class Beginning extends FilterInputStream {
    private long left;

    Beginning(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = super.read(into, from, (int) Math.min(most, left));
      left -= Math.max(0, read);
      return read;
    }
  }
}
