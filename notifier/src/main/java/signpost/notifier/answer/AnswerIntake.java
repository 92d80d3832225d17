package signpost.notifier.answer;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import signpost.notifier.answer.AnswerForm.FormMeaning;
import signpost.notifier.finding.Finding;
import signpost.notifier.finding.FindingSignal;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.review.ReviewDates;
import signpost.record.outbox.Relay;
import signpost.record.store.Database;
import signpost.url.AddressGuard;

/** Takes answers: into the log, on to the index, and into what its owners are told next. */
@Singleton
public final class AnswerIntake {
  private final Database database;
  private final FindingStore findings;
  private final Watchlist watchlist;
  private final DecisionWaker touching;
  private final Relay relay;
  private final InstantSource clock;
  private final AddressGuard guard;

  /** Wakes whatever decides for these owners. */
  public interface DecisionWaker {
    void touch(Handle handle, Set<String> owners, Instant at);
  }

  AnswerIntake(
      Database database,
      FindingStore findings,
      Watchlist watchlist,
      DecisionWaker touching,
      Relay relay,
      LinkConfig links,
      @Named("clock") InstantSource clock) {
    this.database = database;
    this.findings = findings;
    this.watchlist = watchlist;
    this.touching = touching;
    this.relay = relay;
    this.clock = clock;
    this.guard = links.guard();
  }

  /** What became of an answer. */
  public sealed interface AnswerOutcome {
    /** It stands. */
    record AnswerTaken(OwnerAnswer answer) implements AnswerOutcome {}

    /** It was said before, in the same words. */
    record AnswerRepeated(OwnerAnswer answer) implements AnswerOutcome {}

    /** The page we found is not offered again. */
    record PageRefused(String guide, Finding finding) implements AnswerOutcome {}

    /** What was typed means nothing yet. */
    record AnswerUnclear(String problem) implements AnswerOutcome {}

    /** There is no such finding, or it is not this owner's business any more. */
    record FindingUnknown() implements AnswerOutcome {}
  }

  /** Takes an owner's answer to a finding for one guide. */
  public AnswerOutcome answer(String owner, String guide, String finding, AnswerForm form) {
    Instant now = clock.instant();
    AnswerOutcome outcome =
        database.write(handle -> answer(handle, owner, guide, finding, form, now));
    relay.wake();
    return outcome;
  }

  private AnswerOutcome answer(
      Handle handle, String owner, String guide, String id, AnswerForm form, Instant now) {
    Optional<Finding> finding = FindingStore.find(handle, id);
    if (finding.isEmpty() || !watchlist.isWatchedFor(handle, finding.get().subject(), guide)) {
      return new AnswerOutcome.FindingUnknown();
    }
    return switch (form.read(finding.get().subject(), now, guard)) {
      case FormMeaning.UnclearForm unclear -> new AnswerOutcome.AnswerUnclear(unclear.problem());
      case FormMeaning.RefusedPage(String address) -> {
        findings.refuse(handle, finding.get().subject(), address, owner, now);
        yield new AnswerOutcome.PageRefused(guide, finding.get());
      }
      case FormMeaning.MeantAnswer said ->
          take(handle, of(finding.get(), guide, said.verdict(), owner, now), finding.get());
    };
  }

  private static OwnerAnswer of(
      Finding finding, String guide, OwnerVerdict verdict, String owner, Instant now) {
    return new OwnerAnswer(
        guide,
        finding.subject(),
        finding.kind(),
        finding.id(),
        finding.news(),
        finding.rule(),
        verdict,
        owner,
        now);
  }

  /** Reports and reviews are over when every guide has answered: nothing else ends them. */
  private boolean isSettled(Handle handle, Finding finding, Instant at) {
    return finding.isOpen()
        && switch (finding.kind()) {
          case REPORTED, REVIEW_DUE -> findings.isAnswered(handle, finding, at);
          case BROKEN,
              GONE_IN_PLACE,
              MOVED,
              HOST_DOWN,
              DOMAIN_ENDING,
              TLS_PROBLEM,
              CHANGED,
              ADDRESS_QUESTION ->
              false;
        };
  }

  private AnswerOutcome take(Handle handle, OwnerAnswer answer, Finding finding) {
    if (!AnswerLog.enter(handle, answer)) {
      return new AnswerOutcome.AnswerRepeated(answer);
    }
    ReviewDates.looked(handle, finding.subject(), answer.at());
    if (isSettled(handle, finding, answer.at())) {
      FindingSignal over = new FindingSignal.ProblemEnded(finding.subject(), finding.kind(), true);
      findings.raise(handle, over, answer.at().toEpochMilli(), answer.at());
    } else {
      findings.answered(handle, finding, answer.at());
    }
    touching.touch(handle, watchlist.owners(handle, finding.subject()), answer.at());
    return new AnswerOutcome.AnswerTaken(answer);
  }
}
