package signpost.notifier.finding;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.notifier.NotifierConfig;
import signpost.notifier.listing.Watchlist;
import signpost.record.outbox.Outbox;

/** Wires findings to what is said of them. */
@Factory
final class FindingFactory {
  @Singleton
  FindingStore findings(
      Outbox outbox, Watchlist watchlist, GuideAnswers said, NotifierConfig config) {
    return new FindingStore(outbox, watchlist, said, config.changeImportance());
  }
}
