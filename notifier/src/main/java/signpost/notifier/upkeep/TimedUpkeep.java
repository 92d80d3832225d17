package signpost.notifier.upkeep;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.notifier.NotifierConfig;
import signpost.notifier.answer.AnswerLog;
import signpost.notifier.answer.AnswerLog.EndedAnswer;
import signpost.notifier.delivery.DeliveryTraces;
import signpost.notifier.due.DecisionQueue;
import signpost.notifier.due.OneByOne;
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
  private static final Duration FORGETS_EVERY = Duration.ofDays(1);

  private final Database database;
  private final Owners owners;
  private final Watchlist watchlist;
  private final DecisionQueue waiting;
  private final FindingStore findings;
  private final Duration reviewAfter;
  private final OneByOne<EndedAnswer> endings;
  private final OneByOne<String> reviews;
  private final Path folder;
  private Instant forgetsAt = Instant.MIN;
  private boolean rerouting; // until it is written

  TimedUpkeep(
      Database database,
      Owners owners,
      Watchlist watchlist,
      DecisionQueue waiting,
      FindingStore findings,
      NotifierConfig config) {
    this.folder = config.data();
    this.database = database;
    this.owners = owners;
    this.watchlist = watchlist;
    this.waiting = waiting;
    this.findings = findings;
    this.reviewAfter = config.reviewAfter();
    this.endings = new OneByOne<>(database, "Seeing to the end of");
    this.reviews = new OneByOne<>(database, "Asking for a review of");
  }

  /** Reads the catalogue's owners: who is not known yet would be told as ops. */
  public void readOwners() {
    rerouting |= owners.refresh();
  }

  /** Works out anew what is whose when the owners have changed. */
  public void reroute(Instant now) {
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

  /** Once a day, and at the start: what is of no more use, and about people. */
  public void forgetOld(Instant now) {
    if (now.isBefore(forgetsAt)) {
      return;
    }
    DeliveryTraces.forgetOld(database, folder, now);
    database.write(handle -> AnswerLog.forgetOld(handle, now));
    forgetsAt = now.plus(FORGETS_EVERY);
  }

  /** Whether something has come about that is not seen to. */
  public boolean isBehind(Instant now) {
    return database.read(handle ->
        !AnswerLog.ended(handle, now).isEmpty()
            || !ReviewDates.due(handle, now.minus(reviewAfter)).isEmpty());
  }

  /** Looks at the clock. */
  public void step(Instant now) {
    Instant later = now.plus(OneByOne.PUT_OFF);
    endings.each(
        database.read(handle -> AnswerLog.ended(handle, now)),
        (handle, answer) -> end(handle, answer, now),
        (handle, answer) -> AnswerLog.endDue(handle, answer, Optional.of(later)));
    reviews.each(
        database.read(handle -> ReviewDates.due(handle, now.minus(reviewAfter))),
        (handle, url) -> review(handle, url, now),
        (handle, url) -> ReviewDates.putOff(handle, url, later, reviewAfter));
  }

  private void end(Handle handle, EndedAnswer answer, Instant now) {
    FindingStore.find(handle, answer.finding())
        .ifPresent(finding -> findings.answered(handle, finding, now));
    AnswerLog.endDue(handle, answer, Optional.empty());
  }

  private void review(Handle handle, String url, Instant now) {
    ReviewDates.raise(handle, findings, url, now);
    waiting.touch(handle, watchlist.owners(handle, url), now);
  }
}
