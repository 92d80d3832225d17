package signpost.notifier.answer;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import signpost.notifier.answer.AnswerForm.Meaning;
import signpost.notifier.finding.Finding;
import signpost.notifier.finding.Findings;
import signpost.notifier.finding.Happening;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.review.Reviews;
import signpost.record.outbox.Relay;
import signpost.record.store.Database;
import signpost.url.AddressGuard;

/** Takes answers: into the log, on to the index, and into what its owners are told next. */
@Singleton
public final class Answering {
  private final Database database;
  private final Findings findings;
  private final Watchlist watchlist;
  private final Touching touching;
  private final Relay relay;
  private final InstantSource clock;
  private final AddressGuard guard;

  /** Wakes whatever decides for these owners. */
  public interface Touching {
    void touch(Handle handle, Set<String> owners, Instant at);
  }

  Answering(
      Database database,
      Findings findings,
      Watchlist watchlist,
      Touching touching,
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
  public sealed interface Outcome {
    /** It stands. */
    record Taken(Answer answer) implements Outcome {}

    /** It was said before, in the same words. */
    record Repeated(Answer answer) implements Outcome {}

    /** What was typed means nothing yet. */
    record Unclear(String problem) implements Outcome {}

    /** There is no such finding, or it is not this owner's business any more. */
    record Unknown() implements Outcome {}
  }

  /** Takes an owner's answer to a finding for one guide. */
  public Outcome answer(String owner, String guide, String finding, AnswerForm form) {
    Instant now = clock.instant();
    Outcome outcome = database.write(handle -> answer(handle, owner, guide, finding, form, now));
    relay.wake();
    return outcome;
  }

  private Outcome answer(
      Handle handle, String owner, String guide, String id, AnswerForm form, Instant now) {
    Optional<Finding> finding = Findings.find(handle, id);
    if (finding.isEmpty() || !watchlist.isWatchedFor(handle, finding.get().subject(), guide)) {
      return new Outcome.Unknown();
    }
    return switch (form.read(finding.get().subject(), now, guard)) {
      case Meaning.Unclear unclear -> new Outcome.Unclear(unclear.problem());
      case Meaning.Said said ->
          take(handle, of(finding.get(), guide, said.verdict(), owner, now), finding.get());
    };
  }

  private static Answer of(
      Finding finding, String guide, Verdict verdict, String owner, Instant now) {
    return new Answer(
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
          case BROKEN, GONE_IN_PLACE, MOVED, HOST_DOWN, TLS_PROBLEM, CHANGED -> false;
        };
  }

  private Outcome take(Handle handle, Answer answer, Finding finding) {
    if (!Answers.enter(handle, answer)) {
      return new Outcome.Repeated(answer);
    }
    Reviews.looked(handle, finding.subject(), answer.at());
    if (isSettled(handle, finding, answer.at())) {
      Happening over = new Happening.Ended(finding.subject(), finding.kind(), true);
      findings.raise(handle, over, answer.at().toEpochMilli(), answer.at());
    } else {
      findings.answered(handle, finding, answer.at());
    }
    touching.touch(handle, watchlist.owners(handle, finding.subject()), answer.at());
    return new Outcome.Taken(answer);
  }
}
