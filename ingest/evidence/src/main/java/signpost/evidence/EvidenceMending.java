package signpost.evidence;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.evidence.EvidenceIndex.PlacedRecord;
import signpost.url.CanonicalUrl;

/**
 * Ends what a process did not finish. Records are written before their lines, so what no line
 * speaks of at the end of the last file was never evidence, unless the chain lost its end. A file
 * that is shorter than its lines say, or an earlier one that is longer, is damage.
 */
final class EvidenceMending {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceMending.class);

  /** A file without what was removed, before it takes the other's place. */
  static final String FRESH = ".new";

  /** What was begun when a process died; a number follows where there is one already. */
  private static final String LEFT = EvidenceFolder.END + ".left";

  /**
   * Longer than an answer with its heads, of which ten MB are read where nothing else is
   * configured. A longer one that was broken off is set aside, too.
   */
  static final long LONGEST_UNFINISHED = 32L << 20;

  /** What we call files of records. */
  private static final Pattern OURS =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}-\\d{4,}" + Pattern.quote(EvidenceFolder.END));

  private EvidenceMending() {}

  /**
   * Ends it.
   *
   * @param head stands for all that the chain has
   */
  static void mend(Path folder, EvidenceIndex index, String head) throws IOException {
    HeldCaptures.mend(folder);
    List<String> files = index.files();
    setAside(folder, files, head);
    for (String name : files) {
      Path file = folder.resolve(name);
      long wanted = index.length(name);
      endRemoval(folder, name, index.records(name));
      long found = Files.exists(file) ? Files.size(file) : 0;
      boolean last = name.equals(files.getLast());
      if (found < wanted || (found > wanted && !last)) {
        throw new EvidenceDamagedException(
            name + " has " + found + " bytes and should have " + wanted);
      }
      if (found > wanted) {
        end(file, wanted, found - wanted);
      }
    }
  }

  /**
   * Ends a file where the chain ends. A process that died left less than a record there, or one of
   * which the next reading tells again; where more is, or a record that can be read, the chain may
   * have lost its end, and those bytes be all there is of it.
   */
  private static void end(Path file, long wanted, long more) throws IOException {
    if (isUnfinished(file, wanted, more)) {
      EvidenceChain.cut(file, wanted);
      LOG.info("Cut {} unfinished bytes off the end of {}", more, file);
      return;
    }
    Path aside = free(file.resolveSibling(stem(file.getFileName().toString())));
    copyEnd(file, wanted, more, aside);
    EvidenceChain.cut(file, wanted);
    LOG.warn(
        "No line of the chain speaks of the last {} bytes of {}, where records stand, or more than a"
            + " process leaves that dies: they are no evidence, and lie in {} now, which nothing"
            + " needs and you may delete, unless the chain has lost its end: then put back a newer"
            + " chain.txt and this file's end before anything is removed from the evidence",
        more,
        file,
        aside.getFileName());
  }

  /** The copy is on the disk, its name too, before its bytes go; one by half is taken back. */
  private static void copyEnd(Path file, long from, long length, Path aside) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long done = 0; done < length; ) {
        done += in.transferTo(from + done, length - done, out);
      }
      out.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(aside);
      throw e;
    }
    try (FileChannel folder =
        FileChannel.open(aside.resolveSibling("."), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /** Whether the end of a file is no more than a record that was broken off. */
  private static boolean isUnfinished(Path file, long wanted, long more) throws IOException {
    if (more > LONGEST_UNFINISHED) {
      return false;
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[Math.toIntExact(more)];
      in.seek(wanted);
      in.readFully(end);
      return WarcRecords.fault(end).isPresent();
    }
  }

  /**
   * A process that died before the first line of a new file has left one file behind the last of
   * which no line speaks. What one writing leaves was never evidence. More than one file, or more
   * in it, no process leaves: then the chain is not what it was.
   */
  private static void setAside(Path folder, List<String> files, String head) throws IOException {
    List<String> unknown =
        EvidenceFolder.records(folder).stream().filter(it -> isBehind(it, files)).toList();
    for (String name : unknown) {
      Path file = folder.resolve(name);
      if (unknown.size() > 1 || !isBegun(file, files, head)) {
        throw new EvidenceDamagedException("the chain does not speak of " + name);
      }
      Path aside = free(folder.resolve(stem(name)));
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      LOG.warn(
          "{} was begun and never written down, as when a process dies: it is no evidence, and lies"
              + " in {} now, which nothing needs and you may delete",
          file,
          aside.getFileName());
    }
  }

  private static boolean isBehind(String name, List<String> files) {
    return OURS.matcher(name).matches() && (files.isEmpty() || name.compareTo(files.getLast()) > 0);
  }

  /**
   * Whether a file of which no line speaks is no more than what a process has just begun to write.
   *
   * @param files those of which the chain speaks
   * @param head stands for all that the chain has
   */
  static boolean isBegun(Path file, List<String> files, String head) throws IOException {
    return isBehind(file.getFileName().toString(), files)
        && WarcRecords.isBegun(Files.readAllBytes(file), head);
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - EvidenceFolder.END.length());
  }

  private static Path free(Path stem) {
    return Stream.iterate(1, it -> it + 1)
        .map(it -> Path.of(stem + LEFT + (it == 1 ? "" : "-" + it)))
        .filter(it -> !Files.exists(it))
        .findFirst()
        .orElseThrow();
  }

  /** Deletes of what was set aside all that an address is in, or that cannot be read so far. */
  static void remove(Path folder, CanonicalUrl address) throws IOException {
    List<Path> aside;
    try (Stream<Path> found = Files.list(folder)) {
      aside = found.filter(it -> it.getFileName().toString().contains(LEFT)).toList();
    }
    for (Path file : aside) {
      if (WarcRecords.mayHave(Files.readAllBytes(file), address)) {
        LOG.warn(
            "Deleted {}, which may hold what is to be removed, of {} bytes",
            file,
            Files.size(file));
        Files.delete(file);
      }
    }
  }

  /** A file that was written anew counts once the chain says what is no longer in it. */
  private static void endRemoval(Path folder, String name, List<PlacedRecord> records)
      throws IOException {
    Path fresh = folder.resolve(name + FRESH);
    if (!Files.exists(fresh)) {
      return;
    }
    byte[] all = Files.readAllBytes(fresh);
    if (records.stream().allMatch(it -> it.isIn(all))) {
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.delete(fresh);
    }
  }
}
