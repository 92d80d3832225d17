package signpost.ingest.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.PageEvent.PageRead;
import signpost.kit.RestartedPostgres;
import signpost.kit.SteppedClock;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;

/** A database that goes and comes under a crawl that goes on. */
class DatabaseAwayIT {
  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T09:00:00Z"));

  @Test
  void whatWasUnderWayWhenTheDatabaseWentIsDoneWhenItIsBack() throws IOException {
    try (Site site = new Site();
        RestartedPostgres postgres = new RestartedPostgres(folder.resolve("postgres"))) {
      site.page("/a", page("First"));
      site.page("/b", page("First"));
      String[] paths = {"/a", "/b"};
      try (Crawl crawl =
          new Crawl(folder, site, clock, DatabaseAwayIT.class, postgres.url(), paths)) {
        crawl.settle();
        for (int day = 1; day <= 3; day++) {
          postgres.stop();
          site.page("/c" + day, page("Found on day " + day));
          crawl.guide("/a", "/b", "/c" + day);
          clock.advance(Duration.ofDays(1));
          Supervisor supervisor = crawl.bean(Supervisor.class);
          await()
              .untilAsserted(() ->
                  assertThat(supervisor.failing())
                      .extracting(FailingLoop::name)
                      .contains("dispatcher", "catalogue"));
          assertThat(supervisor.failing())
              .extracting(FailingLoop::why)
              .allSatisfy(why -> assertThat(why).startsWith("the database is away ("));
          postgres.start();
          await().until(() -> supervisor.failing().isEmpty());
          crawl.settle();
          assertThat(crawl.told().of(PageRead.class))
              .extracting(PageRead::title)
              .contains("Found on day " + day);
        }
      }
    }
  }

  private static String page(String title) {
    return "<!doctype html><html lang=en><title>%s</title><main><h1>%s</h1>".formatted(title, title)
        + "<p>Anyone who works with children may refer a family to us, in the café too, and"
        + " families may come by themselves. We answer within two working days.</p></main>";
  }
}
