package signpost.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.record.store.Database;
import signpost.record.store.PreparedStatements;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;

/**
 * The frontier in SQL. A host's {@code due_at} is the earliest of its targets', kept as they
 * change.
 */
public final class SqlFrontier implements Frontier {
  static final long NEVER = Long.MAX_VALUE;

  /** A schedule does not ask again for what was visited within this time. */
  private static final Duration LATELY = Duration.ofHours(1);

  private final Database database;

  public SqlFrontier(Database database) {
    this.database = database;
  }

  @Override
  public void watch(Handle handle, Collection<WatchedUrl> targets) {
    List<WatchedUrl> fitting =
        targets.stream().filter(target -> AddressLength.fits(target.url().url())).toList();
    fitting.forEach(target -> watch(handle, target));
    fitting.stream()
        .map(target -> target.url().origin())
        .distinct()
        .forEach(host -> refreshHost(handle, host));
  }

  private static void watch(Handle handle, WatchedUrl target) {
    String host = target.url().origin();
    knowHost(handle, host);
    PreparedStatements.update(
        handle,
        "INSERT INTO target (url, request_url, host, kind, placed, source, depth, due_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET"
            + " kind = CASE WHEN target.kind = 'GUIDE' THEN target.kind"
            + " WHEN excluded.placed > target.placed OR target.kind = 'OUTLINK'"
            + " OR excluded.kind = 'GUIDE' THEN excluded.kind ELSE target.kind END,"
            + " placed = CASE WHEN excluded.placed > target.placed THEN excluded.placed"
            + " ELSE target.placed END,"
            + " source = CASE WHEN target.kind = 'OUTLINK' THEN excluded.source"
            + " ELSE COALESCE(target.source, excluded.source) END,"
            + " due_at = CASE WHEN excluded.due_at < target.due_at THEN excluded.due_at"
            + " ELSE target.due_at END, etag = NULL, last_modified = NULL"
            + " WHERE excluded.placed > target.placed"
            + " OR target.kind = 'OUTLINK' AND excluded.kind <> 'OUTLINK'"
            + " OR excluded.kind = 'GUIDE' AND target.kind <> 'GUIDE'"
            + " OR target.source IS NULL AND excluded.source IS NOT NULL",
        target.url().value(),
        target.requestUrl(),
        host,
        target.kind().name(),
        target.placed() ? 1 : 0,
        target.source().orElse(null),
        target.depth(),
        target.dueAt().toEpochMilli());
  }

  /** Makes a host known, of which nothing is due. */
  static void knowHost(Handle handle, String host) {
    PreparedStatements.update(
        handle,
        "INSERT INTO host (origin, due_at) VALUES (?, ?) ON CONFLICT (origin) DO NOTHING",
        host,
        NEVER);
  }

  @Override
  public void unplace(Handle handle, CanonicalUrl url) {
    handle.execute("UPDATE target SET placed = 0 WHERE url = ?", url.value());
  }

  @Override
  public void demote(Handle handle, WatchedUrl left) {
    handle.execute(
        "UPDATE target SET kind = ?, placed = ?, source = ?, etag = NULL, last_modified = NULL"
            + " WHERE url = ?",
        left.kind().name(),
        left.placed() ? 1 : 0,
        left.source().orElse(null),
        left.url().value());
    UnreadPages.left(handle, left);
  }

  @Override
  public void readInFull(Handle handle, CanonicalUrl url, Instant dueAt) {
    TargetStore.askInFull(handle, url);
    bringForward(handle, url, dueAt, NEVER);
  }

  @Override
  public boolean forgetUnlessReferred(Handle handle, CanonicalUrl url) {
    UnreadPages.forget(handle, url); // What is left of it is a link, which nobody reads.
    int referred =
        handle.execute(
            "UPDATE target SET placed = 0, kind = 'OUTLINK', source = NULL WHERE url = ? AND EXISTS"
                + " (SELECT 1 FROM referrer r WHERE r.target = target.url)",
            url.value());
    if (referred > 0) {
      return false;
    }
    handle.execute("DELETE FROM target WHERE url = ?", url.value());
    handle.execute("DELETE FROM referrer WHERE page = ?", url.value());
    refreshHost(handle, url.origin());
    return true;
  }

  @Override
  public List<Lease> lease(int most, Instant clock, Instant wall, Duration forHowLong) {
    return database.write(handle ->
        leaseHosts(handle, most, clock, wall, wall.plus(forHowLong)).stream()
            .sorted(Comparator.comparingLong(LeasedHost::dueAt))
            .flatMap(host -> leaseOn(handle, host, clock).stream())
            .toList());
  }

