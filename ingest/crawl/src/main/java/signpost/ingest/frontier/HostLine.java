package signpost.ingest.frontier;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import signpost.events.RecordJson;
import signpost.web.politeness.HostPace;

/**
 * One host as ops sees it; {@code pausedUntil} is empty for one that is paused until resumed.
 * {@code comingDay}: how many visits are planned within a day; {@code rest}: how it is asked, where
 * it was asked before; {@code robots}: how its robots.txt was answered, and when.
 */
@Serdeable
public record HostLine(
    String host,
    int targets,
    int due,
    boolean paused,
    Optional<Instant> pausedUntil,
    Instant nextAllowedAt,
    Optional<Instant> visitedAt,
    Optional<String> lastOutcome,
    Optional<String> pace,
    int comingDay,
    Optional<HostRest> rest,
    Optional<RobotsAnswer> robots) {

  /** Seconds between requests, and how often in a row it failed or asked for fewer. */
  @Serdeable
  public record HostRest(double seconds, int failures, int throttled) {
    static HostRest of(HostPace pace) {
      return new HostRest(pace.delay().toMillis() / MILLIS, pace.failures(), pace.throttled());
    }
  }

  /** An HTTP status, 0 where none came, and when. */
  @Serdeable
  public record RobotsAnswer(int status, Instant at) {
    /** None where it was never asked for. */
    static Optional<RobotsAnswer> of(int status, long millis) {
      return millis > 0
          ? Optional.of(new RobotsAnswer(status, Instant.ofEpochMilli(millis)))
          : Optional.empty();
    }
  }

  private static final double MILLIS = 1_000;

  /** Hosts with the most targets first; wants {@code clock}, {@code tomorrow} and {@code most}. */
  static final String QUERY =
      "SELECT h.*, COUNT(t.url) AS targets,"
          + " CASE WHEN h.paused_until > :clock THEN 1 ELSE 0 END AS is_paused,"
          + " SUM(CASE WHEN t.due_at <= :clock THEN 1 ELSE 0 END) AS due,"
          + " SUM(CASE WHEN t.due_at <= :tomorrow THEN 1 ELSE 0 END) AS coming_day,"
          + " MAX(r.status) AS robots_status, MAX(r.fetched_at) AS robots_at"
          + " FROM host h JOIN target t ON t.host = h.origin"
          + " LEFT JOIN robots r ON r.origin = h.origin GROUP BY h.origin"
          + " ORDER BY targets DESC, h.origin LIMIT :most";

  static final RowMapper<HostLine> ROW =
      (row, _) ->
          new HostLine(
              row.getString("origin"),
              row.getInt("targets"),
              row.getInt("due"),
              row.getInt("is_paused") != 0,
              Optional.of(row.getLong("paused_until"))
                  .filter(at -> at > 0 && at < SqlFrontier.NEVER)
                  .map(Instant::ofEpochMilli),
              Instant.ofEpochMilli(row.getLong("next_allowed_at")),
              Optional.of(row.getLong("visited_at"))
                  .filter(at -> at > 0)
                  .map(Instant::ofEpochMilli),
              Optional.ofNullable(row.getString("last_outcome")),
              Optional.ofNullable(row.getString("pace")),
              row.getInt("coming_day"),
              Optional.ofNullable(row.getString("pace"))
                  .map(json -> HostRest.of(RecordJson.read(json, HostPace.class))),
              RobotsAnswer.of(row.getInt("robots_status"), row.getLong("robots_at")));
}
