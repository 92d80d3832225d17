package signpost.record.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
   * @throws UnusableBackup where there is a file of that name
   */
  public static BackupWriter begin(Path file, Instant at) throws IOException {
    if (Files.exists(file)) {
      throw new UnusableBackup(file + " is there already. Choose another name, or a folder.");
    }
    Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
    Files.deleteIfExists(part);
    FileChannel channel =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return new BackupWriter(file, part, at, channel);
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
  public void add(String name, InputStream content) throws IOException {
    zip.putNextEntry(new ZipEntry(new FileSummary(name, 0, "").entry()));
    DigestOutputStream digested = new DigestOutputStream(open(zip), RowChecksum.sha256());
    long bytes = content.transferTo(digested);
    zip.closeEntry();
    String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
    files.add(new FileSummary(name, bytes, sha256));
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

  /** Puts the backup in its place, whole and on the disk. */
  public BackupManifest finish(String signpost) throws IOException {
    BackupManifest manifest =
        new BackupManifest(BackupManifest.FORM, signpost, at.toString(), databases, files);
    zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
    zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    channel.force(true);
    channel.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return manifest;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
