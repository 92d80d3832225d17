package signpost.ingest.successor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.ingest.store.Databases;
import signpost.ingest.successor.SearchedTarget.SearchResult;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.web.health.TargetState;

/** Each end of a page is looked for anew. */
class SuccessorSearchesTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Instant NEXT_YEAR = NOON.plus(Duration.ofDays(365));
  private static final CanonicalUrl PAGE = new CanonicalUrl("https://example.org/old");
  private static final LinkHealth WELL = new LinkHealth.Ok();
  private static final LinkHealth SUSPECT = new LinkHealth.Suspect(FailureClass.NOT_FOUND, NOON);
  private static final LinkHealth BROKEN = new LinkHealth.Broken(FailureClass.NOT_FOUND, NOON);

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private SuccessorSearches searches;

  @BeforeEach
  void start() {
    database = Databases.sqlite(folder);
    searches = new SuccessorSearches(database, new Outbox(database), () -> NOON);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  /** It came back while nobody placed it, so no visit of a placed page saw both. */
  @Test
  void pageThatIsSeenWellIsSearchedAnewWhenItDiesAgain() {
    judged(SUSPECT, NOON);
    found(NOON);
    judged(BROKEN, NOON);
    judged(WELL, NEXT_YEAR);
    judged(SUSPECT, NEXT_YEAR);
    judged(BROKEN, NEXT_YEAR);

    assertThat(told()).isOne();
    assertThat(due(NEXT_YEAR.plus(Duration.ofDays(1)))).hasSize(1);
  }

  @Test
  void whatWasFoundForASuspicionThatPassedIsNotToldOfALaterEnd() {
    judged(SUSPECT, NOON);
    found(NOON);
    judged(WELL, NOON.plusSeconds(3600));
    judged(SUSPECT, NEXT_YEAR);
    judged(BROKEN, NEXT_YEAR);

    assertThat(told()).isZero();
  }

  @Test
  void whatIsSearchedAndPlacedNoMoreIsKnown() {
    judged(SUSPECT, NOON);
    SqlFrontier frontier = new SqlFrontier(database);
    watch(frontier);
    assertThat(database.read(SuccessorRows::unplaced)).isEmpty();

    database.write(handle -> {
      frontier.unplace(handle, PAGE);
      return true;
    });
    assertThat(database.read(SuccessorRows::unplaced)).containsExactly(PAGE);
  }

  @Test
  void searchThatWasGivenUpIsToldApartFromOneThatFoundNothing() {
    judged(SUSPECT, NOON);
    var silence = new SearchResult.Unsettled("example.org did not answer all that we asked");
    for (int i = 0; i < 4; i++) {
      assertThat(database.read(SuccessorRows::givenUpCount)).isZero();
      Instant at = database.read(SuccessorRows::nextDueAt).orElseThrow();
      due(at).forEach(it -> keep(it, silence, at));
    }
    assertThat(database.read(SuccessorRows::givenUpCount)).isOne();

    judged(WELL, NEXT_YEAR);
    judged(SUSPECT, NEXT_YEAR);
    due(NEXT_YEAR.plus(Duration.ofHours(1)))
        .forEach(it ->
            keep(
                it,
                new SearchResult.Searched(new PageSuccessor.NotFound("No page is like it")),
                NEXT_YEAR));
    assertThat(database.read(SuccessorRows::givenUpCount)).isZero();
  }

  private void watch(SqlFrontier frontier) {
    WatchedUrl placed =
        new WatchedUrl(PAGE, PAGE.value(), TargetKind.RESOURCE, true, Optional.empty(), 0, NOON);
    database.write(handle -> {
      frontier.watch(handle, List.of(placed));
      return true;
    });
  }

  private void judged(LinkHealth health, Instant now) {
    database.write(handle -> {
      searches.judged(handle, PAGE, state(health), now);
      return true;
    });
  }

  /** The search that is due then has come to nothing. */
  private void found(Instant now) {
    var nothing = new SearchResult.Searched(new PageSuccessor.NotFound("No page is like it"));
    due(now.plus(Duration.ofHours(1))).forEach(it -> keep(it, nothing, now));
  }

  private void keep(SearchedTarget target, SearchResult result, Instant now) {
    database.write(handle -> {
      searches.keep(handle, target, target.after(result, now), now);
      return true;
    });
  }

  private List<SearchedTarget> due(Instant at) {
    return database.read(handle -> SuccessorRows.of(handle, "example.org", at));
  }

  private long told() {
    return new Outbox(database).unsentCount();
  }

  private static TargetState state(LinkHealth health) {
    return new TargetState(
        health,
        List.of(),
        false,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
