package signpost.bench.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import signpost.events.DecodedRecord;
import signpost.events.EventCodec;
import signpost.events.WireRecord;
import signpost.search.index.PageIndex;

/** Builds the product's own index from records, in the steps of its intake when it catches up. */
final class IndexBuild {
  private static final int POLLED = 500;
  private static final long MOST_WAITING_BYTES = 32 * 1024 * 1024;
  private static final Duration COMMIT_AFTER = Duration.ofSeconds(10);

  private IndexBuild() {}

  /** What came of it; {@code bytes} on disk. */
  record BuildResult(int documents, int records, Duration took, long bytes) {
    double perSecond() {
      return documents / (took.toNanos() / 1e9);
    }
  }

  static BuildResult run(Path home, RecordSpool spool, int documents) throws IOException {
    long began = System.nanoTime();
    try (PageIndex index = PageIndex.open(home);
        RecordSpool.SpoolReader reader = spool.open()) {
      long waiting = 0;
      long committed = began;
      for (List<WireRecord> some = reader.poll(POLLED);
          !some.isEmpty();
          some = reader.poll(POLLED)) {
        for (WireRecord message : some) {
          put(index, message);
          waiting += message.value().map(it -> it.length).orElse(0);
        }
        if (waiting > MOST_WAITING_BYTES) {
          index.refresh();
          waiting = 0;
        }
        if (System.nanoTime() - committed > COMMIT_AFTER.toNanos()) {
          index.commit(Map.of());
          committed = System.nanoTime();
        }
      }
      index.commit(Map.of());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new BuildResult(documents, spool.records(), took, size(home));
  }

  private static void put(PageIndex index, WireRecord message) throws IOException {
    switch (EventCodec.decode(message)) {
      case DecodedRecord.KnownEvent(var envelope) -> index.put(envelope);
      case DecodedRecord.RemovedKey _, DecodedRecord.UnknownType _, DecodedRecord.Malformed _ ->
          throw new IllegalStateException("made up badly: " + message);
    }
  }

  private static long size(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).mapToLong(IndexBuild::size1).sum();
    }
  }

  private static long size1(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
