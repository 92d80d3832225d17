package signpost.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.InstalledBrowser;
import signpost.url.WebUrl;
import signpost.web.browser.BrowserOutcome.NoBrowser;
import signpost.web.browser.BrowserOutcome.PageCrashed;
import signpost.web.browser.BrowserOutcome.TimedOut;
import signpost.web.browser.BrowserOutcome.TooBig;
import signpost.web.fetch.RawServer;
import signpost.web.fetch.ResponseBody;

/** Pages that were kept, and pages that mean ill, drawn by a real Chromium. */
class PagePictureIT {
  /** Enough for the slowest machine: what is to be drawn must be. */
  private static final Duration PATIENT = Duration.ofMinutes(2);

  private static final long MEMORY = 1L << 30;
  private static final int GREEN = 0xff008000;

  /** Green all over, whatever else is in it. */
  private static final String PAGE =
      "<!DOCTYPE html><title>Rent</title><body style='margin:0;background:green'>";

  @TempDir private Path folder;

  @BeforeAll
  static void assumeInstalled() {
    InstalledBrowser.assumeThere();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    BrowserTraces.assertNone();
  }

  private static PictureOutcome drawn(String html) {
    return drawn(BrowserSettings.DEBIAN, PATIENT, MEMORY, "https://council.example/rent", html);
  }

  private static PictureOutcome drawn(
      Path chromium, Duration timeout, long memory, String at, String html) {
    var browser = new PageBrowser(new BrowserSettings(chromium, false, timeout, memory, 0, 0));
    return browser.picture(
        new KeptPage(
            WebUrl.of(at), "text/html; charset=utf-8", ResponseBody.of(html.getBytes(UTF_8))));
  }

  private static BufferedImage image(PictureOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(PagePicture.class);
    return ImageIO.read(new ByteArrayInputStream(((PagePicture) outcome).png()));
  }

  private static int middle(BufferedImage image) {
    return image.getRGB(image.getWidth() / 2, image.getHeight() / 2);
  }

  @Test
  void pageIsDrawnFromItsOwnWordsAndLayout() throws IOException {
    PictureOutcome outcome = drawn(PAGE + "<div style='height:2000px'>Help with rent</div>");

    BufferedImage image = image(outcome);
    assertThat(image.getWidth()).isEqualTo(PagePicture.WIDTH);
    assertThat(image.getHeight()).isEqualTo(2_000);
    assertThat(middle(image)).isEqualTo(GREEN);
    assertThat(outcome.inWords()).isEqualTo("the whole page");
  }

  @Test
  void nobodyIsAskedForAnything() throws IOException {
    try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      String there = server.url("/x");
      String html =
          PAGE
              + "<meta http-equiv=refresh content='0;url=%1$s'><base href='%1$s'>"
              + "<link rel=preconnect href='%1$s'><link rel=dns-prefetch href='%1$s'>"
              + "<link rel=stylesheet href='%1$s'><style>@import '%1$s'; @font-face{font-family:f;"
              + "src:url('%1$s')} p{font-family:f;background:url('%1$s')}</style>"
              + "<img src='%1$s' alt=''><iframe src='%1$s'></iframe><object data='%1$s'></object>"
              + "<video src='%1$s' autoplay></video><p>Rent</p><script src='%1$s'></script>"
              + "<form action='%1$s'><input autofocus></form>";
      image(drawn(BrowserSettings.DEBIAN, PATIENT, MEMORY, server.url("/"), html.formatted(there)));

      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void scriptsDoNotRun() throws IOException {
    String red = "document.body.style.background = \"red\"";
    PictureOutcome outcome =
        drawn(
            PAGE
                + "<script>"
                + red
                + ";while (true) {}</script>"
                + "<img src=x onerror='"
                + red
                + "'><svg onload='"
                + red
                + "'></svg>");

    assertThat(middle(image(outcome))).isEqualTo(GREEN);
  }

  @Test
  void pageThatLeadsElsewhereIsDrawnAsItIs() throws IOException {
    assertThat(middle(image(drawn(PAGE + "<meta http-equiv=refresh content='0'>"))))
        .isEqualTo(GREEN);
  }

  @Test
  void longPageIsDrawnFromItsTopAndThatIsSaid() throws IOException {
    PictureOutcome outcome = drawn(PAGE + "<div style='height:50000px'>Help with rent</div>");

    assertThat(image(outcome).getHeight()).isEqualTo(PagePicture.MOST_HEIGHT);
    assertThat(outcome.inWords()).isEqualTo("the first 8,000 of its 50,000 pixels");
  }

  @Test
  void pageOfNothingIsAnEmptyScreen() throws IOException {
    assertThat(image(drawn("")).getWidth()).isEqualTo(PagePicture.WIDTH);
  }

  @Test
  void pageThatTakesTooMuchMemoryIsEnded() {
    String crowd = PAGE + "<p>" + "<i>a</i>".repeat(1_200_000);
    assertThat(drawn(BrowserSettings.DEBIAN, PATIENT, 500 << 20, "https://council.example/", crowd))
        .isEqualTo(new TooBig("more than 500 MB of memory"));
  }

  @Test
  void pageThatIsDrawnWithoutEndIsEnded() {
    String deep = PAGE + "<div style='filter:blur(9px);padding:1px'>".repeat(3_000);
    assertThat(drawn(deep)).isInstanceOfAny(TimedOut.class, TooBig.class, PageCrashed.class);
  }

  /** An address at which Chromium ends the process of the page. */
  @Test
  void pageThatEndsItsProcessIsSaidToHaveFailed() {
    assertThat(drawn(BrowserSettings.DEBIAN, PATIENT, MEMORY, "chrome://crash/", PAGE))
        .isInstanceOf(PageCrashed.class);
  }

  @Test
  void withoutChromiumThereIsNoPicture() {
    assertThat(drawn(Path.of("/nowhere/chromium"), PATIENT, MEMORY, "https://a.example/", PAGE))
        .isEqualTo(new NoBrowser("no Chromium at /nowhere/chromium"));
  }

  @Test
  void browserThatHangsOrDiesAtItsStartGivesNoPicture() throws IOException {
    Path hangs = program("exec sleep 600");
    assertThat(drawn(hangs, Duration.ofSeconds(1), MEMORY, "https://a.example/", PAGE))
        .isInstanceOf(NoBrowser.class);
    Path dies = program("echo 'FATAL: no memory' >&2; exit 1");
    assertThat(drawn(dies, PATIENT, MEMORY, "https://a.example/", PAGE))
        .isEqualTo(new NoBrowser("FATAL: no memory"));
  }

  private Path program(String script) throws IOException {
    Path program = Files.createTempFile(folder, "chromium", "");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }
}
