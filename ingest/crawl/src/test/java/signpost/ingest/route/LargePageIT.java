package signpost.ingest.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.PageEvent.PageRead;
import signpost.kit.SteppedClock;

/** Pages that hold more than a record may. */
class LargePageIT {

  @TempDir Path folder;

  @Test
  void pageOfManyLongLinksIsPublishedCutAndTheNextFollows() throws IOException {
    SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T09:00:00Z"));
    try (Site site = new Site()) {
      page(site, "/long-links", links(2_000, 2_000));
      page(site, "/long-headings", "<h2>%s</h2>".formatted("Words ".repeat(20_000)).repeat(40));
      page(site, "/usual", "<p>Words for families who look after each other.</p>");
      try (Crawl crawl =
          new Crawl(
              folder, site, clock, LargePageIT.class, "/long-links", "/long-headings", "/usual")) {
        List<String> pages =
            Stream.of("/long-links", "/long-headings", "/usual").map(site::url).toList();
        await()
            .until(() ->
                crawl.told().of(PageRead.class).stream()
                    .map(page -> page.page().value())
                    .toList()
                    .containsAll(pages));
        assertThat(crawl.told().of(PageRead.class))
            .filteredOn(page -> page.page().value().equals(site.url("/long-links")))
            .allSatisfy(page -> assertThat(page.outlinks()).hasSizeBetween(100, 1_000));
      }
    }
  }

  private static void page(Site site, String path, String content) {
    String html =
        "<!doctype html><html lang=en><title>Help</title><main><h1>Help</h1><p>For you.</p>"
            + content
            + "</main>";
    site.body(path, "text/html; charset=utf-8", html.getBytes(UTF_8));
  }

  private static String links(int number, int length) {
    return IntStream.range(0, number)
        .mapToObj(i -> "<p><a href='/%d/%s'>To %d</a></p>".formatted(i, "x".repeat(length), i))
        .collect(Collectors.joining());
  }
}
