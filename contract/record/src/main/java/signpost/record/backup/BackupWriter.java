package signpost.record.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import signpost.events.Sha256;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;

/**
 * Writes a backup, a ZIP file that its owner alone can read. It stands beside its name until it is
 * whole and on the disk; without {@link #finish} nothing is left of it.
 */
public final class BackupWriter implements AutoCloseable {
  private static final String UNFINISHED = ".part";
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path part;
  private final Instant at;
  private final FileChannel channel;
  private final ZipOutputStream zip;
  private final List<DatabaseSummary> databases = new ArrayList<>();
  private final List<FileSummary> files = new ArrayList<>();
  private final Set<String> faults = new LinkedHashSet<>();
  private String installation = "";
  private boolean finished;

  private BackupWriter(Path file, Path part, Instant at, FileChannel channel) {
    this.file = file;
    this.part = part;
    this.at = at;
    this.channel = channel;
    this.zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /**
   * Begins one. What another process left unfinished of the same name is overwritten.
   *
   * @throws UnusableBackup where there is a file of that name, or somebody is writing it
   */
  public static BackupWriter begin(Path file, Instant at) throws IOException {
    refuseThere(file);
    Path part = file.resolveSibling(unfinished(file.getFileName().toString()));
    BackupWriter writer = new BackupWriter(file, part, at, locked(part, file));
    try {
      refuseThere(file); // whoever held it until now may have put it there
      writer.channel.truncate(0);
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** What a file is called until it is whole. */
  public static String unfinished(String name) {
    return name + UNFINISHED;
  }

  private static void refuseThere(Path file) {
    if (Files.exists(file)) {
      throw new UnusableBackup(file + " is there already. Choose another name, or a folder.");
    }
  }

  /** The operating system lets go when the process dies. */
  private static FileChannel locked(Path part, Path file) throws IOException {
    FileChannel channel = OwnersFile.open(part);
    if (!isLocked(channel, part)) {
      channel.close();
      throw new UnusableBackup("Another backup is writing " + file + ". Wait for it.");
    }
    return channel;
  }

  /** Where there are no locks nobody else can be writing, for nobody has come further than this. */
  private static boolean isLocked(FileChannel channel, Path part) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false; // this very process is writing it
    } catch (IOException e) {
      try (channel) {
        Files.deleteIfExists(part);
      }
      throw e;
    }
  }

  /** Adds all tables of a module. */
  public DatabaseSummary add(DatabaseSnapshot snapshot) throws IOException {
    String module = snapshot.schema().module();
    List<TableSummary> tables = new ArrayList<>();
    for (String table : snapshot.tables()) {
      zip.putNextEntry(new ZipEntry(DatabaseSummary.entry(module, table)));
      tables.add(snapshot.write(table, zip));
      zip.closeEntry();
    }
    DatabaseSummary summary = new DatabaseSummary(module, snapshot.version(), tables);
    databases.add(summary);
    return summary;
  }

  /**
   * Adds a file.
   *
   * @param name a path with slashes that begins with whose it is
   */
  public FileSummary add(String name, InputStream content) throws IOException {
    zip.putNextEntry(new ZipEntry(new FileSummary(name, 0, "").entry()));
    DigestOutputStream digested = new DigestOutputStream(open(zip), Sha256.function());
    long bytes = content.transferTo(digested);
    zip.closeEntry();
    String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
    FileSummary summary = new FileSummary(name, bytes, sha256);
    files.add(summary);
    return summary;
  }

  /** Writes many bytes at once and never closes what it writes to. */
  private static OutputStream open(OutputStream to) {
    return new java.io.FilterOutputStream(to) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
      }

      @Override
      public void close() {
        // others are to come
      }
    };
  }

  /** Says of what is copied that it is not as it should be; the same thing is said once. */
  public void fault(String sentence) {
    faults.add(sentence);
  }

  /** Says whose data it is: a mark that nobody else has. */
  public void installation(String mark) {
    installation = mark;
  }

  /** Puts the backup in its place, whole and on the disk. */
  public BackupManifest finish(String signpost) throws IOException {
    BackupManifest manifest =
        new BackupManifest(
            BackupManifest.FORM,
            signpost,
            at.toString(),
            databases,
            files,
            List.copyOf(faults),
            installation);
    zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
    zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    channel.force(true);
    OwnersFile.move(part, file);
    finished = true;
    return manifest;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (!finished) {
        Files.deleteIfExists(part);
      }
    }
  }
}
