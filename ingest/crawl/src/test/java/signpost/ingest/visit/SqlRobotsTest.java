package signpost.ingest.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.ingest.store.Databases;
import signpost.record.store.Database;
import signpost.web.politeness.StoredRobots;

class SqlRobotsTest {
  private static final String HOST = "https://a.example";
  private static final Instant NOW = Instant.parse("2026-01-05T06:00:00Z");

  @TempDir Path folder;

  @Test
  void aCopyOutlivesTheProcessAndSoDoesItsHostsRefusal() {
    var copy = new StoredRobots(HOST, "User-agent: *\nDisallow: /x\n", 200, NOW, Optional.empty());
    var refused = new StoredRobots(HOST, copy.text(), 200, NOW, Optional.of(NOW.plusSeconds(60)));
    try (Database database = Databases.sqlite(folder)) {
      SqlRobots robots = new SqlRobots(database);
      robots.save(copy);
      assertThat(robots.load(HOST)).contains(copy);
      robots.save(refused);
    }
    try (Database database = Databases.sqlite(folder)) {
      SqlRobots robots = new SqlRobots(database);
      assertThat(robots.load(HOST)).contains(refused);
      assertThat(robots.load("https://b.example")).isEmpty();
      robots.save(copy);
      assertThat(robots.load(HOST)).contains(copy);
    }
  }
}
