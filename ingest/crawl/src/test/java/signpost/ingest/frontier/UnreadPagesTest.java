package signpost.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadOutcome.UnreadableReason;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

class UnreadPagesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final CanonicalUrl PAGE = new CanonicalUrl("https://example.org/shell");
  private static final ReadablePage WORDS = WrittenPage.saying().page();

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void start() {
    database = Databases.sqlite(folder);
    database.write(handle -> {
      new SqlFrontier(database)
          .watch(
              handle,
              List.of(
                  new WatchedUrl(
                      PAGE, PAGE.value(), TargetKind.RESOURCE, true, Optional.empty(), 0, NOW)));
      return 0;
    });
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void pageIsListedWithItsReasonAndSinceWhenThatHolds() {
    remember(new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "no words"), NOW);
    remember(new ReadOutcome.Doubtful(WORDS, "still busy"), NOW.plusSeconds(60));

    assertThat(all())
        .containsExactly(
            new UnreadLine(
                PAGE.value(), "doubtful", "still busy", NOW.plusSeconds(60), NOW.plusSeconds(60)));
  }

  @Test
  void sinceStandsAsLongAsTheReasonDoes() {
    remember(new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "no words"), NOW);
    remember(
        new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "others are being read"),
        NOW.plusSeconds(60));

    assertThat(all())
        .containsExactly(
            new UnreadLine(
                PAGE.value(), "needs-browser", "others are being read", NOW, NOW.plusSeconds(60)));
  }

  @Test
  void pageThatWaitsForTheBrowserKeepsWhatIsKnownOfIt() {
    waits("others are being read", NOW);
    waits("no turn", NOW.plusSeconds(60));
    assertThat(all())
        .containsExactly(
            new UnreadLine(PAGE.value(), "needs-browser", "no turn", NOW, NOW.plusSeconds(60)));

    remember(new ReadOutcome.Doubtful(WORDS, "still busy"), NOW);
    waits("no turn", NOW.plusSeconds(60));
    assertThat(all())
        .containsExactly(new UnreadLine(PAGE.value(), "doubtful", "still busy", NOW, NOW));
  }

  private void waits(String detail, Instant now) {
    database.write(handle -> {
      UnreadPages.waits(
          handle, PAGE, new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, detail), now);
      return 0;
    });
  }

  @Test
  void pageThatIsReadLeavesTheList() {
    remember(new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "no words"), NOW);
    assertThat(all()).hasSize(1);
    remember(new ReadOutcome.Read(WORDS), NOW);

    assertThat(all()).isEmpty();
  }

  @Test
  void pageThatAnswersWithAnErrorLeavesTheList() {
    remember(new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "no words"), NOW);
    failed(new FetchOutcome.TimedOut(PAGE.url(), "no answer", Duration.ofSeconds(30)));
    assertThat(all()).hasSize(1);
    failed(
        new FetchOutcome.Answered(
            PAGE.url(),
            PAGE.url(),
            404,
            List.of(),
            new Headers(Map.of()),
            ResponseBody.empty(),
            Duration.ZERO));

    assertThat(all()).isEmpty();
  }

  @Test
  void pageThatIsWatchedNoLongerLeavesNothing() {
    remember(new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "no words"), NOW);
    database.write(handle -> new SqlFrontier(database).forgetUnlessReferred(handle, PAGE));

    int rows =
        database.read(
            handle -> handle.select("SELECT COUNT(*) FROM unread_page").mapTo(Integer.class).one());
    assertThat(rows).isZero();
  }

  @Test
  void pageOfWhichOnlyALinkIsLeftLeavesTheList() {
    remember(new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "no words"), NOW);
    database.write(handle -> {
      new SqlFrontier(database)
          .demote(
              handle,
              new WatchedUrl(
                  PAGE, PAGE.value(), TargetKind.OUTLINK, false, Optional.empty(), 0, NOW));
      return 0;
    });

    assertThat(all()).isEmpty();
  }

  private void failed(FetchOutcome outcome) {
    database.write(handle -> {
      UnreadPages.failed(handle, PAGE, outcome);
      return 0;
    });
  }

  private void remember(ReadOutcome reading, Instant at) {
    database.write(handle -> {
      UnreadPages.remember(handle, PAGE, reading, at);
      return 0;
    });
  }

  private List<UnreadLine> all() {
    return database.read(handle -> UnreadPages.all(handle, 10));
  }
}
