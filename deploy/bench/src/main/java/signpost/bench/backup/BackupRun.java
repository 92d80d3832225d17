package signpost.bench.backup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import signpost.bench.FigureTable;
import signpost.bench.Figures;
import signpost.bench.scale.MadePages;
import signpost.events.Event;
import signpost.events.PageEvent.PageRead;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.local.LocalModule;
import signpost.local.backup.KeptPart;
import signpost.local.backup.MachineBackup;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.local.backup.MachineRestore;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;

/** Fills ingest's tables, backs them up while they are written, and restores them twice. */
final class BackupRun {
  private static final Instant START = Instant.parse("2026-11-01T06:00:00Z");
  private static final Duration MOST = Duration.ofMinutes(2);
  private static final Duration CALM = Duration.ofSeconds(10);
  private static final int AT_ONCE = 200;
  private static final String VERSION = "bench";

  private final Path folder;
  private final int pages;
  private final FigureTable figures;
  private final MadePages made;

  BackupRun(Path folder, int pages, FigureTable figures) {
    this.folder = folder;
    this.pages = pages;
    this.figures = figures;
    this.made = new MadePages(1, pages);
  }

  void measure() throws IOException, InterruptedException {
    List<KeptPart> parts = parts(folder.resolve("first"), "");
    for (KeptPart part : parts) {
      Files.createDirectories(part.folder());
      Database.open(part.schema(), part.jdbc().url(), "", "").close();
    }
    Path file = backup(parts);
    restore(file, "SQLite", folder.resolve("second"), "");
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      restore(file, "PostgreSQL", folder.resolve("third"), url);
    }
  }

  private Path backup(List<KeptPart> parts) throws IOException, InterruptedException {
    KeptPart ingest = parts.getLast();
    Files.createDirectories(parts.getFirst().catalogue().orElseThrow());
    Path file = folder.resolve("backup.zip");
    try (Database database = Database.open(ingest.schema(), ingest.jdbc().url(), "", "")) {
      fill(database);
      figures.row(
          "database of %,d pages".formatted(pages),
          "%,d MiB".formatted(size(ingest.folder()) >> 20));
      TimedWrites calm = TimedWrites.to(database);
      Thread.sleep(CALM);
      figures.row("a write's wait, nothing else to do", calm.ended().toString());
      TimedWrites meanwhile = TimedWrites.to(database);
      long started = System.nanoTime();
      WrittenBackup written = MachineBackup.write(parts, Optional.empty(), file, VERSION, START);
      Duration took = Duration.ofNanos(System.nanoTime() - started);
      Figures waits = meanwhile.ended();
      figures.row(
          "backup of %,d rows, %,d MiB".formatted(written.manifest().rows(), written.bytes() >> 20),
          seconds(took),
          "≤ 2 min",
          took.compareTo(MOST) <= 0);
      figures.row("a write's wait meanwhile", waits.toString());
    }
    return file;
  }

  /** A restore compares by itself, and fails where anything differs. */
  private void restore(Path file, String name, Path machine, String url) {
    long started = System.nanoTime();
    MachineRestore.of(file, parts(machine, url), machine);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    figures.row("restored into " + name + ", counts and checksums equal", seconds(took));
  }

  private void fill(Database database) {
    SqlFrontier frontier = new SqlFrontier(database);
    Outbox outbox = new Outbox(database);
    for (int from = 0; from < pages; from += AT_ONCE) {
      List<Event> events =
          IntStream.range(from, Math.min(pages, from + AT_ONCE))
              .boxed()
              .flatMap(it -> made.events(it).stream())
              .toList();
      database.write(handle -> {
        frontier.watch(handle, events.stream().flatMap(it -> watched(it).stream()).toList());
        events.forEach(it -> outbox.put(handle, it, START));
        return events.size();
      });
    }
  }

  private static Optional<WatchedUrl> watched(Event event) {
    return event instanceof PageRead page
        ? Optional.of(
            new WatchedUrl(
                page.page(),
                page.page().value(),
                TargetKind.RESOURCE,
                true,
                Optional.empty(),
                0,
                START))
        : Optional.empty();
  }

  private static List<KeptPart> parts(Path machine, String url) {
    return KeptPart.of(
        Map.of(
            LocalModule.INGEST, settings(machine.resolve("ingest"), url),
            LocalModule.NOTIFIER, settings(machine.resolve("notifier"), "")),
        false);
  }

  private static Map<String, Object> settings(Path data, String url) {
    return Map.of(
        "signpost.data", data.toString(),
        "signpost.catalogue", data.resolve("catalogue").toString(),
        "signpost.jdbc.url", url);
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(it -> it.toFile().length()).sum();
    }
  }

  private static String seconds(Duration took) {
    return "%.1f s".formatted(took.toMillis() / 1000.0);
  }
}
