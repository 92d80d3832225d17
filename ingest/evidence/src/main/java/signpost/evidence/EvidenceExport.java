package signpost.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import signpost.evidence.EvidenceChain.ChainReading;
import signpost.evidence.EvidenceIndex.PlacedRecord;
import signpost.url.CanonicalUrl;

/** Takes the captures of one address out as a WARC file of its own, for any tool that reads one. */
public final class EvidenceExport {
  private EvidenceExport() {}

  /**
   * The file: what was kept, record by record as it stands, and what is held last.
   *
   * @throws IOException if a record cannot be read
   */
  public static byte[] warc(Path folder, CanonicalUrl address, String name, Instant now)
      throws IOException {
    ChainReading chain = new EvidenceChain(folder).read();
    EvidenceFolder reading = EvidenceFolder.read(folder);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(WarcRecords.info(name, chain.head(), now));
    for (String file : reading.index().files()) {
      boolean of = false;
      for (PlacedRecord it : reading.index().records(file)) {
        of = it.isOf(address, of);
        if (of) {
          out.write(reading.bytes(it));
        }
      }
    }
    var last = reading.held().find(address);
    if (last.isPresent()) {
      out.write(last.get().members());
    }
    return out.toByteArray();
  }
}
