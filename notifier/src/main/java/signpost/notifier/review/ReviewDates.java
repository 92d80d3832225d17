package signpost.notifier.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.finding.FindingDetail;
import signpost.notifier.finding.FindingSignal;
import signpost.notifier.finding.FindingStore;

/**
 * Review dates in SQL: a resource counts as looked at when it is listed, when an owner answers
 * anything about it, and when a review is asked for.
 */
public final class ReviewDates {
  private static final int MOST = 500;

  private ReviewDates() {}

  /** Begins to count for a resource that is new; one that is known keeps its date. */
  public static void begin(Handle handle, String url, Instant at) {
    handle.execute(
        "INSERT INTO review (url, since) VALUES (?, ?) ON CONFLICT (url) DO NOTHING",
        url,
        at.toEpochMilli());
  }

  /** An owner looked at it. */
  public static void looked(Handle handle, String url, Instant at) {
    handle.execute("UPDATE review SET since = ? WHERE url = ?", at.toEpochMilli(), url);
  }

  /** A review that cannot be asked for is due again at an instant. */
  public static void putOff(Handle handle, String url, Instant until, Duration reviewAfter) {
    looked(handle, url, until.minus(reviewAfter));
  }

  /** It is placed nowhere any more. */
  public static void end(Handle handle, String url) {
    handle.execute("DELETE FROM review WHERE url = ?", url);
  }

  /** What nobody has looked at since an instant. */
  public static List<String> due(Handle handle, Instant since) {
    return handle
        .select(
            "SELECT url FROM review WHERE since <= ? ORDER BY since, url LIMIT ?",
            since.toEpochMilli(),
            MOST)
        .mapTo(String.class)
        .list();
  }

  /** Asks for a review, and begins to count anew. */
  public static void raise(Handle handle, FindingStore findings, String url, Instant now) {
    Optional<Instant> since =
        handle
            .select("SELECT since FROM review WHERE url = ?", url)
            .mapTo(Long.class)
            .findOne()
            .map(Instant::ofEpochMilli);
    Explanation words =
        new Explanation(
            "Nobody has looked at this resource for a long time.",
            "It still works, as far as a machine can tell. Whether it is still the best to point to"
                + " is for you to say.",
            "Read it, and answer whether the link stays.");
    findings.raise(
        handle,
        new FindingSignal.ProblemBegan(
            url,
            FindingKind.REVIEW_DUE,
            false,
            words.reason(),
            words,
            since.orElse(now),
            FindingDetail.NONE),
        now.toEpochMilli(),
        now);
    looked(handle, url, now);
  }
}
