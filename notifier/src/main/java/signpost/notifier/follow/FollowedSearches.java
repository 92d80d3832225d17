package signpost.notifier.follow;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import signpost.notifier.store.PersonTrace;

/** The searches that people follow, as they are kept. */
public final class FollowedSearches {
  /** So many for one reader: each is answered again and again. */
  public static final int MOST = 20;

  private static final String COLUMNS = "SELECT id, reader, search, since, based, told_at";

  /** What is kept of people because they follow searches. */
  public static final List<PersonTrace> TRACES =
      List.of(
          new PersonTrace(
              "pages their searches found",
              "SELECT COUNT(*) FROM followed_result WHERE followed IN"
                  + " (SELECT id FROM followed_search WHERE reader = :subscriber)",
              "DELETE FROM followed_result WHERE followed IN"
                  + " (SELECT id FROM followed_search WHERE reader = :subscriber)"),
          new PersonTrace(
              "searches they follow",
              "SELECT COUNT(*) FROM followed_search WHERE reader = :subscriber",
              "DELETE FROM followed_search WHERE reader = :subscriber"));

  private FollowedSearches() {}

  /** Follows a search from now; returns whether the reader did not yet. */
  public static boolean follow(Handle handle, FollowedSearch followed) {
    return handle.execute(
            "INSERT INTO followed_search (id, reader, search, since) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (id) DO NOTHING",
            followed.id(),
            followed.reader(),
            followed.search(),
            followed.since().toEpochMilli())
        == 1;
  }

  /** What a reader follows, as long as they have. */
  public static List<FollowedSearch> of(Handle handle, String reader) {
    return select(handle, "reader = ?", reader);
  }

  /** All who follow a search. */
  public static List<FollowedSearch> following(Handle handle, String search) {
    return select(handle, "search = ?", search);
  }

  /** One of them, if it is still followed. */
  public static Optional<FollowedSearch> find(Handle handle, String id) {
    return select(handle, "id = ?", id).stream().findFirst();
  }

  /** Every search that somebody follows, each once. */
  public static List<String> all(Handle handle) {
    return handle
        .select("SELECT DISTINCT search FROM followed_search ORDER BY search")
        .mapTo(String.class)
        .list();
  }

  private static List<FollowedSearch> select(Handle handle, String which, String value) {
    return handle
        .select(COLUMNS + " FROM followed_search WHERE " + which + " ORDER BY since, id", value)
        .map((row, _) -> {
          long told = row.getLong("told_at");
          return new FollowedSearch(
              row.getString("id"),
              row.getString("reader"),
              row.getString("search"),
              Instant.ofEpochMilli(row.getLong("since")),
              row.getInt("based") == 1,
              row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(told)));
        })
        .list();
  }

  /** The addresses its reader knows of. */
  public static Set<String> told(Handle handle, String id) {
    return new HashSet<>(
        handle
            .select("SELECT url FROM followed_result WHERE followed = ?", id)
            .mapTo(String.class)
            .list());
  }

  /** What was there when a reader began is known. */
  public static void base(Handle handle, String id, Collection<FoundResource> found) {
    know(handle, id, found);
    handle.execute("UPDATE followed_search SET based = 1 WHERE id = ?", id);
  }

  /** The reader has been told of these. */
  public static void tell(Handle handle, String id, Collection<FoundResource> news, Instant now) {
    know(handle, id, news);
    handle.execute("UPDATE followed_search SET told_at = ? WHERE id = ?", now.toEpochMilli(), id);
  }

  private static void know(Handle handle, String id, Collection<FoundResource> found) {
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO followed_result (followed, url) VALUES (?, ?)"
                + " ON CONFLICT (followed, url) DO NOTHING");
    found.forEach(it -> rows.add(id, it.url()));
    rows.execute();
  }

  /** Follows it no more; returns whether it was followed. */
  public static boolean end(Handle handle, String id) {
    handle.execute("DELETE FROM followed_result WHERE followed = ?", id);
    return handle.execute("DELETE FROM followed_search WHERE id = ?", id) == 1;
  }

  /** A reader follows nothing any more. */
  public static void endAll(Handle handle, String reader) {
    of(handle, reader).forEach(it -> end(handle, it.id()));
  }
}
