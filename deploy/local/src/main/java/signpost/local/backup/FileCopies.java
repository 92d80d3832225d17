package signpost.local.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import signpost.evidence.EvidenceCopy;
import signpost.evidence.EvidenceCopy.CopiedFile;
import signpost.record.backup.BackupWriter;

/**
 * Copies files into a backup, while others write and take away some of them. What cannot be read is
 * told in the backup, and the others are copied all the same.
 */
final class FileCopies {
  private final BackupWriter writer;

  FileCopies(BackupWriter writer) {
    this.writer = writer;
  }

  /** The files that there are when it is asked. */
  interface FileListing {
    List<CopiedFile> now() throws IOException;
  }

  /** Copies a file that nobody takes away. */
  void add(CopiedFile file) throws IOException {
    if (!isCopied(file)) {
      writer.fault("left out: %s is not there any more".formatted(file.file()));
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
      for (CopiedFile file : listed(listing)) {
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

  private List<CopiedFile> listed(FileListing listing) {
    try {
      return listing.now();
    } catch (IOException | UncheckedIOException e) { // the latter amid a folder
      writer.fault("left out: files that cannot be listed (%s)".formatted(ToldFailure.why(e)));
      return List.of();
    }
  }

  /** Whether it was there. */
  private boolean isCopied(CopiedFile file) throws IOException {
    InputStream opened;
    try {
      opened = Files.newInputStream(file.file());
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      writer.fault(unread(file.file(), e));
      return true;
    }
    try (Beginning content = new Beginning(opened, file.bytes())) {
      long copied = writer.add(file.name(), content).bytes();
      tell(file, copied, content.failure());
    }
    return true;
  }

  private void tell(CopiedFile file, long copied, Optional<IOException> failure) {
    if (failure.isPresent()) {
      writer.fault(
          "%s was copied as far as it can be read, which is %,d bytes (%s)"
              .formatted(file.file(), copied, ToldFailure.why(failure.get())));
    } else if (file.bytes() != EvidenceCopy.WHOLE && copied != file.bytes()) {
      writer.fault(
          "%s has %,d bytes and should have %,d".formatted(file.file(), copied, file.bytes()));
    }
  }

  /** What is said of a file or folder that cannot be opened. */
  static String unread(Path file, IOException why) {
    return "left out: %s (%s)".formatted(file, ToldFailure.why(why));
  }

  /**
   * The first bytes of a file that others add to. Where the rest cannot be read it ends, for
   * whoever reads it writes, and the one's failure is not the other's.
   */
  private static final class Beginning extends FilterInputStream {
    private long left;
    private @Nullable IOException failure;

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
    public int read(byte[] into, int from, int most) {
      if (left == 0) {
        return -1;
      }
      try {
        int read = in.read(into, from, (int) Math.min(most, left));
        left -= Math.max(0, read);
        return read;
      } catch (IOException e) {
        failure = e;
        left = 0;
        return -1;
      }
    }

    Optional<IOException> failure() {
      return Optional.ofNullable(failure);
    }
  }
}
