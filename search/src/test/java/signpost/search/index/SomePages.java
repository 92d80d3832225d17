package signpost.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.Envelope;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;

/** Pages in an index, where it does not matter what they say. */
final class SomePages {
  private SomePages() {}

  /** Puts those with these numbers, and shows them. */
  static void put(PageIndex index, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      index.put(Envelope.of(page(i), "test", Instant.EPOCH, 1));
    }
    index.refresh();
  }

  private static ResourceListed page(int number) {
    return new ResourceListed(
        CanonicalUrl.parse("https://a.example/" + number).orElseThrow(),
        PlacementStatus.ACTIVE,
        List.of(new PlacementRef("snap", "Section", "Page " + number, 1)),
        List.of(),
        Optional.empty(),
        List.of(),
        false);
  }

  /** How many are found. */
  static int seen(PageIndex index) throws IOException {
    return index.read(searcher -> searcher.count(StoredRecords.ofType(RecordType.RESOURCE)));
  }

  /** The next segments cannot be written, as there is something of their name. */
  static void stumble(Path generation) throws IOException {
    for (int i = 0; i < 100; i++) {
      Path inTheWay = generation.resolve("_" + Integer.toString(i, 36) + ".fdt");
      if (Files.notExists(inTheWay)) {
        Files.createFile(inTheWay);
      }
    }
  }
}
