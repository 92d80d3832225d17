package signpost.ingest.politeness;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import signpost.ingest.fetch.Fetcher;

/** Puts the manners together; the frontier's store of robots.txt takes the place of memory. */
@Factory
final class PolitenessFactory {
  @Singleton
  @Secondary
  RobotsStore robotsInMemory() {
    return new RobotsInMemory();
  }

  @Singleton
  RobotsRules robots(Fetcher fetcher, RobotsStore store, @Named("clock") InstantSource clock) {
    return new Robots(fetcher, store, clock);
  }

  @Singleton
  Pacer pacer(PaceSettings settings) {
    return new Pacer(settings);
  }

  @Singleton
  PoliteFetcher politeFetcher(
      RobotsRules robots, Fetcher fetcher, Pacer pacer, @Named("wall") InstantSource wall) {
    return new PoliteFetcher(robots, fetcher, pacer, wall);
  }
}
