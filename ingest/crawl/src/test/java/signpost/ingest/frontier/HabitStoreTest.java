package signpost.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.ingest.frontier.HabitStore.WatchedTarget;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;
import signpost.web.schedule.VisitHabit;

class HabitStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final String HOST = "https://example.org";
  private static final CanonicalUrl PAGE = new CanonicalUrl(HOST + "/a");

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
  void whatWasLearnedIsThereAgain() {
    VisitHabit seen = VisitHabit.NEW.seen(false, NOW);
    HostHints asked = HostHints.NEW.asked(NOW);
    database.write(handle -> {
      HabitStore.keep(handle, PAGE, seen);
      HabitStore.keep(handle, HOST, asked);
      return 0;
    });

    assertThat(watched()).extracting(WatchedTarget::habit).containsExactly(seen);
    assertThat(hints()).isEqualTo(asked);
  }

  @Test
  void whatCannotBeReadIsLearnedAnewAndStopsNoVisit() {
    database.write(handle -> handle.execute("UPDATE target SET habit = '{\"rate\": 3'"));
    database.write(handle -> handle.execute("UPDATE host SET hints = 'of another version'"));

    assertThat(watched()).extracting(WatchedTarget::habit).containsExactly(VisitHabit.NEW);
    assertThat(hints()).isEqualTo(HostHints.NEW);
  }

  private List<WatchedTarget> watched() {
    return database.read(handle -> HabitStore.of(handle, HOST));
  }

  private HostHints hints() {
    return database.read(handle -> HabitStore.hints(handle, HOST));
  }
}
