package signpost.ingest.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.PageEvent.PageRead;
import signpost.kit.SteppedClock;
import signpost.web.browser.BrowserSettings;

/** Pages that need a browser, with and without one. */
class EmptyShellIT {
  private static final String SHELL =
      "<html><title>Help</title><body><div id=root></div><script>"
          + "document.getElementById('root').innerHTML ="
          + " '<main><p>Words for families who look after each other.</p></main>'</script></body>";

  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T09:00:00Z"));
  @TempDir Path folder;

  @Test
  void shellIsSaidToNeedABrowserWhereItIsOff() throws IOException {
    try (Site site = new Site()) {
      site.page("/shell", SHELL);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/shell")) {
        crawl.settle();

        assertThat(crawl.get("/api/unread"))
            .contains(
                site.url("/shell"), "needs-browser", "signpost.browser is off", "2026-01-05T09:00");
        assertThat(read(crawl, site.url("/shell"))).isEmpty();
      }
    }
  }

  @Test
  void shellIsAskedForInFullThoughItsServerSaysThatItIsTheSame() throws IOException {
    try (Site site = new Site()) {
      site.unchanging("/shell", SHELL);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/shell")) {
        crawl.settle();

        crawl.later(Duration.ofDays(1));

        assertThat(crawl.get("/api/unread"))
            .contains("\"since\":\"2026-01-05T09:00", "\"at\":\"2026-01-06T09:00");
      }
    }
  }

  @Test
  void pageThatIsReadAgainLeavesTheList() throws IOException {
    try (Site site = new Site()) {
      site.page("/shell", SHELL);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, "/shell")) {
        crawl.settle();
        site.page("/shell", "<main><p>Words for families who look after each other.</p></main>");

        crawl.later(Duration.ofDays(1));

        assertThat(crawl.get("/api/unread")).isEqualTo("[]");
        assertThat(read(crawl, site.url("/shell"))).hasSize(1);
      }
    }
  }

  @Test
  void shellIsReadThroughTheBrowserWithinItsShareOfVisits() throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(BrowserSettings.DEBIAN),
        "skipped: no Chromium at " + BrowserSettings.DEBIAN + " (apt install chromium)");
    try (Site site = new Site()) {
      List<String> usual = IntStream.range(0, 40).mapToObj(n -> "/usual/" + n).toList();
      usual.forEach(path -> site.page(path, "<main><p>Words of the page %s.".formatted(path)));
      site.page("/shell", SHELL);
      Map<String, Object> on = Map.of("signpost.browser", true, "signpost.browser-sandbox", false);
      String[] paths = Stream.concat(usual.stream(), Stream.of("/shell")).toArray(String[]::new);
      try (Crawl crawl = new Crawl(folder, site, clock, EmptyShellIT.class, on, paths)) {
        crawl.settle();
        crawl.later(Duration.ofDays(1)); // At first so few visits were made that none was free.

        assertThat(read(crawl, site.url("/shell"))).hasSize(1);
        assertThat(crawl.get("/api/unread")).isEqualTo("[]");
      }
    }
  }

  private static List<PageRead> read(Crawl crawl, String url) {
    return crawl.told().of(PageRead.class).stream()
        .filter(it -> it.page().value().equals(url))
        .toList();
  }
}
