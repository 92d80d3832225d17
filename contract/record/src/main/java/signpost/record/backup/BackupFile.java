package signpost.record.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import signpost.events.Sha256;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.backup.BackupManifest.FileSummary;

/** A backup that is read. What is read is compared with what the manifest says of it. */
public final class BackupFile implements AutoCloseable {
  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(ZipFile zip, BackupManifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens it.
   *
   * @throws UnusableBackup where it is none, was cut, or is of a newer Signpost
   */
  public static BackupFile open(Path file) throws IOException {
    ZipFile zip = zip(file);
    try {
      BackupManifest manifest = manifest(zip);
      if (manifest.form() != BackupManifest.FORM) {
        throw new UnusableBackup(
            "%s was made by Signpost %s, in a form that this one does not know. Restore it with that version."
                .formatted(file, manifest.signpost()));
      }
      return new BackupFile(zip, manifest);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static BackupManifest manifest(ZipFile zip) throws IOException {
    try (InputStream json = entry(zip, BackupManifest.NAME)) {
      return new ObjectMapper()
          .readerFor(BackupManifest.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(unaltered(json.readAllBytes(), zip.getEntry(BackupManifest.NAME)));
    } catch (JacksonException | ZipException | EOFException _) {
      throw altered(BackupManifest.NAME);
    }
  }

  /** Whoever reads by names is not told by Java whether the bytes are those that were written. */
  private static byte[] unaltered(byte[] content, ZipEntry entry) {
    CRC32 crc = new CRC32();
    crc.update(content);
    if (crc.getValue() != entry.getCrc()) {
      throw altered(BackupManifest.NAME);
    }
    return content;
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (NoSuchFileException e) {
      throw new UnusableBackup("There is no file " + file + ".", e);
    } catch (ZipException e) {
      throw new UnusableBackup(
          "%s is no whole backup (%s): it is another file, or was cut while it was copied. Copy it again, or take an earlier one."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** What is in it. */
  public BackupManifest manifest() {
    return manifest;
  }

  /** Puts a module's tables into an empty database, and compares them there with the backup. */
  public void load(DatabaseSummary summary, DatabaseLoad load) throws IOException {
    load.require(summary.tables());
    for (TableSummary table : summary.tables()) {
      String name = DatabaseSummary.entry(summary.module(), table.name());
      try (BufferedReader rows =
          new BufferedReader(new InputStreamReader(entry(zip, name), UTF_8), 1 << 16)) {
        load.fill(table, rows);
      } catch (ZipException | EOFException | JacksonException _) {
        throw altered(name);
      }
    }
    load.compare(summary.tables());
  }

  /** Writes one of its files, which must not be there yet, for its owner alone, onto the disk. */
  public void extract(FileSummary file, Path to) throws IOException {
    DigestInputStream content = new DigestInputStream(entry(zip, file.entry()), Sha256.function());
    try (content;
        FileChannel channel = OwnersFile.make(to);
        OutputStream out = Channels.newOutputStream(channel)) {
      content.transferTo(out);
      channel.force(true);
    } catch (ZipException | EOFException _) {
      throw altered(file.name());
    }
    String sha256 = HexFormat.of().formatHex(content.getMessageDigest().digest());
    if (!file.sha256().equals(sha256)) {
      throw altered(file.name());
    }
  }

  private static InputStream entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new UnusableBackup("This is no backup of Signpost: it lacks " + name + ".");
    }
    return zip.getInputStream(entry);
  }

  static UnusableBackup altered(String what) {
    return new UnusableBackup(
        "The backup is damaged: %s is not as it was written. Nothing was restored. Copy the file again, or take an earlier one."
            .formatted(what));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
