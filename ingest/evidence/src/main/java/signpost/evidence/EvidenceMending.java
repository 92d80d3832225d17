package signpost.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.evidence.EvidenceIndex.PlacedRecord;

/**
 * Ends what a process did not finish. Records are written before their lines, so what no line
 * speaks of at the end of the last file was never evidence. A file that is shorter than its lines
 * say, or an earlier one that is longer, is damage.
 */
final class EvidenceMending {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceMending.class);

  /** A file without what was removed, before it takes the other's place. */
  static final String FRESH = ".new";

  /** What was begun when a process died. */
  private static final String LEFT = ".left";

  private EvidenceMending() {}

  static void mend(Path folder, EvidenceIndex index) throws IOException {
    HeldCaptures.mend(folder);
    List<String> files = index.files();
    setAside(folder, files);
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
        EvidenceChain.cut(file, wanted);
        LOG.info("Cut {} unfinished bytes off the end of {}", found - wanted, file);
      }
    }
  }

  /**
   * A process that died before the first line of a new file has left one file behind the last of
   * which no line speaks. It was never evidence; more than one no process leaves.
   */
  private static void setAside(Path folder, List<String> files) throws IOException {
    List<String> unknown =
        EvidenceFolder.records(folder).stream()
            .filter(it -> files.isEmpty() || it.compareTo(files.getLast()) > 0)
            .toList();
    if (unknown.size() == 1) {
      Path file = folder.resolve(unknown.getFirst());
      Path aside = folder.resolve(unknown.getFirst() + LEFT);
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      LOG.warn(
          "{} was begun and never written down, as when a process dies: it is no evidence, and lies"
              + " in {} now, which nothing needs and you may delete",
          file,
          aside.getFileName());
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
