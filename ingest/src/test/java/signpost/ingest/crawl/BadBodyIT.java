package signpost.ingest.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeKind;
import signpost.ingest.extract.Documents;

/** Answers of status 200 that are no page: for two days, between a page and itself. */
class BadBodyIT {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String PDF = "application/pdf";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @TempDir Path folder;

  private interface Bad {
    void at(Site site, String path);

    static Bad of(String type, byte[] bytes) {
      return (site, path) -> site.body(path, type, bytes);
    }

    static Bad html(String text) {
      return of(HTML, text.getBytes(UTF_8));
    }
  }

  private static List<Bad> bodies() throws IOException {
    return List.of(
        Bad.html(""),
        Bad.html(" \n\t "),
        Bad.html("\0".repeat(10_000)),
        Bad.html("<!doctype html><title>Help</title><body></body>"),
        Bad.html("<title>Help</title><nav>" + "<a href='/x'>Menu</a> ".repeat(40) + "</nav>"),
        Bad.html("<div>".repeat(10_000)),
        Bad.html("<title>Help<body><main><p>Never closed, so that all of it is the title."),
        Bad.html("<p>x</p>".repeat(110_000)),
        Bad.html("x".repeat(10 * 1024 * 1024 + 1)),
        Bad.of("application/json", "{\"error\": \"upstream\"}".getBytes(UTF_8)),
        Bad.of(PDF, "<html><p>Please log in to read this document.</p>".getBytes(UTF_8)),
        Bad.of(PDF, Documents.lockedPdf()),
        Bad.of(PDF, Arrays.copyOf(Documents.pdf(2), 400)),
        Bad.of(PDF, Documents.pdf(5_001)),
        Bad.of(WORD, Documents.docxBomb()));
  }

  @Test
  void noBadBodyIsToldAsAChangeNorTakenForWhatThePageSaid() throws IOException {
    TestClock clock = new TestClock(Instant.parse("2026-01-05T09:00:00Z"));
    List<Bad> bodies = bodies();
    List<String> paths = IntStream.range(0, bodies.size()).mapToObj(i -> "/p" + i).toList();
    try (Site site = new Site()) {
      paths.forEach(path -> site.page(path, page("0800 123 4567")));
      try (Crawl crawl =
          new Crawl(folder, site, clock, BadBodyIT.class, paths.toArray(String[]::new))) {
        crawl.settle();
        IntStream.range(0, bodies.size()).forEach(i -> bodies.get(i).at(site, paths.get(i)));
        twoVisits(crawl);
        twoVisits(crawl);
        paths.forEach(path -> site.page(path, page("0800 123 4567")));
        twoVisits(crawl);
        assertThat(crawl.told().of(PageChanged.class)).isEmpty();

        paths.forEach(path -> site.page(path, page("0800 765 4321")));
        twoVisits(crawl);
        assertThat(crawl.told().of(PageChanged.class))
            .allMatch(change -> change.kinds().equals(List.of(ChangeKind.CONTACT)))
            .extracting(change -> change.page().value())
            .containsExactlyInAnyOrderElementsOf(paths.stream().map(site::url).toList());
      }
    }
  }

  private static void twoVisits(Crawl crawl) {
    crawl.later(Duration.ofDays(1));
    crawl.later(Duration.ofMinutes(20));
  }

  private static String page(String number) {
    return """
    <!doctype html><html lang=en><title>Help</title><main><h1>Help</h1>
    <p>Anyone who works with children may refer a family to us, and families may come by
    themselves. We answer within two working days, and sooner where somebody is at risk.</p>
    <p>If you need to talk, call %s at any time of the day or night. Calls are free.</p></main>
    """
        .formatted(number);
  }
}
