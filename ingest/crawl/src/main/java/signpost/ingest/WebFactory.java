package signpost.ingest;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.trace.Traces;
import signpost.url.AddressGuard;
import signpost.web.browser.BrowserSettings;
import signpost.web.browser.PageBrowser;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.fetch.Fetcher;
import signpost.web.fetch.HttpFetcher;
import signpost.web.fetch.OutboundProxy;
import signpost.web.politeness.ConsentingFetcher;
import signpost.web.politeness.HostPacer;
import signpost.web.politeness.PoliteFetcher;
import signpost.web.politeness.RobotsCache;
import signpost.web.politeness.RobotsInMemory;
import signpost.web.politeness.RobotsRules;
import signpost.web.politeness.RobotsStore;

/** Puts the library that reads the web together from the service's settings. */
@Factory
final class WebFactory {
  private static final Logger LOG = LoggerFactory.getLogger(WebFactory.class);

  @Singleton
  AddressGuard guard(FetchConfig config) {
    return config.limits().guard();
  }

  @Singleton
  @Bean(preDestroy = "close")
  HttpFetcher http(
      FetchConfig config,
      ProxyConfig proxy,
      @Named("clock") InstantSource clock,
      @Value("${signpost.clock:system}") String whoseClock,
      @Value("${signpost.contact:}") String contact) {
    proxy
        .proxy()
        .filter(OutboundProxy::resolves)
        .ifPresent(it ->
            LOG.warn(
                "Names are looked up by the {} alone: where they lead the address guard cannot"
                    + " know, so the proxy must keep Signpost out of your network",
                it));
    return HttpFetcher.of(
        config.limits(),
        contact,
        whoseClock.equals("external") ? Optional.of(clock) : Optional.empty(),
        proxy.proxy());
  }

  @Singleton
  Fetcher fetcher(HttpFetcher http, Traces traces, OptOutConfig config) {
    return new ConsentingFetcher(new TracedFetcher(http, traces), config.list());
  }

  /** The store in the database takes its place where there is one. */
  @Singleton
  @Secondary
  RobotsStore robotsInMemory() {
    return new RobotsInMemory();
  }

  @Singleton
  RobotsRules robots(Fetcher fetcher, RobotsStore store, @Named("clock") InstantSource clock) {
    return new RobotsCache(fetcher, store, clock);
  }

  @Singleton
  HostPacer pacer(PaceConfig config) {
    return new HostPacer(config.pace());
  }

  @Singleton
  PoliteFetcher politeFetcher(
      RobotsRules robots, Fetcher fetcher, HostPacer pacer, @Named("wall") InstantSource wall) {
    return new PoliteFetcher(robots, fetcher, pacer, wall);
  }

  /** Starts no Chromium until a page needs one, and it is on. */
  @Singleton
  PageBrowser browser(BrowserConfig config) {
    return new PageBrowser(BrowserSettings.usual(config.browserPath(), config.browserSandbox()));
  }

  /** {@code publisher-rules.yml} in the data folder counts beside the rules that come with us. */
  @Singleton
  @Bean(preDestroy = "close")
  MediaPageReader reader(IngestConfig config) {
    return new MediaPageReader(PublisherRules.with(config.data().resolve(PublisherRules.LOCAL)));
  }
}
