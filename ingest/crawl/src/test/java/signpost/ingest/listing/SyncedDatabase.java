package signpost.ingest.listing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.Source;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.ingest.store.Databases;
import signpost.ingest.visit.TargetWatching;
import signpost.kit.SharedBroker;
import signpost.record.LoopPace;
import signpost.record.Supervisor;
import signpost.record.outbox.Outbox;
import signpost.record.outbox.Relay;
import signpost.record.store.Database;
import signpost.record.topic.KafkaConfig;
import signpost.trace.Traces;
import signpost.url.CanonicalUrl;

/** A database with which catalogues are synchronised, and what stands in it then. */
final class SyncedDatabase implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** A file of the catalogue for each way to refer to {@code HOST/help/}. */
  static final Map<String, String> WAYS =
      new TreeMap<>(
          Map.of(
              "active",
              placed("active"),
              "unverified",
              placed("unverified"),
              "manual",
              placed("manual"),
              "guide",
              "guide: {id: g, title: G, url: HOST/help/}\n" + elsewhere(),
              "our-guide",
              "guide: {id: o, title: O, url: HOST/help/, ours: true}\n" + elsewhere(),
              "start",
              "sources: [{id: s, start: HOST/help/}]\n",
              "our-start",
              "sources: [{id: t, start: HOST/help/, ours: true}]\n",
              "found",
              "sources: [{id: found, start: HOST/}]\n",
              "our-found",
              "sources: [{id: our-found, start: HOST/, ours: true}]\n",
              "our-too-found",
              "sources: [{id: our-too-found, start: HOST/, ours: true}]\n"));

  private final Database database;
  private final Supervisor supervisor;
  private final SqlFrontier frontier;
  private final ListingSync sync;

  /** A target as it is stored; {@code same} if it is the row that was marked. */
  record Row(TargetKind kind, boolean placed, Optional<String> source, boolean same) {}

  SyncedDatabase(Path folder, Class<?> test) {
    database = Databases.sqlite(folder);
    supervisor = new Supervisor(InstantSource.system(), LoopPace.USUAL);
    frontier = new SqlFrontier(database);
    Outbox outbox = new Outbox(database);
    String prefix = SharedBroker.prefix(test);
    KafkaConfig kafka = KafkaConfig.unsecured(SharedBroker.bootstrapServers(), prefix, (short) 1);
    Relay relay = new Relay(outbox, kafka, supervisor, Traces.off(), InstantSource.system());
    sync =
        new ListingSync(database, outbox, relay, new TargetWatching(frontier, outbox), () -> NOON);
  }

  @Override
  public void close() {
    supervisor.close();
    database.close();
  }

  ListingSync sync() {
    return sync;
  }

  CatalogueStep catalogue(IngestConfig config) {
    GuideWatching watching =
        new GuideWatching(database, new LivePages(database), new ConfirmedAddresses(database));
    return new CatalogueStep(config, sync, watching);
  }

  static String placed(String status) {
    return """
    guide: {id: %1$s, title: P}
    sections: [{title: S, resources: [{text: T, url: HOST/help/, status: %1$s}]}]
    """
        .formatted(status);
  }

  static String elsewhere() {
    return "sections: [{title: S, resources: [{text: T, url: HOST/elsewhere}]}]\n";
  }

  static CatalogueLoad load(String host, String... ways) {
    return read(
        host, Stream.of(ways).collect(toMap(way -> way, way -> WAYS.getOrDefault(way, ""))));
  }

  static CatalogueLoad read(String host, Map<String, String> texts) {
    Map<String, String> files = new TreeMap<>();
    texts.forEach((name, text) ->
        files.put(
            name + ".yaml",
            text.replace("HOST", "\"" + host).replaceAll("(\"https://[^ ,}]+)", "$1\"")));
    CatalogueLoad load = CatalogueReader.read(files);
    assertThat(load.problems()).isEmpty();
    return load;
  }

  void apply(CatalogueLoad load) {
    assertThat(load.complete()).isTrue();
    sync.apply(load.catalogue(), true, pages(load));
  }

  /** As if there were one more file, which cannot be read. */
  void applyWithout(CatalogueLoad load) {
    sync.apply(load.catalogue(), false, pages(load));
  }

  /** None of them has been read yet. */
  private static List<CanonicalUrl> pages(CatalogueLoad load) {
    return load.catalogue().guides().stream()
        .flatMap(guide -> guide.url().stream())
        .map(CanonicalUrl::of)
        .toList();
  }

  /** As if a visit to the start of that source had led to the page. */
  void crawled(CatalogueLoad load, CanonicalUrl page, String source) {
    List<WatchedUrl> found =
        load.catalogue().sources().stream()
            .map(Source::id)
            .filter(id -> id.equals(source) && id.endsWith("found"))
            .map(id ->
                new WatchedUrl(
                    page, page.value(), TargetKind.SOURCE_PAGE, false, Optional.of(id), 1, NOON))
            .toList();
    database.write(handle -> {
      frontier.watch(handle, found);
      return found.size();
    });
  }

  /** As if a visit to the page had found a link. */
  void refers(CanonicalUrl page, CanonicalUrl to) {
    WatchedUrl link =
        new WatchedUrl(to, to.value(), TargetKind.OUTLINK, false, Optional.empty(), 1, NOON);
    database.write(handle -> {
      frontier.watch(handle, List.of(link));
      return handle.execute(
          "INSERT INTO referrer (target, page, text, heading) VALUES (?, ?, '', '')",
          to.value(),
          page.value());
    });
  }

  void mark(CanonicalUrl page) {
    database.write(
        handle -> handle.execute("UPDATE target SET revised = 'same' WHERE url = ?", page.value()));
  }

  /** As if it had been read just now. */
  void visited(CanonicalUrl page) {
    database.write(handle ->
        handle.execute(
            "UPDATE target SET etag = 'read', due_at = ? WHERE url = ?",
            NOON.plus(Duration.ofHours(12)).toEpochMilli(),
            page.value()));
  }

  Optional<Row> row(CanonicalUrl url) {
    return database.read(handle ->
        handle
            .select("SELECT kind, placed, source, revised FROM target WHERE url = ?", url.value())
            .map((row, _) ->
                new Row(
                    TargetKind.valueOf(row.getString("kind")),
                    row.getInt("placed") != 0,
                    Optional.ofNullable(row.getString("source")),
                    "same".equals(row.getString("revised"))))
            .findOne());
  }

  Optional<String> etag(CanonicalUrl url) {
    return select("SELECT etag FROM target WHERE etag IS NOT NULL AND url = ?", url.value());
  }

  Instant due(CanonicalUrl url) {
    return select("SELECT due_at FROM target WHERE url = ?", url.value())
        .map(Long::parseLong)
        .map(Instant::ofEpochMilli)
        .orElseThrow();
  }

  boolean listed(CanonicalUrl url) {
    return !listing(url).isEmpty();
  }

  String listing(CanonicalUrl url) {
    return select("SELECT event FROM listing WHERE record_key = ?", url.value()).orElse("");
  }

  /** Whether the last that was said of the page in that topic is that it is gone. */
  boolean removed(CanonicalUrl url, String topic) {
    return select(
            "SELECT CASE WHEN body IS NULL THEN 'gone' ELSE '' END FROM outbox"
                + " WHERE record_key = ? AND topic = ? ORDER BY id DESC LIMIT 1",
            url.value(),
            topic)
        .filter("gone"::equals)
        .isPresent();
  }

  private Optional<String> select(String sql, Object... values) {
    return database.read(handle -> handle.select(sql, values).mapTo(String.class).findOne());
  }
}
