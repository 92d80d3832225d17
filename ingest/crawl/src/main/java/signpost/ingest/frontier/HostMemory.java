package signpost.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.RecordJson;
import signpost.record.store.PreparedStatements;
import signpost.url.CanonicalUrl;
import signpost.web.health.HostCount.TargetGroup;
import signpost.web.health.HostJudge;
import signpost.web.health.HostSign;
import signpost.web.health.HostState;
import signpost.web.politeness.HostPace;

/** The memory of hosts, within the caller's transaction. */
public final class HostMemory {
  /** Until somebody lets it go on. */
  private static final HostPace PAUSED =
      new HostPace(Duration.ZERO, 1, Instant.EPOCH, 0, 0, Optional.of(Instant.MAX));

  private HostMemory() {}

  /** Whether a host is in an incident, as last kept. */
  public static HostState state(Handle handle, String host) {
    return handle
        .select("SELECT incident FROM host WHERE origin = ? AND incident IS NOT NULL", host)
        .mapTo(String.class)
        .findOne()
        .map(json -> RecordJson.read(json, HostState.class))
        .orElse(HostState.WELL);
  }

  /** How a host is to be asked, as last kept; one that ops have paused is left alone. */
  public static HostPace pace(Handle handle, String host, Instant clock, Instant wall) {
    return PreparedStatements.first(
            handle,
            row -> {
              if (row.getLong(2) > clock.toEpochMilli()) {
                return PAUSED;
              }
              String pace = row.getString(1);
              return pace == null
                  ? HostPace.fresh(wall)
                  : RecordJson.read(pace, HostPace.class)
                      .notBefore(Instant.ofEpochMilli(row.getLong(3)));
            },
            "SELECT pace, paused_until, next_allowed_at FROM host WHERE origin = ?",
            host)
        .orElseGet(() -> HostPace.fresh(wall));
  }

  /** A host that was asked amid another's visit pauses once, as after one of its own. */
  public static void rest(Handle handle, String host, Instant wall) {
    PreparedStatements.first(
            handle,
            row -> RecordJson.read(row.getString(1), HostPace.class).delay(),
            "SELECT pace FROM host WHERE origin = ? AND pace IS NOT NULL",
            host)
        .ifPresent(pause -> restUntil(handle, host, wall.plus(pause)));
  }

  private static void restUntil(Handle handle, String host, Instant until) {
    PreparedStatements.update(
        handle,
        "UPDATE host SET next_allowed_at = ? WHERE origin = ? AND next_allowed_at < ?",
        until.toEpochMilli(),
        host,
        until.toEpochMilli());
  }

  /** Remembers what the judge says of a host. */
  public static void keep(Handle handle, String host, HostState state) {
    handle.execute(
        "UPDATE host SET incident = ? WHERE origin = ?",
        state.incident().isEmpty() ? null : RecordJson.write(state),
        host);
  }

  /**
   * How the visited targets of a host stand but for this one.
   *
   * @param since when this one began to fail
   */
  public static List<TargetGroup> neighbours(
      Handle handle, CanonicalUrl target, Instant since, Instant now) {
    return handle
        .createQuery(
            "SELECT sign, full_at IS NOT NULL AS ever_well, broken, COUNT(*) AS n,"
                + " SUM(CASE WHEN visited_at >= :lately THEN 1 ELSE 0 END) AS lately,"
                + " SUM(CASE WHEN visited_at >= :since THEN 1 ELSE 0 END) AS since"
                + " FROM target WHERE host = :host AND url <> :url AND sign IS NOT NULL"
                + " GROUP BY sign, full_at IS NOT NULL, broken")
        .bind("host", target.origin())
        .bind("url", target.value())
        .bind("lately", now.minus(HostJudge.LATELY).toEpochMilli())
        .bind("since", since.toEpochMilli())
        .map((row, _) ->
            new TargetGroup(
                HostSign.valueOf(row.getString("sign")),
                row.getBoolean("ever_well"),
                row.getInt("broken") != 0,
                row.getInt("n"),
                row.getInt("lately"),
                row.getInt("since")))
        .list();
  }

  /**
   * Makes a few neighbours of a target due that were well and have not been asked lately, those in
   * its own folder first: what befalls one page most often befalls those beside it.
   */
  public static void askWitnesses(Handle handle, CanonicalUrl target, int most, Instant now) {
    String folder = target.url().directory().orElse(target.origin());
    handle.execute(
        "UPDATE target SET due_at = ? WHERE url IN (SELECT url FROM target WHERE host = ?"
            + " AND url <> ? AND sign = 'WELL' AND visited_at < ? AND due_at > ?"
            + " ORDER BY CASE WHEN substr(url, 1, ?) = ? THEN 0 ELSE 1 END, visited_at LIMIT ?)",
        now.toEpochMilli(),
        target.origin(),
        target.value(),
        now.minus(HostJudge.LATELY).toEpochMilli(),
        now.toEpochMilli(),
        folder.length(),
        folder,
        most);
    dueNow(handle, target.origin(), now);
  }

  /**
   * Makes the silent targets of a host due that answers again: until they are asked, what they met
   * before would be added to whatever they meet next.
   */
  public static void askSilent(Handle handle, String host, Instant now) {
    handle.execute(
        "UPDATE target SET due_at = ? WHERE host = ? AND due_at > ?"
            + " AND sign IN ('NO_NAME', 'UNSAFE', 'UNREACHED', 'MUTE')",
        now.toEpochMilli(),
        host,
        now.toEpochMilli());
    dueNow(handle, host, now);
  }

  private static void dueNow(Handle handle, String host, Instant now) {
    handle.execute(
        "UPDATE host SET due_at = ? WHERE origin = ? AND due_at > ?",
        now.toEpochMilli(),
        host,
        now.toEpochMilli());
  }

  /** Remembers that ops hear of a host's doubtful pages; false where they have since then. */
  public static boolean doubted(Handle handle, String host, Instant now, Instant since) {
    return PreparedStatements.update(
            handle,
            "UPDATE host SET doubted_at = ? WHERE origin = ?"
                + " AND (doubted_at IS NULL OR doubted_at < ?)",
            now.toEpochMilli(),
            host,
            since.toEpochMilli())
        > 0;
  }

  /** The targets of a host that findings may be opened for, by URL. */
  public static List<CanonicalUrl> placed(Handle handle, String host) {
    return handle
        .select("SELECT url FROM target WHERE host = ? AND placed = 1 ORDER BY url", host)
        .mapTo(String.class)
        .map(CanonicalUrl::new)
        .list();
  }
}
