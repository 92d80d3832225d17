package signpost.ingest.visit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.ingest.BrowserConfig;
import signpost.record.meter.SignpostMeter;
import signpost.web.browser.BrowserOutcome;
import signpost.web.browser.BrowserShare;
import signpost.web.browser.PageBrowser;
import signpost.web.browser.RenderedReading;
import signpost.web.extract.PageReader;
import signpost.web.extract.ReadOutcome;
import signpost.web.politeness.AskedHosts;

/**
 * Reads pages that need a browser through one, where it is on and its share of visits allows it.
 */
@Singleton
final class BrowserPages {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserPages.class);

  private final BrowserConfig config;
  private final PageBrowser browser;
  private final PageReader reader;
  private final BrowserHosts hosts;
  private final MeterRegistry meters;
  private final AtomicReference<BrowserShare> share = new AtomicReference<>(BrowserShare.NONE);

  /**
   * What was read of a page, and its visit: its host rests for all that the page has asked of it.
   *
   * @param waiting whether the browser is on and had no time for it
   */
  record BrowserVisit(Visit.Answered visit, ReadOutcome reading, boolean waiting) {
    private static BrowserVisit without(Visit.Answered visit, ReadOutcome reading) {
      return new BrowserVisit(visit, reading, false);
    }
  }

  BrowserPages(
      BrowserConfig config,
      PageBrowser browser,
      PageReader reader,
      BrowserHosts hosts,
      MeterRegistry meters) {
    this.config = config;
    this.browser = browser;
    this.reader = reader;
    this.hosts = hosts;
    this.meters = meters;
    if (config.browser()) {
      warn(config);
      sweep();
    }
  }

  private static void sweep() {
    try {
      PageBrowser.sweep();
    } catch (IOException e) {
      LOG.warn("What browsers have left in the temporary folder stays there", e);
    }
  }

  private static void warn(BrowserConfig config) {
    if (!Files.isExecutable(config.browserPath())) {
      LOG.warn("signpost.browser is on, and there is no Chromium at {}", config.browserPath());
    }
    String user = System.getProperty("user.name", "");
    if (!config.browserSandbox()) {
      LOG.warn(
          "signpost.browser-sandbox is off: a page that breaks out of Chromium has all that {} may",
          user);
    } else if (user.equals("root")) {
      LOG.warn("signpost.browser is on, and Chromium does not start as root with its sandbox");
    }
  }

  /** Counts a visit, of which the browser may have its share. */
  void visited() {
    share.updateAndGet(BrowserShare::visited);
  }

  /** The visit with what is read of it in the end. */
  BrowserVisit read(Visit.Answered visit, ReadOutcome first) {
    if (!RenderedReading.isNeeded(first)) {
      return BrowserVisit.without(visit, first);
    }
    if (!config.browser()) {
      return BrowserVisit.without(visit, RenderedReading.without(first, "signpost.browser is off"));
    }
    OptionalLong turn = taken();
    if (turn.isEmpty()) {
      return new BrowserVisit(
          visit,
          RenderedReading.without(first, "3 % of visits have used the browser already"),
          true);
    }
    AskedHosts asking = hosts.of(visit);
    BrowserOutcome outcome = browser.render(visit.outcome(), asking);
    boolean waiting = outcome instanceof BrowserOutcome.NoBrowser;
    if (waiting) {
      share.updateAndGet(it -> it.returned(turn.getAsLong()));
    }
    tell(visit, outcome);
    return new BrowserVisit(
        hosts.rested(visit, asking), RenderedReading.of(reader, first, outcome), waiting);
  }

  private void tell(Visit.Answered visit, BrowserOutcome outcome) {
    LOG.debug("{}: {}", visit.lease().url(), outcome.inWords());
    SignpostMeter.BROWSER_PAGES.count(meters, outcome.getClass().getSimpleName());
    if (outcome instanceof BrowserOutcome.RenderedPage page) {
      page.denied().forEach(act -> SignpostMeter.BROWSER_DENIED.count(meters, act.name()));
    }
  }

  /** The number of the visit for which the browser is taken; nothing where it is not free. */
  private OptionalLong taken() {
    BrowserShare before = share.getAndUpdate(it -> it.isFree() ? it.used() : it);
    return before.isFree() ? OptionalLong.of(before.visits()) : OptionalLong.empty();
  }
}
