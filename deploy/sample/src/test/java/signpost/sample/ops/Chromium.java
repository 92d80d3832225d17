package signpost.sample.ops;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/** A real browser, for as long as one visit takes. */
final class Chromium {
  private static final Path PATH = Path.of("/usr/bin/chromium");

  private Chromium() {}

  static void assumeInstalled() {
    Assumptions.assumeTrue(
        Files.isExecutable(PATH), "skipped: no Chromium at " + PATH + " (apt install chromium)");
  }

  /** {@code name}: leads to this machine, whatever DNS says. */
  static void visit(String name, boolean scripts, Consumer<Page> visit) {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(PATH)
                        .setArgs(
                            List.of(
                                "--no-sandbox",
                                "--host-resolver-rules=MAP " + name + " 127.0.0.1")));
        BrowserContext context =
            browser.newContext(
                new Browser.NewContextOptions()
                    .setIgnoreHTTPSErrors(true)
                    .setJavaScriptEnabled(scripts));
        Page page = context.newPage()) {
      visit.accept(page);
    }
  }
}
