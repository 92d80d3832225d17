package signpost.ingest.frontier;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;
import signpost.record.store.Database;

/** What is watched, due and late, and how the hosts are, counted by the database. */
@Singleton
final class FrontierFigures implements FigureSource {
  /** Longer than a host's budget or a publisher's wish usually puts a visit off. */
  private static final Duration LATE = Duration.ofDays(1);

  private static final Duration RESTING = Duration.ofMinutes(1);

  private final Database database;
  private final InstantSource clock;
  private final InstantSource wall;
  private volatile ReadySince ready = ReadySince.NEVER;

  FrontierFigures(
      Database database, @Named("clock") InstantSource clock, @Named("wall") InstantSource wall) {
    this.database = database;
    this.clock = clock;
    this.wall = wall;
  }

  @Override
  public List<Figure> figures() {
    return database.read(handle -> {
      List<Figure> figures = new ArrayList<>();
      targets(handle, figures);
      hosts(handle, figures);
      figures.add(Figure.of(SignpostMeter.HOSTS_READY_AGE, ready.age(wall.instant())));
      lastVisit(handle)
          .map(at -> Duration.between(at, clock.instant()).toSeconds())
          .ifPresent(age -> figures.add(Figure.of(SignpostMeter.VISIT_AGE, Math.max(0, age))));
      return figures;
    });
  }

  /** A state begins its JSON with its name. */
  private void targets(Handle handle, List<Figure> figures) {
    Instant now = clock.instant();
    handle
        .createQuery(
            "SELECT COUNT(*) AS known, COALESCE(SUM(broken), 0) AS broken,"
                + " COALESCE(SUM(CASE WHEN health LIKE '{\"state\":\"suspect\"%' THEN 1 ELSE 0 END), 0)"
                + " AS suspect,"
                + " COALESCE(SUM(CASE WHEN t.due_at <= :now AND h.paused_until <= :now"
                + " THEN 1 ELSE 0 END), 0) AS due,"
                + " COALESCE(SUM(CASE WHEN t.due_at <= :late AND h.paused_until <= :now"
                + " THEN 1 ELSE 0 END), 0) AS late,"
                + " (SELECT COUNT(*) FROM unread_page) AS unread"
                + " FROM target t JOIN host h ON h.origin = t.host")
        .bind("now", now.toEpochMilli())
        .bind("late", now.minus(LATE).toEpochMilli())
        .map((row, _) ->
            List.of(
                Figure.of(SignpostMeter.TARGETS, row.getLong("known")),
                Figure.of(SignpostMeter.TARGETS_BROKEN, row.getLong("broken")),
                Figure.of(SignpostMeter.TARGETS_SUSPECT, row.getLong("suspect")),
                Figure.of(SignpostMeter.TARGETS_DUE, row.getLong("due")),
                Figure.of(SignpostMeter.TARGETS_LATE, row.getLong("late")),
                Figure.of(SignpostMeter.PAGES_UNREAD, row.getLong("unread"))))
        .forEach(figures::addAll);
  }

  private void hosts(Handle handle, List<Figure> figures) {
    Instant waits = wall.instant();
    handle
        .createQuery(
            "SELECT COALESCE(SUM(CASE WHEN lease_until > :wall THEN 1 ELSE 0 END), 0) AS leased,"
                + " COALESCE(SUM(CASE WHEN due_at <= :clock AND next_allowed_at <= :wall"
                + " AND lease_until <= :wall AND paused_until <= :clock THEN 1 ELSE 0 END), 0)"
                + " AS ready,"
                + " COALESCE(SUM(CASE WHEN paused_until > :clock THEN 1 ELSE 0 END), 0) AS paused,"
                + " COALESCE(SUM(CASE WHEN next_allowed_at > :rest THEN 1 ELSE 0 END), 0) AS resting"
                + " FROM host")
        .bind("wall", waits.toEpochMilli())
        .bind("rest", waits.plus(RESTING).toEpochMilli())
        .bind("clock", clock.instant().toEpochMilli())
        .map((row, _) ->
            List.of(
                Figure.of(SignpostMeter.TARGETS_LEASED, row.getLong("leased")),
                ready(row.getLong("ready"), waits),
                Figure.of(SignpostMeter.HOSTS_PAUSED, row.getLong("paused")),
                Figure.of(SignpostMeter.HOSTS_RESTING, row.getLong("resting"))))
        .forEach(figures::addAll);
  }

  private Figure ready(long hosts, Instant now) {
    ready = ready.found(hosts, now);
    return Figure.of(SignpostMeter.HOSTS_READY, hosts);
  }

  private static Optional<Instant> lastVisit(Handle handle) {
    return handle
        .select("SELECT MAX(visited_at) FROM host")
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }
}
