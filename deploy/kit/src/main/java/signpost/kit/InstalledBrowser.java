package signpost.kit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, as Debian installs it. */
public final class InstalledBrowser implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** Much longer than anything takes, on a machine with other things to do. */
  private static final double PATIENCE_MILLIS = 120_000;

  private final Playwright playwright;
  private final Browser browser;

  private InstalledBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Skips the test where there is none. */
  public static void assumeThere() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM),
        "skipped: no Chromium at " + CHROMIUM + " (apt install chromium)");
  }

  /**
   * Starts it, or skips the test where there is none.
   *
   * @param more arguments besides the usual ones
   */
  public static InstalledBrowser start(String... more) {
    assumeThere();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = Stream.concat(Stream.of("--no-sandbox"), Stream.of(more)).toList();
    return new InstalledBrowser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(arguments)));
  }

  /** A page without cookies or anything else of the pages before. */
  public Page page(Browser.NewPageOptions options) {
    Page page = browser.newPage(options);
    page.setDefaultTimeout(PATIENCE_MILLIS);
    return page;
  }

  /** {@code width}, {@code height}: of the window, in pixels. */
  public Page page(int width, int height) {
    return page(new Browser.NewPageOptions().setViewportSize(width, height));
  }

  /** Keeps a picture of the whole page for people to look at, under {@code target/screenshots}. */
  public static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
