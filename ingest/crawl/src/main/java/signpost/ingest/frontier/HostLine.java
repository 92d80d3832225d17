package signpost.ingest.frontier;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** One host as ops sees it; {@code pausedUntil} is empty for one that is paused until resumed. */
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
    Optional<String> pace) {
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
              Optional.ofNullable(row.getString("pace")));
}
