package signpost.ingest.fetch;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import signpost.events.AddressGuard;
import signpost.events.IpRange;

/** Puts the fetcher together from its settings. */
@Factory
final class FetchFactory {
  private static final String VERSION = "0.1";

  @Singleton
  AddressGuard guard(FetchSettings settings) {
    return new AddressGuard(settings.allow().stream().map(IpRange::of).toList(), settings.ports());
  }

  @Singleton
  @Bean(typed = Fetcher.class, preDestroy = "close")
  HttpFetcher fetcher(
      FetchSettings settings,
      AddressGuard guard,
      @Named("clock") InstantSource clock,
      @Value("${signpost.clock:system}") String whoseClock,
      @Value("${signpost.contact:}") String contact) {
    var system =
        new SystemNames(
            settings.dnsTimeout(),
            Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("names-", 0).factory()));
    return new HttpFetcher(
        settings,
        agent(contact),
        new GivenNames(settings.resolve(), system),
        guard,
        whoseClock.equals("external") ? Optional.of(clock) : Optional.empty());
  }

  /** {@code Signpost/x.y (+contact)}: who we are, and where a publisher can reach us. */
  static String agent(String contact) {
    String safe = contact.replaceAll("[\\p{Cntrl}()]", "").strip();
    return "Signpost/" + VERSION + (safe.isEmpty() ? "" : " (+" + safe + ")");
  }
}
