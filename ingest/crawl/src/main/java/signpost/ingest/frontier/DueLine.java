package signpost.ingest.frontier;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** A target that is due; {@code kind}, {@code health} and {@code habit} as they are stored. */
public record DueLine(
    String url,
    String host,
    Instant dueAt,
    String kind,
    boolean placed,
    Optional<String> health,
    Optional<String> habit) {
  static final RowMapper<DueLine> ROW =
      (row, _) ->
          new DueLine(
              row.getString("url"),
              row.getString("host"),
              Instant.ofEpochMilli(row.getLong("due_at")),
              row.getString("kind"),
              row.getInt("placed") != 0,
              Optional.ofNullable(row.getString("health")),
              Optional.ofNullable(row.getString("habit")));
}
