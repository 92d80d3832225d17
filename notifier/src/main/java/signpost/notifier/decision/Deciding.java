package signpost.notifier.decision;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import signpost.notifier.NotifierConfig;
import signpost.notifier.delivery.Channels;
import signpost.notifier.delivery.Ledger;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.owner.People;
import signpost.record.store.Database;

/** Wires decisions. */
@Factory
final class Deciding {
  @Singleton
  Views views(Watchlist watchlist, Ledger ledger) {
    return new Views(watchlist, ledger);
  }

  @Singleton
  Decisions decisions(
      Decisions.Parts parts, NotifierConfig config, @Named("clock") InstantSource clock) {
    Policy policy =
        new Policy(
            config.debounce(),
            config.immediatePerDay(),
            config.digestAt(),
            config.firstReportAfter(),
            config.firstReportSettling(),
            config.escalateAfter());
    return new Decisions(
        parts, new Decisions.Settings(policy, Duration.ofDays(config.shadowDays())), clock);
  }

  @Singleton
  Decisions.Parts parts(
      Database database,
      Waiting waiting,
      People people,
      Channels channels,
      Views views,
      Letters letters) {
    return new Decisions.Parts(database, waiting, people, channels, views, letters);
  }
}
