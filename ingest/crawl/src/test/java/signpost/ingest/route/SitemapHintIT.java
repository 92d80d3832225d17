package signpost.ingest.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.SteppedClock;

/** A host's sitemap brings visits forward for as long as it is right, and puts none off. */
class SitemapHintIT {
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final List<String> PAGES = List.of("/news/", "/news/a", "/news/b", "/news/c");
  private static final String WORDS =
      "<p>Trauma-informed practice is an approach to health and care which is grounded in the"
          + " understanding that trauma exposure can affect people’s development.</p>";

  @TempDir Path folder;
  private final Site site = new Site();
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T09:00:00Z"));

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aPageWhoseLineMovesIsVisitedBeforeItsTimeUntilTheSitemapLies() throws IOException {
    serve();
    try (Crawl crawl = crawl()) {
      crawl.settle();
      assertThat(site.requests()).containsAll(PAGES).doesNotContain("/sitemap.xml");
      later(crawl);
      assertThat(asked("/sitemap.xml")).isOne();

      listed("2026-01-01", "/news/b", "2026-01-06T01:00:00Z");
      later(crawl);
      assertThat(asked("/news/b")).isEqualTo(2);
      assertThat(asked("/news/a")).isOne();
      assertThat(crawl.get("/api/due")).contains("a guide leads to it");

      String last = "";
      for (int lie = 0; lie < 3; lie++) {
        last = clock.instant().toString();
        listed(last, "/news/b", last);
        later(crawl);
      }
      listed(last, "/news/c", clock.instant().toString());
      later(crawl);
      assertThat(asked("/news/a")).isOne();
      assertThat(asked("/news/c")).isOne();
      assertThat(asked("/sitemap.xml")).isEqualTo(6);
      assertThat(asked("/toolkit")).as("every half a day, as promised").isGreaterThanOrEqualTo(7);
    }
  }

  @Test
  void aSitemapThatRobotsForbidIsNotAskedFor() throws IOException {
    serve();
    robots("User-agent: *\nDisallow: /sitemap.xml\n");
    try (Crawl crawl = crawl()) {
      crawl.settle();
      later(crawl);
      later(crawl);
      assertThat(asked("/toolkit")).isEqualTo(3);
      assertThat(site.requests()).doesNotContain("/sitemap.xml");
    }
  }

  @Test
  void theFeedThatAPageNamesStandsInForASitemapUntilThereIsOne() throws IOException {
    serve();
    site.body("/robots.txt", "text/plain", "User-agent: *\nDisallow:\n".getBytes(UTF_8));
    site.body("/feed.xml", "application/atom+xml", "<feed></feed>".getBytes(UTF_8));
    try (Crawl crawl = crawl()) {
      crawl.settle();
      later(crawl);
      assertThat(asked("/feed.xml")).isOne();
      assertThat(asked("/news/b")).isOne();

      fed("2026-01-06T01:00:00Z");
      later(crawl);
      assertThat(asked("/news/b")).isEqualTo(2);
      assertThat(asked("/news/a")).isOne();

      robots("User-agent: *\nDisallow:\n");
      for (int halfDays = 0; asked("/sitemap.xml") == 0 && halfDays < 6; halfDays++) {
        later(crawl);
      }
      int before = asked("/feed.xml");
      later(crawl);
      later(crawl);
      assertThat(asked("/sitemap.xml")).isEqualTo(3);
      assertThat(asked("/feed.xml")).isEqualTo(before);
    }
  }

  /** A feed in which one page has its own time. */
  private void fed(String time) {
    String entries =
        PAGES.stream()
            .map(it ->
                "<entry><link href='%s'/><updated>%s</updated></entry>"
                    .formatted(it, it.equals("/news/b") ? time : "2026-01-01T00:00:00Z"))
            .collect(Collectors.joining("", "<feed>", "</feed>"));
    site.body("/feed.xml", "application/atom+xml", entries.getBytes(UTF_8));
  }

  private void serve() {
    page("/toolkit", WORDS);
    page("/news/a", WORDS + "<p>The first of three short pieces of news.</p>");
    page("/news/b", WORDS + "<p>The second of three short pieces of news.</p>");
    page("/news/c", WORDS + "<p>The third of three short pieces of news.</p>");
    page(
        "/news/",
        WORDS + "<p><a href='a'>First</a> <a href='b'>Second</a> <a href='c'>Third</a></p>");
    robots("User-agent: *\nDisallow:\n");
    listed("2026-01-01", "/news/b", "2026-01-01");
  }

  private void page(String path, String words) {
    site.page(
        path,
        "<title>%s</title><link rel=alternate type=application/atom+xml href=/feed.xml><main><h1>News</h1>%s</main>"
            .formatted(path, words));
  }

  private void robots(String rules) {
    String text = rules + "Sitemap: " + site.url("/sitemap.xml") + "\n";
    site.body("/robots.txt", "text/plain", text.getBytes(UTF_8));
  }

  /** All pages with one time, but for one page that has its own. */
  private void listed(String time, String page, String own) {
    String lines =
        PAGES.stream()
            .map(it ->
                "<url><loc>%s</loc><lastmod>%s</lastmod></url>"
                    .formatted(site.url(it), it.equals(page) ? own : time))
            .collect(Collectors.joining("\n", "<urlset>\n", "\n</urlset>"));
    site.body("/sitemap.xml", "application/xml", lines.getBytes(UTF_8));
  }

  private int asked(String path) {
    return Collections.frequency(site.requests(), path);
  }

  private static void later(Crawl crawl) {
    crawl.later(HALF_A_DAY);
  }

  private Crawl crawl() throws IOException {
    Crawl crawl = new Crawl(folder, site, clock, SitemapHintIT.class, "/toolkit");
    Files.writeString(
        folder.resolve("catalogue/s.yaml"),
        "sources: [{id: s, start: \"%s\", schedule: \"0 0 6 1 1 ?\"}]\n"
            .formatted(site.url("/news/")));
    return crawl;
  }
}
