package signpost.ingest.frontier;

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
import signpost.ingest.frontier.HostTurns.TurnAnswer;
import signpost.ingest.frontier.HostTurns.TurnAnswer.TurnLater;
import signpost.ingest.frontier.HostTurns.TurnAnswer.TurnTaken;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.web.politeness.HostPace;

/** Whoever looks for pages and whoever visits them share a host's turns. */
class HostTurnsTest {
  private static final Instant CLOCK = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant WALL = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String HOST = "https://a.example";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @SuppressWarnings("NullAway.Init")
  private Frontier frontier;

  @SuppressWarnings("NullAway.Init")
  private HostTurns turns;

  @BeforeEach
  void open() {
    database = Databases.sqlite(folder);
    frontier = new SqlFrontier(database);
    turns = new HostTurns(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void hostThatIsAskedForAnotherPageIsNotVisited() {
    watch();
    TurnTaken turn = taken(take(WALL));

    assertThat(lease(WALL)).isEmpty();
    turns.end(turn, HostPace.fresh(WALL));
    assertThat(lease(WALL)).hasSize(1);
  }

  @Test
  void hostThatIsVisitedIsNotAskedForAnotherPage() {
    watch();
    lease(WALL);

    assertThat(take(WALL)).isInstanceOf(TurnLater.class);
  }

  @Test
  void whatAHostAnswersCountsForVisitsToo() {
    watch();
    HostPace throttled = new HostPace(MINUTE, 1, WALL.plus(MINUTE), 1, 0, Optional.empty());
    turns.end(taken(take(WALL)), throttled);

    assertThat(lease(WALL)).isEmpty();
    assertThat(take(WALL)).isEqualTo(new TurnLater(WALL.plus(MINUTE)));
    assertThat(taken(take(WALL.plus(MINUTE))).pace()).isEqualTo(throttled);
  }

  @Test
  void pausedHostIsNotAsked() {
    watch();
    frontier.pause(HOST, Optional.empty());

    assertThat(take(WALL)).isEqualTo(new TurnLater(Instant.MAX));
  }

  @Test
  void turnThatRanOutChangesNothing() {
    TurnTaken lost = taken(take(WALL));
    TurnTaken next = taken(take(WALL.plus(MINUTE)));
    turns.end(lost, HostPace.fresh(WALL.plus(MINUTE.multipliedBy(9))));

    assertThat(take(WALL.plus(MINUTE))).isInstanceOf(TurnLater.class);
    turns.end(next, HostPace.fresh(WALL));
    assertThat(take(WALL.plus(MINUTE))).isInstanceOf(TurnTaken.class);
  }

  private TurnAnswer take(Instant wall) {
    return turns.take(HOST, CLOCK, wall, MINUTE);
  }

  private static TurnTaken taken(TurnAnswer answer) {
    assertThat(answer).isInstanceOf(TurnTaken.class);
    return (TurnTaken) answer;
  }

  private List<Lease> lease(Instant wall) {
    return frontier.lease(9, CLOCK, wall, MINUTE);
  }

  private void watch() {
    CanonicalUrl url = new CanonicalUrl(HOST + "/1");
    WatchedUrl target =
        new WatchedUrl(url, url.value(), TargetKind.OUTLINK, false, Optional.empty(), 0, CLOCK);
    database.write(handle -> {
      frontier.watch(handle, List.of(target));
      return true;
    });
  }
}
