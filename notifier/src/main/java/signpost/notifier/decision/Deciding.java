package signpost.notifier.decision;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import signpost.notifier.NotifierConfig;
import signpost.notifier.delivery.Ledger;
import signpost.notifier.delivery.SmtpConfig;
import signpost.notifier.finding.Findings;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.message.Composer;
import signpost.notifier.owner.Owner;
import signpost.notifier.owner.OwnerConfig;
import signpost.notifier.owner.Owners;
import signpost.notifier.publish.Outbox;
import signpost.notifier.store.Database;

/** Wires findings, owners and decisions. */
@Factory
final class Deciding {
  @Singleton
  Watchlist watchlist() {
    return new Watchlist();
  }

  @Singleton
  Findings findings(Outbox outbox, Watchlist watchlist, NotifierConfig config) {
    return new Findings(outbox, watchlist, config.changeImportance());
  }

  @Singleton
  Owners owners(NotifierConfig config, OwnerConfig ops) {
    return new Owners(
        config.catalogue(),
        new Owner(Owners.OPS, "", ops.email(), java.time.ZoneId.of("Europe/London")));
  }

  @Singleton
  Composer composer(NotifierConfig config, SmtpConfig smtp) {
    return new Composer(
        config.publicUrl(), smtp.from().substring(smtp.from().lastIndexOf('@') + 1));
  }

  @Singleton
  Decisions decisions(
      Decisions.Parts parts,
      NotifierConfig config,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    Policy policy =
        new Policy(
            config.debounce(),
            config.immediatePerDay(),
            config.digestAt(),
            config.firstReportAfter(),
            config.firstReportSettling());
    return new Decisions(
        parts, new Decisions.Settings(policy, Duration.ofDays(config.shadowDays())), clock, wall);
  }

  @Singleton
  Decisions.Parts parts(
      Database database,
      Waiting waiting,
      Watchlist watchlist,
      Owners owners,
      Ledger ledger,
      Composer composer) {
    return new Decisions.Parts(database, waiting, watchlist, owners, ledger, composer);
  }
}
