package signpost.ingest.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.RecordJson;
import signpost.record.store.PreparedStatements;
import signpost.url.CanonicalUrl;
import signpost.web.schedule.VisitHabit;

/** The habits of targets, and the hints of hosts, within the caller's transaction. */
public final class HabitStore {
  /** So many targets of a host are looked at together. */
  private static final int MOST = 20_000;

  private HabitStore() {}

  /** A target and how it is watched. */
  public record WatchedTarget(
      CanonicalUrl url, TargetKind kind, boolean placed, VisitHabit habit) {}

  /** Remembers the habit of a target. */
  public static void keep(Handle handle, CanonicalUrl url, VisitHabit habit) {
    PreparedStatements.update(
        handle, "UPDATE target SET habit = ? WHERE url = ?", RecordJson.write(habit), url.value());
  }

  /** What a column holds; that of a new target where it holds nothing that can be read. */
  public static VisitHabit habit(Optional<String> json) {
    return json.flatMap(it -> learned(it, VisitHabit.class)).orElse(VisitHabit.NEW);
  }

  /** What was learned can be learned again, so it stops no visit where it cannot be read. */
  private static <T> Optional<T> learned(String json, Class<T> type) {
    try {
      return Optional.of(RecordJson.read(json, type));
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  /** What is kept of the sitemaps of a host; of a new one where that cannot be read. */
  public static HostHints hints(Handle handle, String host) {
    return PreparedStatements.first(
            handle,
            row -> learned(row.getString(1), HostHints.class),
            "SELECT hints FROM host WHERE origin = ? AND hints IS NOT NULL",
            host)
        .flatMap(it -> it)
        .orElse(HostHints.NEW);
  }

  /** Remembers it. */
  public static void keep(Handle handle, String host, HostHints hints) {
    PreparedStatements.update(
        handle, "UPDATE host SET hints = ? WHERE origin = ?", RecordJson.write(hints), host);
  }

  /** All that is watched of a host, but for what cannot be read. */
  public static List<WatchedTarget> of(Handle handle, String host) {
    return PreparedStatements.list(
            handle,
            HabitStore::readable,
            "SELECT url, kind, placed, habit FROM target WHERE host = ? ORDER BY url LIMIT ?",
            host,
            MOST)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<WatchedTarget> readable(ResultSet row) throws SQLException {
    String url = row.getString(1);
    String kind = row.getString(2);
    boolean placed = row.getInt(3) != 0;
    Optional<String> habit = Optional.ofNullable(row.getString(4));
    try {
      return Optional.of(
          new WatchedTarget(new CanonicalUrl(url), TargetKind.valueOf(kind), placed, habit(habit)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** How many pages of a host are read. */
  public static int read(Handle handle, String host) {
    return PreparedStatements.first(
            handle,
            row -> row.getInt(1),
            "SELECT COUNT(*) FROM target WHERE host = ? AND kind <> 'OUTLINK'",
            host)
        .orElse(0);
  }
}
