package signpost.notifier.decision;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import signpost.catalogue.Owner;
import signpost.notifier.NotifierConfig;
import signpost.notifier.answer.Answers;
import signpost.notifier.delivery.Channels;
import signpost.notifier.delivery.Ledger;
import signpost.notifier.delivery.SmtpConfig;
import signpost.notifier.finding.Findings;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.message.Composer;
import signpost.notifier.owner.OwnerConfig;
import signpost.notifier.owner.Owners;
import signpost.notifier.owner.People;
import signpost.notifier.token.Tokens;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;

/** Wires findings, owners and decisions. */
@Factory
final class Deciding {
  @Singleton
  Watchlist watchlist(Owners owners) {
    return new Watchlist(owners);
  }

  @Singleton
  Findings findings(Outbox outbox, Watchlist watchlist, NotifierConfig config) {
    return new Findings(outbox, watchlist, Answers::said, config.changeImportance());
  }

  @Singleton
  Owners owners(NotifierConfig config, OwnerConfig ops, @Named("wall") InstantSource wall) {
    return new Owners(
        config.catalogue(),
        new Owner(Owners.OPS, "", ops.email(), ZoneId.of("Europe/London")),
        wall);
  }

  @Singleton
  People people(Owners owners) {
    return new People(owners);
  }

  @Singleton
  Composer composer(NotifierConfig config, SmtpConfig smtp, Tokens tokens) {
    return new Composer(
        config.publicUrl(), smtp.from().substring(smtp.from().lastIndexOf('@') + 1), tokens);
  }

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
