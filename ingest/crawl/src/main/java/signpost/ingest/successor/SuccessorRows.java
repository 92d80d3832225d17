package signpost.ingest.successor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import signpost.events.PageSuccessor;
import signpost.events.RecordJson;
import signpost.record.store.PreparedStatements;
import signpost.url.CanonicalUrl;
import signpost.web.health.RegistrableDomains;

/** Searches in SQL, within the caller's transaction. */
final class SuccessorRows {
  private static final long NEVER = Long.MAX_VALUE;

  /** So many of one publisher are looked for at once; the rest come after them. */
  private static final int MOST = 100;

  private SuccessorRows() {}

  /** Begins a search where there is none. */
  static void begin(Handle handle, CanonicalUrl target, Instant now) {
    PreparedStatements.update(
        handle,
        "INSERT INTO successor (target, publisher, since, confirmed, tries, due_at)"
            + " VALUES (?, ?, ?, 0, 0, ?) ON CONFLICT (target) DO NOTHING",
        target.value(),
        RegistrableDomains.publisher(target.url()),
        now.toEpochMilli(),
        now.plus(SearchedTarget.SETTLING).toEpochMilli());
  }

  /** Knows the end of a target as proven; what was found by then, where that is new. */
  static Optional<PageSuccessor> confirm(Handle handle, CanonicalUrl target) {
    return PreparedStatements.list(
            handle,
            row -> found(row.getString(1)),
            "UPDATE successor SET confirmed = 1 WHERE target = ? AND confirmed = 0 RETURNING found",
            target.value())
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  static void forget(Handle handle, CanonicalUrl target) {
    PreparedStatements.update(handle, "DELETE FROM successor WHERE target = ?", target.value());
  }

  /** Targets that are looked for, and that nobody places any more. */
  static List<CanonicalUrl> unplaced(Handle handle) {
    return PreparedStatements.list(
        handle,
        row -> new CanonicalUrl(row.getString(1)),
        "SELECT target FROM successor WHERE NOT EXISTS"
            + " (SELECT 1 FROM target WHERE url = successor.target AND placed = 1)");
  }

  /**
   * Keeps what an attempt led to.
   *
   * @return whether the target's end is proven; false, too, where another search has begun
   */
  static boolean keep(Handle handle, SearchedTarget after) {
    return PreparedStatements.list(
            handle,
            row -> row.getInt(1) != 0,
            "UPDATE successor SET found = ?, tries = ?, due_at = ? WHERE target = ? AND since = ?"
                + " RETURNING confirmed",
            after.found().map(it -> RecordJson.write(it)).orElse(null),
            after.tries(),
            millis(after.dueAt()),
            after.target().value(),
            after.since().toEpochMilli())
        .stream()
        .findFirst()
        .orElse(false);
  }

  /** Looks for no page of a publisher before then; how many were due. */
  static int putOff(Handle handle, String publisher, Instant now, Instant to) {
    return handle.execute(
        "UPDATE successor SET due_at = ? WHERE publisher = ? AND due_at <= ?",
        to.toEpochMilli(),
        publisher,
        now.toEpochMilli());
  }

  /** Publishers whose pages are to be looked for now, the one that waits longest first. */
  static List<String> duePublishers(Handle handle, Instant now) {
    return PreparedStatements.list(
        handle,
        row -> row.getString(1),
        "SELECT publisher FROM successor WHERE due_at <= ? GROUP BY publisher"
            + " ORDER BY MIN(due_at), publisher",
        now.toEpochMilli());
  }

  /** What is due of a publisher, and what nobody has looked for yet. */
  static List<SearchedTarget> of(Handle handle, String publisher, Instant now) {
    return PreparedStatements.list(
        handle,
        row ->
            new SearchedTarget(
                new CanonicalUrl(row.getString("target")),
                Instant.ofEpochMilli(row.getLong("since")),
                found(row.getString("found")),
                row.getInt("tries"),
                Instant.ofEpochMilli(row.getLong("due_at"))),
        "SELECT target, since, found, tries, due_at FROM successor WHERE publisher = ?"
            + " AND (due_at <= ? OR found IS NULL AND tries = 0) ORDER BY due_at, target LIMIT ?",
        publisher,
        now.toEpochMilli(),
        MOST);
  }

  static long dueCount(Handle handle, Instant now) {
    return handle
        .select("SELECT COUNT(*) FROM successor WHERE due_at <= ?", now.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Searches that ended without an answer by which to judge. */
  static long givenUpCount(Handle handle) {
    return handle
        .select("SELECT COUNT(*) FROM successor WHERE due_at = ? AND tries > 0", NEVER)
        .mapTo(Long.class)
        .one();
  }

  static Optional<Instant> nextDueAt(Handle handle) {
    return handle
        .select("SELECT MIN(due_at) FROM successor WHERE due_at < ?", NEVER)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  private static Optional<PageSuccessor> found(@Nullable String json) {
    return Optional.ofNullable(json).map(it -> RecordJson.read(it, PageSuccessor.class));
  }

  private static long millis(Instant at) {
    return at.equals(Instant.MAX) ? NEVER : at.toEpochMilli();
  }
}
