package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.answer.AnswerIntake.DecisionWaker;
import signpost.notifier.answer.OneLine;
import signpost.notifier.desk.RequestLimits.LimitedRequest;
import signpost.notifier.finding.FindingDetail;
import signpost.notifier.finding.FindingSignal;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.listing.Watchlist;
import signpost.record.outbox.Relay;
import signpost.url.CanonicalUrl;

/** What readers say of a link: told to its owners with the next summary. */
@Singleton
public final class LinkReports {
  private static final int MOST_WORDS = 300;

  private final AnswerDesk desk;
  private final FindingStore findings;
  private final Watchlist watchlist;
  private final DecisionWaker touching;
  private final Relay relay;
  private final InstantSource clock;

  LinkReports(
      AnswerDesk desk,
      FindingStore findings,
      Watchlist watchlist,
      DecisionWaker touching,
      Relay relay,
      @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.findings = findings;
    this.watchlist = watchlist;
    this.touching = touching;
    this.relay = relay;
    this.clock = clock;
  }

  /** Takes a report in, one an hour for each link. */
  public DeskReply report(String client, String address, String words) {
    String said = OneLine.of(words, MOST_WORDS);
    if (said.isEmpty()) {
      return DeskReply.unclear("Say in a few words what is wrong with it.");
    }
    String url = CanonicalUrl.parse(address).map(CanonicalUrl::value).orElse("");
    DeskReply reply = desk.database().write(handle -> report(handle, client, url, said));
    relay.wake();
    return reply;
  }

  private DeskReply report(Handle handle, String client, String url, String said) {
    if (!watchlist.isWatched(handle, url)) {
      return new DeskReply(DeskReply.ReplyOutcome.UNKNOWN, "No guide points to that address.");
    }
    if (!desk.limits().allow(handle, LimitedRequest.REPORT, client, url)) {
      return DeskReply.done("");
    }
    Instant now = clock.instant();
    Explanation explanation =
        new Explanation(
            "A reader says: “" + said + "”",
            "We look at the page again by ourselves, and tell you apart if it does not work.",
            "Look at it with the reader's words in mind, and answer.");
    FindingSignal.ProblemBegan began =
        new FindingSignal.ProblemBegan(
            url,
            FindingKind.REPORTED,
            false,
            explanation.reason(),
            explanation,
            now,
            FindingDetail.NONE);
    findings.raise(handle, began, now.toEpochMilli(), now);
    touching.touch(handle, watchlist.owners(handle, url), now);
    return DeskReply.done("");
  }
}
