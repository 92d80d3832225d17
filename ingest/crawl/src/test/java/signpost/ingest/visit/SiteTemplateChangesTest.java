package signpost.ingest.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Topics;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.frontier.WatchedUrl;
import signpost.ingest.revisit.VisitBudget;
import signpost.ingest.revisit.VisitTimes;
import signpost.ingest.store.Databases;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

/** Ten pages of one host, each visited twice within a quarter of an hour. */
class SiteTemplateChangesTest {
  private static final int PAGES = 10;
  private static final String BANNER = "We have moved house: see our new look.";

  @TempDir Path folder;
  private Database database;
  private Instant now = Instant.parse("2026-11-23T05:00:00Z");

  @BeforeEach
  void start() {
    database = Databases.sqlite(folder);
    database.write(handle -> {
      List<WatchedUrl> all = IntStream.range(0, PAGES).mapToObj(this::watched).toList();
      new SqlFrontier(database).watch(handle, all);
      return all;
    });
    IntStream.range(0, PAGES).forEach(n -> visit(n));
    now = now.plus(Duration.ofDays(1));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void whatComesToAllPagesIsToldOfNone() {
    IntStream.range(0, PAGES).forEach(n -> visit(n, BANNER));
    now = now.plus(Duration.ofMinutes(15));
    IntStream.range(0, PAGES).forEach(n -> visit(n, BANNER));

    assertThat(told()).isZero();
    assertThat(reading(0)).contains(BANNER);
  }

  @Test
  void whatComesToTwoPagesIsToldOfBoth() {
    visitTwice(2, "Parents may come along.");

    assertThat(told()).isEqualTo(2);
  }

  @Test
  void editAmidANewTemplateIsTold() {
    IntStream.range(1, PAGES).forEach(n -> visit(n, BANNER));
    visit(0, BANNER, "Parents may come along.");
    now = now.plus(Duration.ofMinutes(15));
    visit(0, BANNER, "Parents may come along.");

    assertThat(told()).isEqualTo(1);
  }

  @Test
  void firstPageWithSomethingNewHasItsNeighboursAsked() {
    database.write(handle ->
        handle.execute("UPDATE target SET due_at = ?", now.plusSeconds(86_400).toEpochMilli()));
    visit(0, BANNER);

    assertThat(due()).isEqualTo(4);
    visit(1, BANNER);
    assertThat(due()).isEqualTo(4);
  }

  private void visitTwice(int pages, String... more) {
    IntStream.range(0, pages).forEach(n -> visit(n, more));
    IntStream.range(pages, PAGES).forEach(n -> visit(n));
    now = now.plus(Duration.ofMinutes(15));
    IntStream.range(0, pages).forEach(n -> visit(n, more));
  }

  private void visit(int n, String... more) {
    database.write(handle -> {
      KnownTarget target = TargetStore.find(handle, url(n)).orElseThrow();
      handle.execute(
          "UPDATE target SET visited_at = ?, sign = 'WELL' WHERE url = ?",
          now.toEpochMilli(),
          url(n).value());
      return new RevisionStep(
              new Outbox(database),
              new PublisherProbes(new MediaPageReader(PublisherRules.builtIn())),
              times())
          .compare(handle, target, page(n, more), answer(n), now);
    });
  }

  private VisitTimes times() {
    Duration any = Duration.ofHours(12);
    var config =
        new IngestConfig(folder, folder, 1, any, any, any, any, any, ZoneOffset.UTC, List.of());
    return new VisitTimes(config, new VisitBudget(1_000));
  }

  private static ReadablePage page(int n, String... more) {
    return WrittenPage.saying(
            Stream.concat(
                    Stream.of("Advice number " + n + " for carers.", "All is well."),
                    Arrays.stream(more))
                .toArray(String[]::new))
        .titled("Advice")
        .page();
  }

  private static Answered answer(int n) {
    WebUrl url = url(n).url();
    return new Answered(
        url,
        url,
        200,
        List.of(),
        new Headers(Map.of()),
        ResponseBody.of("".getBytes(UTF_8)),
        Duration.ZERO);
  }

  private WatchedUrl watched(int n) {
    return new WatchedUrl(
        url(n), url(n).value(), TargetKind.RESOURCE, true, Optional.empty(), 0, now);
  }

  private static CanonicalUrl url(int n) {
    return new CanonicalUrl("https://help.example/page-" + n);
  }

  private int told() {
    return count("SELECT COUNT(*) FROM outbox WHERE topic = ?", Topics.CHANGES);
  }

  private int due() {
    return count("SELECT COUNT(*) FROM target WHERE due_at <= ?", now.toEpochMilli());
  }

  private int count(String sql, Object argument) {
    return database.read(handle -> handle.select(sql, argument).mapTo(Integer.class).one());
  }

  private String reading(int n) {
    return database.read((Handle handle) ->
        TargetStore.find(handle, url(n)).flatMap(KnownTarget::revised).orElseThrow());
  }
}
