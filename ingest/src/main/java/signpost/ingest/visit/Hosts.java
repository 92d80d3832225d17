package signpost.ingest.visit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.CanonicalUrl;
import signpost.events.FailureClass;
import signpost.ingest.health.HostJudge;
import signpost.ingest.health.HostJudge.Count;
import signpost.ingest.health.HostState;
import signpost.ingest.health.TargetStateCodec;

/** The memory of hosts, within the caller's transaction. */
final class Hosts {
  private Hosts() {}

  static HostState state(Handle handle, String host) {
    return handle
        .select("SELECT incident FROM host WHERE origin = ? AND incident IS NOT NULL", host)
        .mapTo(String.class)
        .findOne()
        .map(json -> TargetStateCodec.read(json, HostState.class))
        .orElse(HostState.WELL);
  }

  static void keep(Handle handle, String host, HostState state) {
    handle.execute(
        "UPDATE host SET incident = ? WHERE origin = ?",
        state.incident().isEmpty() ? null : TargetStateCodec.write(state),
        host);
  }

  /** How the visited targets of a host stand, with what this visit says of this target. */
  static Count count(
      Handle handle, CanonicalUrl target, Optional<FailureClass> failure, Instant now) {
    Map<FailureClass, Integer> failing = new EnumMap<>(FailureClass.class);
    int targets = 1;
    int askedLately = 1;
    int missingLately = failure.filter(Hosts::missing).isPresent() ? 1 : 0;
    for (Group group : others(handle, target, now.minus(HostJudge.LATELY))) {
      targets += group.n();
      askedLately += group.lately();
      if (group.failing().isPresent()) {
        FailureClass how = FailureClass.valueOf(group.failing().get());
        failing.merge(how, group.n(), Integer::sum);
        missingLately += missing(how) && !group.broken() ? group.n() : 0;
      }
    }
    failure.ifPresent(it -> failing.merge(it, 1, Integer::sum));
    return new Count(targets, failing, missingLately, askedLately);
  }

  private static List<Group> others(Handle handle, CanonicalUrl target, Instant lately) {
    return handle
        .createQuery(
            "SELECT failing, broken, COUNT(*) AS n,"
                + " SUM(CASE WHEN visited_at >= :lately THEN 1 ELSE 0 END) AS lately"
                + " FROM target WHERE host = :host AND url <> :url"
                + " AND visited_at IS NOT NULL GROUP BY failing, broken")
        .bind("host", target.origin())
        .bind("url", target.value())
        .bind("lately", lately.toEpochMilli())
        .map((row, _) ->
            new Group(
                Optional.ofNullable(row.getString("failing")),
                row.getInt("broken") != 0,
                row.getInt("n"),
                row.getInt("lately")))
        .list();
  }

  /** Makes a few neighbours of a target due that were well and have not been asked lately. */
  static void askWitnesses(Handle handle, CanonicalUrl target, int most, Instant now) {
    handle.execute(
        "UPDATE target SET due_at = ? WHERE url IN (SELECT url FROM target WHERE host = ?"
            + " AND url <> ? AND failing IS NULL AND visited_at < ? AND due_at > ?"
            + " ORDER BY visited_at LIMIT ?)",
        now.toEpochMilli(),
        target.origin(),
        target.value(),
        now.minus(HostJudge.LATELY).toEpochMilli(),
        now.toEpochMilli(),
        most);
    handle.execute(
        "UPDATE host SET due_at = ? WHERE origin = ? AND due_at > ?",
        now.toEpochMilli(),
        target.origin(),
        now.toEpochMilli());
  }

  private static boolean missing(FailureClass failure) {
    return failure == FailureClass.NOT_FOUND || failure == FailureClass.GONE;
  }

  private record Group(Optional<String> failing, boolean broken, int n, int lately) {}

  static List<CanonicalUrl> placed(Handle handle, String host) {
    return handle
        .select("SELECT url FROM target WHERE host = ? AND placed = 1 ORDER BY url", host)
        .mapTo(String.class)
        .map(CanonicalUrl::new)
        .list();
  }
}
