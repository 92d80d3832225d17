package signpost.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import signpost.events.Sha256;
import signpost.evidence.ChainLine.Removed;
import signpost.evidence.EvidenceIndex.PlacedRecord;
import signpost.url.CanonicalUrl;

/** Writes files anew in which the records of one address have given way to the word of it. */
final class EvidenceRemoval {
  private final EvidenceFolder reading;
  private final Path folder;
  private final String why;
  private final Instant at;
  private final List<String> touched = new ArrayList<>();

  EvidenceRemoval(EvidenceFolder reading, Path folder, String why, Instant at) {
    this.reading = reading;
    this.folder = folder;
    this.why = why;
    this.at = at;
  }

  /** Writes the files beside those that are; what the chain will say of it. */
  List<ChainLine> prepare(CanonicalUrl address) throws IOException {
    List<ChainLine> lines = new ArrayList<>();
    for (String file : reading.index().files()) {
      List<ChainLine> gone = rewrite(file, address);
      if (!gone.isEmpty()) {
        touched.add(file);
        lines.addAll(gone);
      }
    }
    return lines;
  }

  private List<ChainLine> rewrite(String file, CanonicalUrl address) throws IOException {
    List<ChainLine> gone = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean of = false;
    for (PlacedRecord it : reading.index().records(file)) {
      of = it.isOf(address, of);
      if (of && it.gone().isEmpty()) {
        byte[] stone = WarcRecords.tombstone(it.written(), at, why);
        gone.add(new Removed(it.line(), stone.length, Sha256.of(stone), at, why));
        out.write(stone);
      } else {
        out.write(reading.bytes(it));
      }
    }
    if (!gone.isEmpty()) {
      EvidenceChain.write(fresh(file), 0, out.toByteArray());
    }
    return gone;
  }

  private Path fresh(String file) {
    return folder.resolve(file + EvidenceMending.FRESH);
  }

  /** Puts the files in place, once the chain says so. */
  void finish() throws IOException {
    for (String file : touched) {
      Files.move(fresh(file), folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
