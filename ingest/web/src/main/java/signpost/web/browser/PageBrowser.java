package signpost.web.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import signpost.web.browser.BrowserOutcome.BrowserFailure;
import signpost.web.browser.BrowserOutcome.LedToNothing;
import signpost.web.browser.BrowserOutcome.NoBrowser;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.politeness.AskedHosts;

/**
 * Reads pages whose words scripts write, and takes pictures of those that were kept: each in a
 * Chromium of its own, one at a time. A page that is read gets everything it asks for from our
 * fetcher, one that is looked at nothing at all.
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
    return page.status() >= 400
        ? new LedToNothing(page.finalUrl(), "it answered " + page.status())
        : inTurn((process, tab) -> rendered(page, hosts, process, tab), it -> it);
  }

  /**
   * What a page that was kept looks like, without its scripts and whatever was not kept with it.
   *
   * @throws CancellationException if the thread is interrupted: that says nothing about the page
   */
  public PictureOutcome picture(KeptPage page) {
    return inTurn((process, tab) -> pictured(page, process, tab), it -> it);
  }

  /** What a Chromium that was started for it is used for. */
  private interface BrowserUse<T> {
    T with(BrowserProcess process, BrowserTab tab) throws IOException, InterruptedException;
  }

  private <T> T inTurn(BrowserUse<T> use, Function<BrowserFailure, T> failed) {
    if (!Files.isExecutable(settings.chromium())) {
      return failed.apply(new NoBrowser("no Chromium at " + settings.chromium()));
    }
    if (!line.tryAcquire()) {
      return failed.apply(new NoBrowser("others are being read"));
    }
    try {
      return waited(use, failed);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while a page is in the browser");
    } finally {
      line.release();
    }
  }

  private <T> T waited(BrowserUse<T> use, Function<BrowserFailure, T> failed)
      throws InterruptedException {
    if (!turn.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      return failed.apply(new NoBrowser("another is being read"));
    }
    try {
      return started(use, failed);
    } finally {
      turn.release();
    }
  }

  private <T> T started(BrowserUse<T> use, Function<BrowserFailure, T> failed)
      throws InterruptedException {
    try (BrowserProcess process = BrowserProcess.start(settings)) {
      BrowserTab tab;
      try {
        tab = BrowserTab.open(process.pipe(), process::left);
      } catch (IOException e) {
        return failed.apply(
            new NoBrowser(process.said().orElseGet(() -> String.valueOf(e.getMessage()))));
      }
      return used(use, failed, process, tab);
    } catch (IOException e) {
      return failed.apply(new NoBrowser(String.valueOf(e.getMessage())));
    }
  }

  private static <T> T used(
      BrowserUse<T> use, Function<BrowserFailure, T> failed, BrowserProcess process, BrowserTab tab)
      throws InterruptedException {
    try {
      return use.with(process, tab);
    } catch (IOException e) {
      return failed.apply(process.ended(String.valueOf(e.getMessage())));
    }
  }

  private BrowserOutcome rendered(
      Answered page, AskedHosts hosts, BrowserProcess process, BrowserTab tab)
      throws IOException, InterruptedException {
    var paused = new PausedRequests(process.pipe(), tab.session());
    var losses = new PageLosses(page.finalUrl());
    try (var requests = new PageRequests(hosts, paused, losses, settings)) {
      return new PageRendering(tab, process, requests, losses, paused, page, settings).run();
    }
  }

  private PictureOutcome pictured(KeptPage page, BrowserProcess process, BrowserTab tab)
      throws IOException, InterruptedException {
    var paused = new PausedRequests(process.pipe(), tab.session());
    return new PictureTaking(tab, process, paused, page, settings.timeout()).run();
  }
}
