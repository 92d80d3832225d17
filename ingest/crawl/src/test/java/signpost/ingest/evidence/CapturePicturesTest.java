package signpost.ingest.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.evidence.Memento;
import signpost.evidence.PageCapture;
import signpost.evidence.PageVersion;
import signpost.ingest.BrowserConfig;
import signpost.ingest.EvidenceConfig;
import signpost.ingest.IngestConfig;
import signpost.url.CanonicalUrl;
import signpost.web.browser.BrowserOutcome.NoBrowser;
import signpost.web.browser.BrowserSettings;
import signpost.web.browser.PageBrowser;
import signpost.web.browser.PagePicture;
import signpost.web.browser.PictureOutcome;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

/** Captures of which no picture is made, on a machine without Chromium. */
final class CapturePicturesTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
  private static final CanonicalUrl PAGE = new CanonicalUrl("https://help.example/rent");
  private static final Path NOWHERE = Path.of("/nowhere/chromium");

  @TempDir private Path folder;
  private final MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn());
  private OpenEvidence evidence;

  @BeforeEach
  void open() {
    Duration any = Duration.ofSeconds(1);
    IngestConfig ingest =
        new IngestConfig(folder, folder, 1, any, any, any, any, any, ZoneOffset.UTC, List.of());
    evidence = new OpenEvidence(new EvidenceConfig(true, 1 << 20), ingest, InstantSource.fixed(AT));
  }

  @AfterEach
  void close() throws IOException {
    evidence.close();
    reader.close();
  }

  private PictureOutcome taken(boolean on, Memento memento) throws IOException {
    return new CapturePictures(
            evidence,
            new BrowserConfig(on, NOWHERE, true),
            new PageBrowser(BrowserSettings.usual(NOWHERE, true)),
            reader,
            new SimpleMeterRegistry())
        .take(memento);
  }

  private Memento captured(String type, String body) throws IOException {
    Answered answer =
        new Answered(
            PAGE.url(),
            PAGE.url(),
            200,
            List.of(),
            new Headers(Map.of("content-type", List.of(type))),
            ResponseBody.of(body.getBytes(UTF_8)),
            Duration.ZERO);
    evidence.open().take(new PageCapture(PAGE, AT, PageVersion.of(1), answer), true);
    return evidence.memento(PAGE, AT).orElseThrow();
  }

  @Test
  void withoutABrowserItIsSaidWhy() throws IOException {
    Memento page = captured("text/html", "<h1>Rent</h1><p>Ring us.");

    assertThat(taken(false, page)).isEqualTo(new NoBrowser("signpost.browser is off"));
    assertThat(taken(true, page)).isEqualTo(new NoBrowser("no Chromium at " + NOWHERE));
  }

  @Test
  void pageThatScriptsWriteHasNoLooksOfItsOwn() throws IOException {
    Memento shell =
        captured("text/html", "<div id=root></div><script src=/static/js/main.js></script>");

    assertThat(taken(true, shell)).isEqualTo(new PictureOutcome.NothingWithoutScripts());
  }

  @Test
  void fileHasNoLooks() throws IOException {
    assertThat(taken(true, captured("text/plain", "Ring us.")))
        .isEqualTo(new PictureOutcome.NoPage());
  }

  @Test
  void pictureThatIsKeptNeedsNoBrowser() throws IOException {
    Memento page = captured("text/html", "<h1>Rent</h1><p>Ring us.");
    evidence.open().keep(page, PagePicture.of(new byte[] {1, 2, 3}, 700));

    assertThat(taken(false, page).inWords()).isEqualTo("the whole page");
    assertThat(evidence.memento(PAGE, AT.plusSeconds(1))).isEmpty();
  }
}
