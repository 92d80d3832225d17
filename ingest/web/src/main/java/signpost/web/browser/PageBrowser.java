package signpost.web.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import signpost.web.browser.BrowserOutcome.LedToNothing;
import signpost.web.browser.BrowserOutcome.NoBrowser;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.politeness.AskedHosts;

/**
 * Reads pages whose words scripts write: each in a Chromium of its own, one at a time, which gets
 * everything it asks for from our fetcher and nothing from elsewhere.
 */
public final class PageBrowser {
  /** One is read and one waits: whoever visits pages has other work than to stand in a line. */
  private static final int LINE = 2;

  private final BrowserSettings settings;
  private final Semaphore line = new Semaphore(LINE);
  private final Semaphore turn = new Semaphore(1, true);

  /** Starts nothing yet. */
  public PageBrowser(BrowserSettings settings) {
    this.settings = settings;
  }

  /** Deletes what browsers have left behind whose process died, as at the start of one. */
  public static void sweep() throws IOException {
    BrowserProfiles.delete(BrowserProfiles.create());
  }

  /**
   * What the scripts of a page make of it. The page itself is not asked for again.
   *
   * @param hosts asks robots.txt and the address guard for each request
   * @throws CancellationException if the thread is interrupted: that says nothing about the page
   */
  public BrowserOutcome render(Answered page, AskedHosts hosts) {
    if (!Files.isExecutable(settings.chromium())) {
      return new NoBrowser("no Chromium at " + settings.chromium());
    }
    if (page.status() >= 400) {
      return new LedToNothing(page.finalUrl(), "it answered " + page.status());
    }
    if (!line.tryAcquire()) {
      return new NoBrowser("others are being read");
    }
    try {
      return inTurn(page, hosts);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while a page is rendered");
    } finally {
      line.release();
    }
  }

  private BrowserOutcome inTurn(Answered page, AskedHosts hosts) throws InterruptedException {
    if (!turn.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      return new NoBrowser("another is being read");
    }
    try {
      return started(page, hosts);
    } finally {
      turn.release();
    }
  }

  private BrowserOutcome started(Answered page, AskedHosts hosts) throws InterruptedException {
    try (BrowserProcess process = BrowserProcess.start(settings)) {
      BrowserTab tab;
      try {
        tab = BrowserTab.open(process.pipe(), process::left);
      } catch (IOException e) {
        return new NoBrowser(process.said().orElseGet(() -> String.valueOf(e.getMessage())));
      }
      return rendered(page, hosts, process, tab);
    } catch (IOException e) {
      return new NoBrowser(String.valueOf(e.getMessage()));
    }
  }

  private BrowserOutcome rendered(
      Answered page, AskedHosts hosts, BrowserProcess process, BrowserTab tab)
      throws InterruptedException {
    var paused = new PausedRequests(process.pipe(), tab.session());
    var losses = new PageLosses(page.finalUrl());
    try (var requests = new PageRequests(hosts, paused, losses, settings)) {
      return new PageRendering(tab, process, requests, losses, paused, page, settings).run();
    } catch (IOException e) {
      return process.ended(String.valueOf(e.getMessage()));
    }
  }
}
