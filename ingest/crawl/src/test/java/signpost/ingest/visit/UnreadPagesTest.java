package signpost.ingest.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadOutcome.UnreadableReason;
import signpost.web.extract.ReadablePage;

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
  void pageIsListedWithItsReasonAndSinceWhen() {
    remember(new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "no words"), NOW);
    remember(new ReadOutcome.Doubtful(WORDS, "still busy"), NOW.plusSeconds(60));

    assertThat(all())
        .containsExactly(
            new UnreadLine(PAGE.value(), "doubtful", "still busy", NOW, NOW.plusSeconds(60)));
  }

  @Test
  void pageThatIsReadLeavesTheList() {
    remember(new ReadOutcome.Unreadable(UnreadableReason.NEEDS_BROWSER, "no words"), NOW);
    assertThat(all()).hasSize(1);
    remember(new ReadOutcome.Read(WORDS), NOW);

    assertThat(all()).isEmpty();
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
