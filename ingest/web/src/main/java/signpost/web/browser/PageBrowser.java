package signpost.web.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import signpost.web.browser.BrowserOutcome.NoBrowser;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Fetcher;

/**
 * Reads pages whose words scripts write: each in a Chromium of its own, one at a time, which gets
 * everything it asks for from our fetcher and nothing from elsewhere.
 */
public final class PageBrowser {
  /** So many pages may stand before one: whoever waits for more goes without. */
  private static final int LINE = 3;

  private final BrowserSettings settings;
  private final Fetcher fetcher;
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * Starts nothing yet.
   *
   * @param fetcher asks robots.txt and the address guard for each request
   */
  public PageBrowser(BrowserSettings settings, Fetcher fetcher) {
    this.settings = settings;
    this.fetcher = fetcher;
  }

  /**
   * What the scripts of a page make of it. The page itself is not asked for again.
   *
   * @throws CancellationException if the thread is interrupted: that says nothing about the page
   */
  public BrowserOutcome render(Answered page) {
    if (!Files.isExecutable(settings.chromium())) {
      return new NoBrowser("no Chromium at " + settings.chromium());
    }
    try {
      long wait = settings.timeout().multipliedBy(LINE).toMillis();
      if (!turn.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
        return new NoBrowser("others are being read");
      }
      try {
        return started(page);
      } finally {
        turn.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while a page is rendered");
    }
  }

  private BrowserOutcome started(Answered page) throws InterruptedException {
    try (BrowserProcess process = BrowserProcess.start(settings)) {
      BrowserTab tab;
      try {
        tab = BrowserTab.open(process.pipe(), process::left);
      } catch (IOException e) {
        return new NoBrowser(process.said().orElseGet(() -> String.valueOf(e.getMessage())));
      }
      var paused = new PausedRequests(process.pipe(), tab.session());
      try (var requests = new PageRequests(fetcher, paused, page.finalUrl(), settings.requests())) {
        return new PageRendering(tab, process, requests, paused, page, settings).run();
      } catch (IOException e) {
        return process.ended(String.valueOf(e.getMessage()), 0);
      }
    } catch (IOException e) {
      return new NoBrowser(String.valueOf(e.getMessage()));
    }
  }
}
