package signpost.ingest.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.broker.SharedBroker;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.Source;
import signpost.events.CanonicalUrl;
import signpost.events.Topics;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.Watch;
import signpost.ingest.publish.KafkaConfig;
import signpost.ingest.publish.Outbox;
import signpost.ingest.publish.Relay;
import signpost.ingest.store.Database;
import signpost.ingest.store.Databases;
import signpost.ingest.visit.Watching;
import signpost.record.LoopPace;
import signpost.record.Supervisor;

/** An address may be referred to in many ways, and is watched as long as one of them is left. */
class ReferralsIT {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** A file of the catalogue for each way to refer to {@code HOST/help/}. */
  private static final Map<String, String> WAYS =
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
              "sources: [{id: our-found, start: HOST/, ours: true}]\n"));

  private static final Set<String> FOR_OWNERS = Set.of("active", "our-guide", "our-start");

  @TempDir static Path folder;
  private static Database database;
  private static Supervisor supervisor;
  private static SqlFrontier frontier;
  private static ListingSync sync;

  /** A target as it is stored; {@code same} if it is the row that it was. */
  private record Row(TargetKind kind, boolean placed, boolean same) {}

  @BeforeAll
  static void start() {
    database = Databases.sqlite(folder);
    supervisor = new Supervisor(InstantSource.system(), LoopPace.USUAL);
    frontier = new SqlFrontier(database);
    Outbox outbox = new Outbox(database);
    String prefix = SharedBroker.prefix(ReferralsIT.class);
    KafkaConfig kafka = new KafkaConfig(SharedBroker.bootstrapServers(), prefix, (short) 1);
    Relay relay = new Relay(outbox, kafka, supervisor, InstantSource.system());
    sync = new ListingSync(database, outbox, relay, new Watching(frontier, outbox), () -> NOON);
  }

  @AfterAll
  static void stop() {
    supervisor.close();
    database.close();
  }

  private static String placed(String status) {
    return """
    guide: {id: %1$s, title: P}
    sections: [{title: S, resources: [{text: T, url: HOST/help/, status: %1$s}]}]
    """
        .formatted(status);
  }

  private static String elsewhere() {
    return "sections: [{title: S, resources: [{text: T, url: HOST/elsewhere}]}]\n";
  }

  static Stream<Arguments> pairs() {
    return WAYS.keySet().stream()
        .flatMap(left ->
            WAYS.keySet().stream()
                .filter(ended -> !ended.equals(left))
                .map(ended -> Arguments.of(left, ended)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void endingOneOfTwoReferralsKeepsTheTargetForTheOther(String left, String ended) {
    String host = "https://%s.not-%s.example".formatted(left, ended);
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    CatalogueLoad both = load(host, left, ended);
    apply(both);
    crawled(both, page);
    apply(both);
    database.write(
        handle -> handle.execute("UPDATE target SET etag = 'same' WHERE url = ?", page.value()));

    apply(load(host, left));

    if (left.equals("manual")) {
      assertThat(row(page)).isEmpty();
      return;
    }
    boolean watchedBefore = !(left.equals("unverified") && ended.equals("manual"));
    assertThat(row(page)).map(Row::same).contains(watchedBefore);
    assertThat(row(page)).map(Row::placed).contains(FOR_OWNERS.contains(left));
    assertThat(row(page).filter(it -> it.kind().isRead())).isPresent();
    assertThat(row(page).filter(it -> isFollowed(it) || !left.endsWith("guide"))).isPresent();
    assertThat(removed(page)).isEmpty();
  }

  private static boolean isFollowed(Row row) {
    return row.kind() == TargetKind.GUIDE;
  }

  @Test
  void whatIsOnlyMissingFromFilesThatCannotBeReadIsNotEnded() {
    String host = "https://broken.example";
    CanonicalUrl page = new CanonicalUrl(host + "/help/");
    apply(load(host, "guide", "active"));
    database.write(
        handle -> handle.execute("UPDATE target SET etag = 'same' WHERE url = ?", page.value()));

    sync.apply(load(host, "manual").catalogue(), false);
    assertThat(row(page)).contains(new Row(TargetKind.GUIDE, false, true));

    apply(load(host, "guide", "manual"));
    assertThat(row(page)).contains(new Row(TargetKind.GUIDE, false, true));
    assertThat(removed(page)).isEmpty();
  }

  private static CatalogueLoad load(String host, String... ways) {
    Map<String, String> files = new TreeMap<>();
    for (String way : ways) {
      files.put(way + ".yaml", WAYS.getOrDefault(way, "").replace("HOST", "\"" + host));
    }
    files.replaceAll((_, text) -> text.replaceAll("(\"https://[^ ,}]+)", "$1\""));
    CatalogueLoad load = CatalogueReader.read(files);
    assertThat(load.problems()).isEmpty();
    return load;
  }

  private static void apply(CatalogueLoad load) {
    assertThat(load.complete()).isTrue();
    sync.apply(load.catalogue(), true);
  }

  /** As if a visit to the start of a source had led to the page. */
  private static void crawled(CatalogueLoad load, CanonicalUrl page) {
    List<Watch> found =
        load.catalogue().sources().stream()
            .filter(source -> source.id().endsWith("found"))
            .map(Source::id)
            .map(source ->
                new Watch(
                    page,
                    page.value(),
                    TargetKind.SOURCE_PAGE,
                    false,
                    Optional.of(source),
                    1,
                    NOON))
            .toList();
    database.write(handle -> {
      frontier.watch(handle, found);
      return found.size();
    });
  }

  private static Optional<Row> row(CanonicalUrl url) {
    return database.read(handle ->
        handle
            .select("SELECT kind, placed, etag FROM target WHERE url = ?", url.value())
            .map((row, _) ->
                new Row(
                    TargetKind.valueOf(row.getString("kind")),
                    row.getInt("placed") != 0,
                    "same".equals(row.getString("etag"))))
            .findOne());
  }

  /** Of which topics that tell how a page fares its record was taken away. */
  private static List<String> removed(CanonicalUrl url) {
    return database.read(handle ->
        handle
            .select(
                "SELECT topic FROM outbox WHERE record_key = ? AND body IS NULL AND topic IN (?, ?)",
                url.value(),
                Topics.PAGES,
                Topics.HEALTH)
            .mapTo(String.class)
            .list());
  }
}
