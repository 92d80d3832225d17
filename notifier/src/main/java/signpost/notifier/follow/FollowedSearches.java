package signpost.notifier.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import signpost.notifier.store.PersonTrace;

/** The searches that people follow, and what each has found, as they are kept. */
public final class FollowedSearches {
  /** So many for one reader, and for all together: each is answered again and again. */
  public static final int MOST = 20;

  public static final int MOST_OF_ALL = 5_000;

  /** One mail a day is enough. */
  private static final Duration BETWEEN_MAILS = Duration.ofDays(1);

  /** What several searches find at about the same time is told together. */
  private static final Duration SETTLING = Duration.ofMinutes(10);

  private static final String COLUMNS = "SELECT id, reader, search, words, since, based, told_at";
  private static final String THEIRS = " (SELECT id FROM followed_search WHERE reader = ";

  /** What is kept of people because they follow searches. */
  public static final List<PersonTrace> TRACES =
      List.of(
          new PersonTrace(
              "pages their searches found",
              "SELECT COUNT(*) FROM followed_result WHERE followed IN" + THEIRS + ":subscriber)",
              "DELETE FROM followed_result WHERE followed IN" + THEIRS + ":subscriber)"),
          new PersonTrace(
              "searches they follow",
              "SELECT COUNT(*) FROM followed_search WHERE reader = :subscriber",
              "DELETE FROM followed_search WHERE reader = :subscriber"));

  private FollowedSearches() {}

  /** Follows a search. */
  public static void follow(Handle handle, FollowedSearch followed) {
    handle.execute(
        "INSERT INTO followed_search (id, reader, search, since) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (id) DO NOTHING",
        followed.id(),
        followed.reader(),
        followed.search(),
        followed.since().toEpochMilli());
  }

  /** What a reader follows, the first they chose first. */
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
          Optional<Instant> toldAt =
              row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(told));
          return new FollowedSearch(
              row.getString("id"),
              row.getString("reader"),
              row.getString("search"),
              row.getString("words"),
              Instant.ofEpochMilli(row.getLong("since")),
              row.getInt("based") == 1,
              toldAt);
        })
        .list();
  }

  /** The addresses it has found, and whether its reader knows of each. */
  public static Map<String, Boolean> results(Handle handle, String id) {
    Map<String, Boolean> results = new HashMap<>();
    handle
        .select("SELECT url, told FROM followed_result WHERE followed = ?", id)
        .map((row, _) -> results.put(row.getString("url"), row.getInt("told") == 1))
        .list();
    return results;
  }

  /** Keeps what changed when it was answered. */
  public static void answered(
      Handle handle, String id, String words, SearchNews news, Instant now) {
    keep(handle, id, news.known().stream().map(FollowedSearches::plain).toList(), true, now);
    keep(handle, id, news.arrived(), false, now);
    news.gone()
        .forEach(url ->
            handle.execute(
                "DELETE FROM followed_result WHERE followed = ? AND url = ? AND told = 0",
                id,
                url));
    handle.execute("UPDATE followed_search SET based = 1, words = ? WHERE id = ?", words, id);
  }

  private static FoundResource plain(String url) {
    return new FoundResource(url, List.of(), "", "", true);
  }

  private static void keep(
      Handle handle, String id, Collection<FoundResource> found, boolean told, Instant now) {
    if (found.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            "INSERT INTO followed_result (followed, url, told, title, publisher, found_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (followed, url) DO UPDATE SET told = excluded.told");
    found.forEach(
        it -> rows.add(id, it.url(), told ? 1 : 0, it.title(), it.publisher(), now.toEpochMilli()));
    rows.execute();
  }

  /** Whether a reader has something to hear of that has settled, and heard nothing for a day. */
  public static boolean isDue(Handle handle, String reader, Instant now) {
    boolean lately =
        of(handle, reader).stream()
            .flatMap(it -> it.toldAt().stream())
            .anyMatch(at -> now.isBefore(at.plus(BETWEEN_MAILS)));
    return !lately
        && handle
            .select(
                "SELECT 1 FROM followed_result WHERE told = 0 AND found_at <= ? AND followed IN"
                    + THEIRS
                    + "?) LIMIT 1",
                now.minus(SETTLING).toEpochMilli(),
                reader)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
  }

  /**
   * Takes what a reader is to be told, by search, the oldest news first; nothing where another took
   * it.
   */
  public static SequencedMap<FollowedSearch, List<FoundResource>> take(
      Handle handle, String reader, Instant now) {
    SequencedMap<FollowedSearch, List<FoundResource>> taken = new LinkedHashMap<>();
    for (FollowedSearch followed : of(handle, reader)) {
      List<FoundResource> news = take(handle, followed.id());
      if (!news.isEmpty()) {
        taken.put(followed, news);
      }
    }
    if (!taken.isEmpty()) {
      handle.execute(
          "UPDATE followed_search SET told_at = ? WHERE reader = ?", now.toEpochMilli(), reader);
    }
    return taken;
  }

  private static List<FoundResource> take(Handle handle, String id) {
    record TakenResult(long at, FoundResource resource) {}
    return handle
        .createQuery(
            "UPDATE followed_result SET told = 1 WHERE followed = :id AND told = 0"
                + " RETURNING url, title, publisher, found_at")
        .bind("id", id)
        .map((row, _) ->
            new TakenResult(
                row.getLong("found_at"),
                new FoundResource(
                    row.getString("url"),
                    List.of(),
                    row.getString("title"),
                    row.getString("publisher"),
                    true)))
        .list()
        .stream()
        .sorted(Comparator.comparingLong(TakenResult::at).thenComparing(it -> it.resource().url()))
        .map(TakenResult::resource)
        .toList();
  }

  /** How many are followed in all. */
  public static int count(Handle handle) {
    return handle.select("SELECT COUNT(*) FROM followed_search").mapTo(Integer.class).one();
  }

  /** Follows it no more; returns whether it was followed. */
  public static boolean end(Handle handle, String id) {
    handle.execute("DELETE FROM followed_result WHERE followed = ?", id);
    return handle.execute("DELETE FROM followed_search WHERE id = ?", id) == 1;
  }

  /** A reader follows nothing any more; returns whether they followed anything. */
  public static boolean endAll(Handle handle, String reader) {
    List<FollowedSearch> all = of(handle, reader);
    all.forEach(it -> end(handle, it.id()));
    return !all.isEmpty();
  }
}