  private List<LeasedHost> leaseHosts(
      Handle handle, int most, Instant clock, Instant wall, Instant until) {
    return PreparedStatements.list(
        handle,
        row -> new LeasedHost(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)),
        "UPDATE host SET lease_until = ?, lease_token = lease_token + 1 WHERE origin IN"
            + " (SELECT origin FROM host WHERE due_at <= ? AND next_allowed_at <= ?"
            + " AND lease_until <= ? AND paused_until <= ? ORDER BY due_at LIMIT ?"
            + database.dialect().skipLocked()
            + ") RETURNING origin, lease_token, due_at, pace",
        until.toEpochMilli(),
        clock.toEpochMilli(),
        wall.toEpochMilli(),
        wall.toEpochMilli(),
        clock.toEpochMilli(),
        most);
  }

  private static Optional<Lease> leaseOn(Handle handle, LeasedHost host, Instant clock) {
    Optional<Lease> lease = host.target(handle, clock);
    if (lease.isEmpty()) { // what was due there is put off
      handle.execute("UPDATE host SET lease_until = 0 WHERE origin = ?", host.origin());
      refreshHost(handle, host.origin());
    }
    return lease;
  }

  @Override
  public boolean complete(Handle handle, Lease lease, Instant dueAt, HostAfter after) {
    PreparedStatements.update(
        handle,
        "UPDATE target SET due_at = ? WHERE url = ? AND EXISTS (SELECT 1 FROM host"
            + " WHERE origin = ? AND lease_token = ? AND lease_until > 0)",
        dueAt.toEpochMilli(),
        lease.url().value(),
        lease.host(),
        lease.token());
    int held =
        PreparedStatements.update(
            handle,
            "UPDATE host SET lease_until = 0, next_allowed_at = ?, pace = ?, last_outcome = ?,"
                + " visited_at = ?, due_at ="
                + " COALESCE((SELECT MIN(due_at) FROM target WHERE host = origin), ?)"
                + " WHERE origin = ? AND lease_token = ? AND lease_until > 0",
            after.nextAllowedAt().toEpochMilli(),
            after.pace().orElse(null),
            after.lastOutcome(),
            after.visitedAt().toEpochMilli(),
            NEVER,
            lease.host(),
            lease.token());
    return held > 0;
  }

  @Override
  public void putOff(Lease lease, Instant dueAt, Instant hostNextAllowedAt) {
    database.write(handle -> {
      int held =
          handle.execute(
              "UPDATE host SET lease_until = 0, next_allowed_at = ? WHERE origin = ?"
                  + " AND lease_token = ? AND lease_until > 0",
              hostNextAllowedAt.toEpochMilli(),
              lease.host(),
              lease.token());
      if (held > 0) {
        handle.execute(
            "UPDATE target SET due_at = ? WHERE url = ?",
            dueAt.toEpochMilli(),
            lease.url().value());
        refreshHost(handle, lease.host());
      }
      return held;
    });
  }

  private static void refreshHost(Handle handle, String host) {
    PreparedStatements.update(
        handle,
        "UPDATE host SET due_at = COALESCE((SELECT MIN(due_at) FROM target WHERE host = ?), ?)"
            + " WHERE origin = ?",
        host,
        NEVER,
        host);
  }

  @Override
  public boolean anyReady(Instant clock, Instant wall) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT 1 FROM host WHERE due_at <= :clock AND next_allowed_at <= :wall"
                    + " AND lease_until <= :wall AND paused_until <= :clock LIMIT 1")
            .bind("clock", clock.toEpochMilli())
            .bind("wall", wall.toEpochMilli())
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  @Override
  public boolean runNow(CanonicalUrl url, Instant clock) {
    return runNow(List.of(url), clock) > 0;
  }

  @Override
  public int runNow(Collection<CanonicalUrl> urls, Instant clock) {
    return database.write(
        handle -> urls.stream().mapToInt(url -> bringForward(handle, url, clock, NEVER)).sum());
  }

  @Override
  public void bringForward(Handle handle, Collection<CanonicalUrl> urls, Instant dueAt) {
    urls.forEach(url -> bringForward(handle, url, dueAt, lately(dueAt)));
  }

  private static int bringForward(
      Handle handle, CanonicalUrl url, Instant dueAt, long unlessVisitedAfter) {
    int known =
        handle.execute(
            "UPDATE target SET due_at = CASE WHEN due_at < ? THEN due_at ELSE ? END WHERE url = ?"
                + " AND (visited_at IS NULL OR visited_at <= ?)",
            dueAt.toEpochMilli(),
            dueAt.toEpochMilli(),
            url.value(),
            unlessVisitedAfter);
    refreshHost(handle, url.origin());
    return known;
  }

  private static long lately(Instant dueAt) {
    return dueAt.minus(LATELY).toEpochMilli();
  }

  @Override
  public void bringSourceForward(Handle handle, String source, Instant dueAt) {
    bringAllForward(handle, "source", source, dueAt, lately(dueAt));
  }

  private static void bringAllForward(
      Handle handle, String column, String value, Instant dueAt, long unlessVisitedAfter) {
    handle.execute(
        "UPDATE target SET due_at = ? WHERE "
            + column
            + " = ? AND due_at > ? AND (visited_at IS NULL OR visited_at <= ?)",
        dueAt.toEpochMilli(),
        value,
        dueAt.toEpochMilli(),
        unlessVisitedAfter);
    handle
        .select("SELECT DISTINCT host FROM target WHERE " + column + " = ?", value)
        .mapTo(String.class)
        .list()
        .forEach(host -> refreshHost(handle, host));
  }

  @Override
  public int runHostNow(String host, Instant clock) {
    return runNow("host", host, clock);
  }

  @Override
  public int runSourceNow(String source, Instant clock) {
    return runNow("source", source, clock);
  }

  private int runNow(String column, String value, Instant clock) {
    return database.write(handle -> {
      bringAllForward(handle, column, value, clock, NEVER);
      return count(handle, column, value);
    });
  }

  @Override
  public int pagesOf(String source) {
    return database.read(handle -> count(handle, "source", source));
  }

  private static int count(Handle handle, String column, String value) {
    return handle
        .select("SELECT COUNT(*) FROM target WHERE " + column + " = ?", value)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Optional<HostPause> pause(String host, Optional<Instant> until) {
    return setPause(host, until.map(Instant::toEpochMilli).orElse(NEVER));
  }

  @Override
  public Optional<HostPause> resume(String host) {
    return setPause(host, 0);
  }

  private Optional<HostPause> setPause(String host, long until) {
    return database.write(handle -> {
      Optional<HostPause> before =
          handle
              .select("SELECT paused_until FROM host WHERE origin = ?", host)
              .map((row, _) -> new HostPause(Instant.ofEpochMilli(row.getLong(1))))
              .findOne();
      handle.execute("UPDATE host SET paused_until = ? WHERE origin = ?", until, host);
      return before;
    });
  }

  @Override
  public List<DueLine> due(Instant until, int most) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT url, host, due_at, kind, placed, health, habit FROM target WHERE due_at <= :until"
                    + " ORDER BY due_at LIMIT :most")
            .bind("until", until.toEpochMilli())
            .bind("most", most)
            .map(DueLine.ROW)
            .list());
  }

  @Override
  public List<HostLine> hosts(Instant clock, int most) {
    return database.read(handle ->
        handle
            .createQuery(HostLine.QUERY)
            .bind("clock", clock.toEpochMilli())
            .bind("tomorrow", clock.plusSeconds(86_400).toEpochMilli())
            .bind("most", most)
            .map(HostLine.ROW)
            .list());
  }

  @Override
  public long dueCount(Instant clock) {
    return database.read(handle ->
        handle
            .createQuery(
                "SELECT COUNT(*) FROM target t JOIN host h ON h.origin = t.host"
                    + " WHERE h.paused_until <= :clock AND t.due_at <= :clock")
            .bind("clock", clock.toEpochMilli())
            .mapTo(Long.class)
            .one());
  }

  @Override
  public long leasedCount(Instant wall) {
    return database.read(handle ->
        handle
            .select("SELECT COUNT(*) FROM host WHERE lease_until > ?", wall.toEpochMilli())
            .mapTo(Long.class)
            .one());
  }

  @Override
  public Optional<Instant> nextDueAt() {
    return database.read(handle ->
        handle
            .select(
                "SELECT MIN(CASE WHEN paused_until > due_at THEN paused_until ELSE due_at END)"
                    + " FROM host WHERE paused_until < ? AND due_at < ?",
                NEVER,
                NEVER)
            .mapTo(Long.class)
            .findOne()
            .map(Instant::ofEpochMilli));
  }
}
