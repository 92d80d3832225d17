package signpost.notifier.upkeep;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.notifier.NotifierConfig;
import signpost.notifier.answer.AnswerLog;
import signpost.notifier.answer.OwnerAnswer;
import signpost.notifier.due.DecisionQueue;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.owner.Owners;
import signpost.notifier.review.ReviewDates;
import signpost.notifier.store.ModuleValues;
import signpost.record.store.Database;

/** What time alone brings about: answers that end, reviews that fall due, owners that change. */
@Singleton
public final class TimedUpkeep {
  private static final String ROUTES = "routes";
  private static final String LOOKED = "answers-looked-at";

  private final Database database;
  private final Owners owners;
  private final Watchlist watchlist;
  private final DecisionQueue waiting;
  private final FindingStore findings;
  private final Duration reviewAfter;
  private volatile Instant lookedAt;
  private boolean rerouting; // until it is written

  TimedUpkeep(
      Database database,
      Owners owners,
      Watchlist watchlist,
      DecisionQueue waiting,
      FindingStore findings,
      NotifierConfig config) {
    this.database = database;
    this.owners = owners;
    this.watchlist = watchlist;
    this.waiting = waiting;
    this.findings = findings;
    this.reviewAfter = config.reviewAfter();
    this.lookedAt =
        database
            .read(handle -> ModuleValues.get(handle, LOOKED))
            .map(Instant::parse)
            .orElse(Instant.EPOCH);
  }

  /** Reads the catalogue's owners; what is whose is worked out anew when that changed. */
  public void owners(Instant now) {
    rerouting |= owners.refresh();
    if (rerouting) {
      database.write(handle -> reroute(handle, now));
      rerouting = false;
    }
  }

  private boolean reroute(Handle handle, Instant now) {
    String routes =
        owners.routed().stream()
            .map(owner -> owner.id() + owner.scopes())
            .sorted()
            .collect(Collectors.joining("|"));
    if (routes.equals(ModuleValues.get(handle, ROUTES).orElse(""))) {
      return false;
    }
    ModuleValues.set(handle, ROUTES, routes);
    waiting.touch(handle, watchlist.rewatchAll(handle), now);
    return true;
  }

  /** Whether something has come about that is not seen to. */
  public boolean isBehind(Instant now) {
    return database.read(handle ->
        !AnswerLog.ended(handle, lookedAt, now).isEmpty()
            || !ReviewDates.due(handle, now.minus(reviewAfter)).isEmpty());
  }

  /** Looks at the clock. */
  public void step(Instant now) {
    if (isBehind(now)) {
      database.write(handle -> look(handle, now));
    }
    lookedAt = now;
  }

  private boolean look(Handle handle, Instant now) {
    for (OwnerAnswer answer : AnswerLog.ended(handle, lookedAt, now)) {
      FindingStore.find(handle, answer.finding())
          .ifPresent(finding -> findings.answered(handle, finding, now));
    }
    ModuleValues.set(handle, LOOKED, now.toString());
    List<String> due = ReviewDates.due(handle, now.minus(reviewAfter));
    due.forEach(url -> {
      ReviewDates.raise(handle, findings, url, now);
      waiting.touch(handle, watchlist.owners(handle, url), now);
    });
    return true;
  }
}
