package signpost.notifier.telling;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import signpost.notifier.NotifierConfig;
import signpost.notifier.decision.TellingPolicy;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.due.DecisionQueue;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.owner.OwnerDirectory;
import signpost.record.store.Database;

/** Wires decisions. */
@Factory
final class DecisionFactory {
  @Singleton
  DecisionViews views(Watchlist watchlist, DeliveryLedger ledger) {
    return new DecisionViews(watchlist, ledger);
  }

  @Singleton
  DecisionRun decisions(
      DecisionRun.DecisionParts parts, NotifierConfig config, @Named("clock") InstantSource clock) {
    TellingPolicy policy =
        new TellingPolicy(
            config.debounce(),
            config.immediatePerDay(),
            config.digestAt(),
            config.firstReportAfter(),
            config.firstReportSettling(),
            config.escalateAfter());
    return new DecisionRun(
        parts,
        new DecisionRun.DecisionSettings(policy, Duration.ofDays(config.shadowDays())),
        clock);
  }

  @Singleton
  DecisionRun.DecisionParts parts(
      Database database,
      DecisionQueue waiting,
      OwnerDirectory people,
      DeliveryChannels channels,
      DecisionViews views,
      LetterWriter letters) {
    return new DecisionRun.DecisionParts(database, waiting, people, channels, views, letters);
  }
}
