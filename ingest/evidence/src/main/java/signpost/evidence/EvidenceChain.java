package signpost.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.events.RecordJson;
import signpost.events.Sha256;

/**
 * The chain of everything that was written and removed: a text file with one line for each, in
 * order. Before each line stands the SHA-256 of the line and of the digest before it, so the last
 * digest stands for all that came before, and no line can be changed, added or taken out amid them.
 *
 * <p>A line is written after what it speaks of. What a process did not finish is therefore the end
 * of a file that no line speaks of, or a last line without its end.
 */
final class EvidenceChain {
  static final String NAME = "chain.txt";

  /** What the first line follows. */
  static final String START = "0".repeat(64);

  private final Path file;

  EvidenceChain(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /**
   * The chain as it stands.
   *
   * @param lines all that could be read
   * @param digests of each of those lines, as stated
   * @param bytes the length of the whole lines
   * @param unfinished whether a line was begun and not ended
   * @param broken what is wrong with it, in words
   */
  record ChainReading(
      List<ChainLine> lines,
      List<String> digests,
      long bytes,
      boolean unfinished,
      List<String> broken) {
    ChainReading {
      lines = List.copyOf(lines);
      digests = List.copyOf(digests);
      broken = List.copyOf(broken);
    }

    /** Stands for all there is. */
    String head() {
      return digests.isEmpty() ? START : digests.getLast();
    }
  }

  ChainReading read() throws IOException {
    if (!Files.exists(file)) {
      return new ChainReading(List.of(), List.of(), 0, false, List.of());
    }
    byte[] all = Files.readAllBytes(file);
    List<ChainLine> lines = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    int begin = 0;
    for (int end = end(all, begin); end >= 0; end = end(all, begin)) {
      String line = new String(all, begin, end - begin, UTF_8);
      String before = digests.isEmpty() ? START : digests.getLast();
      Optional<ChainLine> read = read(line);
      if (read.isEmpty() || !line.startsWith(digest(before, line.substring(START.length() + 1)))) {
        broken.add("line " + (lines.size() + 1) + " of " + NAME + " is not as it was written");
      }
      if (read.isPresent()) {
        lines.add(read.get());
        digests.add(line.substring(0, START.length()));
      }
      begin = end + 1;
    }
    boolean unfinished = begin < all.length;
    if (unfinished && read(new String(all, begin, all.length - begin - 1, UTF_8)).isPresent()) {
      broken.add("the end of the last line of " + NAME + " is not as it was written");
    }
    return new ChainReading(lines, digests, begin, unfinished, broken);
  }

  private static int end(byte[] all, int from) {
    for (int i = from; i < all.length; i++) {
      if (all[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static Optional<ChainLine> read(String line) {
    if (line.length() < START.length() + 2 || line.charAt(START.length()) != ' ') {
      return Optional.empty();
    }
    try {
      return Optional.of(RecordJson.read(line.substring(START.length() + 1), ChainLine.class));
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  private static String digest(String before, String json) {
    return Sha256.of((before + ' ' + json).getBytes(UTF_8));
  }

  /** What stands for the chain after lines were added, and by how many bytes it is longer. */
  record ChainAddition(String head, long bytes) {}

  /**
   * Adds lines after the first {@code length} bytes; what an earlier process left there is cut off.
   * They are on the disk when it returns.
   */
  ChainAddition append(String head, long length, List<ChainLine> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    String last = head;
    for (ChainLine line : lines) {
      String json = RecordJson.write(line);
      last = digest(last, json);
      text.append(last).append(' ').append(json).append('\n');
    }
    byte[] added = text.toString().getBytes(UTF_8);
    write(file, length, added);
    return new ChainAddition(last, added.length);
  }

  /**
   * Puts bytes at a place of a file, which ends after them, and on the disk. Where that fails the
   * file ends at the place.
   */
  static void write(Path file, long at, byte[] bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.truncate(at);
      out.position(at);
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    } catch (IOException e) {
      takeBack(file, at, e);
      throw e;
    }
  }

  /** Ends a file at a place because of a failure; one that ends at its beginning is deleted. */
  static void takeBack(Path file, long at, IOException because) {
    try {
      if (at > 0) {
        cut(file, at);
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      because.addSuppressed(e); // the next start cuts it
    }
  }

  /** Ends a file at a place. */
  static void cut(Path file, long at) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.truncate(at);
    }
  }
}
