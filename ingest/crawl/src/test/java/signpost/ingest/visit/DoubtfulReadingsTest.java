package signpost.ingest.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

/** Ten pages of one host, all visited today. */
class DoubtfulReadingsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void start() {
    database = Databases.sqlite(folder);
    database.write(handle -> {
      List<WatchedUrl> all =
          IntStream.range(0, 10).mapToObj(DoubtfulReadingsTest::watched).toList();
      new SqlFrontier(database).watch(handle, all);
      return handle.execute("UPDATE target SET visited_at = ?", NOW.toEpochMilli());
    });
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void opsAreToldOnceOfThreePagesInADay() {
    doubt(0, NOW);
    doubt(0, NOW);
    doubt(1, NOW);
    assertThat(toldAt()).isEmpty();

    doubt(2, NOW);
    assertThat(toldAt()).contains(NOW);
    doubt(3, NOW.plusSeconds(60));
    assertThat(toldAt()).contains(NOW);
  }

  @Test
  void doubtsOfSeveralDaysAreNone() {
    doubt(0, NOW.minus(Duration.ofDays(3)));
    doubt(1, NOW.minus(Duration.ofDays(2)));
    doubt(2, NOW);

    assertThat(toldAt()).isEmpty();
  }

  private void doubt(int n, Instant now) {
    database.write(handle -> {
      DoubtfulReadings.add(handle, url(n), "its root is missing", now);
      return n;
    });
  }

  private Optional<Instant> toldAt() {
    return database.read(handle ->
        handle
            .select("SELECT doubted_at FROM host WHERE doubted_at IS NOT NULL")
            .mapTo(Long.class)
            .findOne()
            .map(Instant::ofEpochMilli));
  }

  private static WatchedUrl watched(int n) {
    return new WatchedUrl(
        url(n), url(n).value(), TargetKind.RESOURCE, true, Optional.empty(), 0, NOW);
  }

  private static CanonicalUrl url(int n) {
    return new CanonicalUrl("https://help.example/page-" + n);
  }
}
