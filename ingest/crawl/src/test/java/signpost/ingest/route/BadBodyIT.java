package signpost.ingest.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.ChangeEvent.PageChanged;
import signpost.kit.Documents;
import signpost.kit.SteppedClock;

/** Answers of status 200 that are no page: for a day, between a page and itself. */
class BadBodyIT {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String PDF = "application/pdf";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  @TempDir Path folder;

  /** What a server sends. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Body(String type, byte[] bytes) {
    static Body html(String text) {
      return new Body(HTML, text.getBytes(UTF_8));
    }

    void at(Site site, String path) {
      site.body(path, type, bytes);
    }
  }

  /** A page as it usually is, what comes in its place for a while, and what is news at the end. */
  private record Story(Body usual, Body bad, Body changed) {}

  private static Map<String, Story> stories() throws IOException {
    Map<String, Story> stories = new LinkedHashMap<>();
    Body page = Body.html(page("0800 123 4567"));
    Body edited = Body.html(page("0800 765 4321"));
    page().forEach(bad -> stories.put("/page" + stories.size(), new Story(page, bad, edited)));
    Body pdf = new Body(PDF, pdf(2));
    Body replaced = new Body(PDF, pdf(3));
    pdf().forEach(bad -> stories.put("/pdf" + stories.size(), new Story(pdf, bad, replaced)));
    Body word = new Body(WORD, word("9 to 5"));
    Body moved = new Body(WORD, word("10 to 4"));
    word().forEach(bad -> stories.put("/word" + stories.size(), new Story(word, bad, moved)));
    return stories;
  }

  private static List<Body> page() throws IOException {
    String page = page("0800 123 4567");
    return List.of(
        Body.html(""),
        Body.html(" \n\t "),
        Body.html("\0".repeat(10_000)),
        Body.html(page.replace("children", "\0children\0")),
        Body.html("<!doctype html><title>Help</title><body></body>"),
        Body.html("<title>Help</title><nav>" + "<a href='/x'>Menu</a> ".repeat(40) + "</nav>"),
        Body.html("<div>".repeat(10_000)),
        Body.html("<div>".repeat(10_000) + page),
        Body.html("<title>Help<body><main><p>Never closed, so that all of it is the title."),
        Body.html(page.replace("<title>Help</title>", "<title>Help")),
        Body.html(page.replace("</p>", "").replace("</main>", "")),
        Body.html("<!-- " + page),
        Body.html("<p>x</p>".repeat(110_000)),
        Body.html("x".repeat(10 * 1024 * 1024 + 1)),
        Body.html("x".repeat(10 * 1024 * 1024)),
        new Body("text/html; charset=shift_jis", page.getBytes(UTF_8)),
        new Body("text/html; charset=utf-16", page.getBytes(UTF_8)),
        new Body("text/html; charset=utf-32", page.getBytes(UTF_8)),
        new Body("text/html; charset=cp037", page.getBytes(UTF_8)),
        new Body("text/html; charset=none", page.getBytes(UTF_8)),
        new Body("text/html; charset=iso-8859-1", page.getBytes(UTF_8)),
        new Body(HTML, page.getBytes(ISO_8859_1)),
        new Body(HTML, page.getBytes(UTF_16LE)),
        new Body(HTML, noise("")),
        new Body("application/json", "{\"error\": \"upstream\"}".getBytes(UTF_8)),
        new Body(HTML, Documents.lockedPdf()));
  }

  private static List<Body> pdf() throws IOException {
    return List.of(
        new Body(PDF, new byte[0]),
        new Body(PDF, "<html><p>Please log in to read this document.</p>".getBytes(UTF_8)),
        Body.html("<title>Log in</title><main><p>Please log in to read this document.</p></main>"),
        new Body(PDF, Documents.lockedPdf()),
        new Body(PDF, Arrays.copyOf(pdf(2), 400)),
        new Body(PDF, noise("%PDF-1.7\n")),
        new Body(PDF, pdf(5_001)),
        new Body(PDF, Documents.pdfBomb()),
        new Body("text/html", pdf(2)));
  }

  private static List<Body> word() throws IOException {
    return List.of(
        new Body(WORD, Documents.docxBomb()),
        new Body(WORD, Arrays.copyOf(word("9 to 5"), 900)),
        new Body(WORD, noise("PK\003\004word/document")),
        new Body(WORD, "<html><p>Please log in to read this document.</p>".getBytes(UTF_8)),
        new Body(WORD, pdf(2)));
  }

  private static byte[] pdf(int pages) throws IOException {
    return Documents.pdf(pages, "mailto:help@council.test");
  }

  private static byte[] word(String hours) throws IOException {
    return Documents.docx("mailto:help@council.test", hours);
  }

  private static byte[] noise(String start) {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    byte[] head = start.getBytes(ISO_8859_1);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  @Test
  void noBadBodyIsToldAsAChangeNorTakenForWhatThePageSaid() throws IOException {
    Map<String, Story> stories = stories();
    lives(stories, crawl -> crawl.later(Duration.ofDays(1)));
  }

  @Test
  void killedWorkerLosesNoDocument() throws IOException {
    Body usual = new Body(PDF, pdf(2));
    Body endless = new Body(PDF, Documents.endlessPdf());
    Body changed = new Body(PDF, pdf(3));
    AtomicInteger killed = new AtomicInteger();
    lives(
        Map.of("/endless", new Story(usual, endless, changed)),
        crawl -> {
          Thread killer = Thread.ofPlatform().start(() -> kill(killed));
          try {
            crawl.later(Duration.ofDays(1));
          } finally {
            killer.interrupt();
          }
        });
    assertThat(killed.get()).isGreaterThan(1);
  }

  /** As the system does when it needs memory. */
  private static void kill(AtomicInteger killed) {
    try {
      while (true) {
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("java"))
            .filter(ProcessHandle::destroyForcibly)
            .forEach(_ -> killed.incrementAndGet());
        Thread.sleep(100);
      }
    } catch (InterruptedException _) {
      // enough
    }
  }

  /** What happens while the bad bodies are served. */
  private interface Visits {
    void to(Crawl crawl);
  }

  private void lives(Map<String, Story> stories, Visits bad) throws IOException {
    SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T09:00:00Z"));
    List<String> paths = new ArrayList<>(stories.keySet());
    try (Site site = new Site()) {
      stories.forEach((path, story) -> story.usual().at(site, path));
      try (Crawl crawl =
          new Crawl(folder, site, clock, BadBodyIT.class, paths.toArray(String[]::new))) {
        crawl.settle();
        stories.forEach((path, story) -> story.bad().at(site, path));
        bad.to(crawl);
        crawl.later(Duration.ofMinutes(20));
        stories.forEach((path, story) -> story.usual().at(site, path));
        twoVisits(crawl);
        assertThat(crawl.told().of(PageChanged.class)).isEmpty();

        stories.forEach((path, story) -> story.changed().at(site, path));
        twoVisits(crawl);
        assertThat(crawl.told().of(PageChanged.class))
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
    <p>Anyone who works with children may refer a family to us, in the café too, and families may
    come by themselves. We answer within two working days, and sooner where somebody is at risk.</p>
    <p>If you need to talk, call %s at any time of the day or night. Calls cost £0.</p></main>
    """
        .formatted(number);
  }
}
