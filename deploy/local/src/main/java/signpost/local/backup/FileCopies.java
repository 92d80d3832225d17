package signpost.local.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.evidence.EvidenceCopy;
import signpost.evidence.EvidenceCopy.CopiedFile;
import signpost.record.backup.BackupWriter;
import signpost.record.backup.UnusableBackup;

/** Copies files into a backup, while others write and take away some of them. */
final class FileCopies {
  private final BackupWriter writer;

  FileCopies(BackupWriter writer) {
    this.writer = writer;
  }

  /** The files that there are when it is asked. */
  interface FileListing {
    List<CopiedFile> now() throws IOException;
  }

  /**
   * All below a folder but what lies in folders that a rule leaves out; names begin with a word.
   */
  static List<CopiedFile> below(String name, Path folder, Predicate<Path> leftOut)
      throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(it -> !leftOut.test(folder.relativize(it)))
          .sorted()
          .map(it ->
              new CopiedFile(
                  name + "/" + folder.relativize(it).toString().replace('\\', '/'),
                  it,
                  EvidenceCopy.WHOLE))
          .toList();
    }
  }

  /**
   * Copies a file that nobody takes away.
   *
   * @throws UnusableBackup where it is not there, or shorter than it must be
   */
  void add(CopiedFile file) throws IOException {
    long copied;
    try {
      copied = copied(file);
    } catch (NoSuchFileException e) {
      throw new UnusableBackup(
          "The file %s is not there, and belongs to what is backed up. Put it back, or move away the folder that it is missing from."
              .formatted(file.file()),
          e);
    }
    if (file.bytes() != EvidenceCopy.WHOLE && copied != file.bytes()) {
      throw new UnusableBackup(
          "The file %s is damaged: it has %,d bytes, and should have %,d. See “signpost evidence verify”."
              .formatted(file.file(), copied, file.bytes()));
    }
  }

  /**
   * Copies files of which each may be replaced by another of another name, until none is missed.
   */
  void addAll(FileListing listing) throws IOException {
    Set<String> names = new HashSet<>();
    boolean missed = true;
    while (missed) {
      missed = false;
      for (CopiedFile file : listing.now()) {
        if (!names.contains(file.name())) {
          if (isCopied(file)) {
            names.add(file.name());
          } else {
            missed = true;
          }
        }
      }
    }
  }

  private boolean isCopied(CopiedFile file) throws IOException {
    try {
      copied(file);
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private long copied(CopiedFile file) throws IOException {
    try (InputStream content = new Beginning(Files.newInputStream(file.file()), file.bytes())) {
      return writer.add(file.name(), content).bytes();
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
