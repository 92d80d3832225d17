package signpost.ingest.frontier;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import signpost.record.store.PreparedStatements;
import signpost.url.CanonicalUrl;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadOutcome.UnreadableReason;
import signpost.web.fetch.FetchOutcome;

/** Pages that answer and cannot be read well, within the caller's transaction: what ops can see. */
public final class UnreadPages {
  /** As unreadable pages have their own codes. */
  private static final String DOUBTFUL = "doubtful";

  private UnreadPages() {}

  /** Remembers what a visit says; a page that was read well leaves the list. */
  public static void remember(Handle handle, CanonicalUrl page, ReadOutcome reading, Instant now) {
    switch (reading) {
      case ReadOutcome.Read _ -> forget(handle, page);
      case ReadOutcome.Doubtful(_, String why) -> doubted(handle, page, why, now);
      case ReadOutcome.Unreadable(UnreadableReason reason, String detail) ->
          add(handle, page, code(reason), detail, now);
    }
  }

  /** Remembers that what a visit says is in doubt, whatever was read in it. */
  public static void doubted(Handle handle, CanonicalUrl page, String why, Instant now) {
    add(handle, page, DOUBTFUL, why, now);
  }

  /** Remembers that a page waits to be read; what is known of it already says more. */
  public static void waits(Handle handle, CanonicalUrl page, ReadOutcome reading, Instant now) {
    boolean known =
        PreparedStatements.first(
                handle,
                row -> row.getString(1),
                "SELECT reason FROM unread_page WHERE page = ?",
                page.value())
            .filter(reason -> !reason.equals(code(UnreadableReason.NEEDS_BROWSER)))
            .isPresent();
    if (!known) {
      remember(handle, page, reading, now);
    }
  }

  private static String code(UnreadableReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Forgets what an error took the place of: it answers no longer, and that is told elsewhere. */
  public static void failed(Handle handle, CanonicalUrl page, FetchOutcome outcome) {
    if (outcome instanceof FetchOutcome.Answered answer && answer.status() >= 400) {
      forget(handle, page);
    }
  }

  /** What is left of a page may be a link, which nobody reads. */
  static void left(Handle handle, WatchedUrl left) {
    if (!left.kind().isRead()) {
      forget(handle, left.url());
    }
  }

  /** Forgets a page that another stands in place of, or that nobody watches. */
  public static void forget(Handle handle, CanonicalUrl page) {
    PreparedStatements.update(handle, "DELETE FROM unread_page WHERE page = ?", page.value());
  }

  private static void add(
      Handle handle, CanonicalUrl page, String reason, String detail, Instant now) {
    PreparedStatements.update(
        handle,
        "INSERT INTO unread_page (page, reason, detail, since, at) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (page) DO UPDATE SET since = CASE"
            + " WHEN unread_page.reason = excluded.reason THEN unread_page.since"
            + " ELSE excluded.since END,"
            + " reason = excluded.reason, detail = excluded.detail, at = excluded.at",
        page.value(),
        reason,
        detail,
        now.toEpochMilli(),
        now.toEpochMilli());
  }

  /** Those that are watched, the newest first. */
  public static List<UnreadLine> all(Handle handle, int most) {
    return handle
        .createQuery(
            "SELECT u.page, u.reason, u.detail, u.since, u.at FROM unread_page u"
                + " JOIN target t ON t.url = u.page ORDER BY u.since DESC, u.page LIMIT :most")
        .bind("most", most)
        .map((row, _) ->
            new UnreadLine(
                row.getString("page"),
                row.getString("reason"),
                row.getString("detail"),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }
}
