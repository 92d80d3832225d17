package signpost.ingest.visit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.RecordJson;
import signpost.ingest.BrowserConfig;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.web.browser.BrowserOutcome;
import signpost.web.browser.BrowserShare;
import signpost.web.browser.PageBrowser;
import signpost.web.browser.RenderedReading;
import signpost.web.extract.PageReader;
import signpost.web.extract.ReadOutcome;
import signpost.web.politeness.HostPace;

/**
 * Reads pages that need a browser through one, where it is on and its share of visits allows it.
 */
@Singleton
final class BrowserPages {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserPages.class);

  private final BrowserConfig config;
  private final PageBrowser browser;
  private final PageReader reader;
  private final MeterRegistry meters;
  private final InstantSource wall;
  private final AtomicReference<BrowserShare> share = new AtomicReference<>(BrowserShare.NONE);

  /**
   * What was read of a page, and its visit: its host rests for all that the page has asked of it.
   */
  record BrowserVisit(Visit.Answered visit, ReadOutcome reading) {}

  BrowserPages(
      BrowserConfig config,
      PageBrowser browser,
      PageReader reader,
      MeterRegistry meters,
      @Named("wall") InstantSource wall) {
    this.config = config;
    this.browser = browser;
    this.reader = reader;
    this.meters = meters;
    this.wall = wall;
  }

  /** Counts a visit, of which the browser may have its share. */
  void visited() {
    share.updateAndGet(BrowserShare::visited);
  }

  /** The visit with what is read of it in the end. */
  BrowserVisit read(Visit.Answered visit, ReadOutcome first) {
    if (!RenderedReading.isNeeded(first)) {
      return new BrowserVisit(visit, first);
    }
    if (!config.browser()) {
      return new BrowserVisit(visit, RenderedReading.without(first, "signpost.browser is off"));
    }
    if (!taken()) {
      return new BrowserVisit(
          visit, RenderedReading.without(first, "3 % of visits have used the browser already"));
    }
    BrowserOutcome outcome = browser.render(visit.outcome());
    LOG.debug("{}: {}", visit.lease().url(), outcome.inWords());
    count("signpost.browser.pages", "outcome", outcome.getClass().getSimpleName());
    if (outcome instanceof BrowserOutcome.RenderedPage page) {
      page.denied().forEach(act -> count("signpost.browser.denied", "act", act.name()));
    }
    return new BrowserVisit(
        rested(visit, outcome.requests()), RenderedReading.of(reader, first, outcome));
  }

  private void count(String name, String tag, String value) {
    meters.counter(name, tag, value).increment();
  }

  private boolean taken() {
    BrowserShare before = share.get();
    while (before.isFree()) {
      if (share.compareAndSet(before, before.used())) {
        return true;
      }
      before = share.get();
    }
    return false;
  }

  private Visit.Answered rested(Visit.Answered visit, int requests) {
    HostAfter host = visit.host();
    if (requests == 0 || host.pace().isEmpty()) {
      return visit;
    }
    HostPace pace =
        RecordJson.read(host.pace().get(), HostPace.class).resting(requests, wall.instant());
    return new Visit.Answered(
        visit.lease(),
        visit.outcome(),
        new HostAfter(
            pace.nextAllowedAt(),
            Optional.of(RecordJson.write(pace)),
            host.lastOutcome(),
            host.failed(),
            host.visitedAt()));
  }
}
