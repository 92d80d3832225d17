package signpost.tools.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import signpost.events.RecordJson;
import signpost.tools.explain.ExplainedLine.ConfirmedLine;
import signpost.tools.explain.ExplainedLine.RememberedTarget;
import signpost.url.CanonicalUrl;
import signpost.web.schedule.VisitHabit;
import signpost.web.schedule.VisitWords;

/** An ingest's database, while the ingest may be at work in it: nothing is written or migrated. */
public final class SqlStore implements IngestStore, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CONFIRMED = "SELECT value FROM memo WHERE name LIKE 'confirmed:%'";
  private static final String OPT_OUTS = "SELECT value FROM memo WHERE name = 'opt-out'";
  private static final String FIND =
      "SELECT t.health, t.judged, t.due_at, t.kind, t.placed, t.habit, s.found FROM target t"
          + " LEFT JOIN successor s ON s.target = t.url WHERE t.url = ?";

  private final Connection connection;
  private final PreparedStatement find;
  private final Map<CanonicalUrl, List<ConfirmedLine>> confirmed;

  private SqlStore(
      Connection connection,
      PreparedStatement find,
      Map<CanonicalUrl, List<ConfirmedLine>> confirmed) {
    this.connection = connection;
    this.find = find;
    this.confirmed = confirmed;
  }

  /**
   * Opens the database for reading.
   *
   * @throws SQLException if it is not there, or is not an ingest's
   */
  public static SqlStore open(String jdbcUrl, String user, String password) throws SQLException {
    boolean sqlite = jdbcUrl.startsWith("jdbc:sqlite:");
    Properties settings = new Properties();
    if (sqlite) {
      settings.setProperty("open_mode", "1"); // SQLITE_OPEN_READONLY
      settings.setProperty("busy_timeout", "10000");
    } else {
      settings.setProperty("user", user);
      settings.setProperty("password", password);
      settings.setProperty("readOnly", "true");
    }
    Connection connection = DriverManager.getConnection(jdbcUrl, settings);
    try {
      return new SqlStore(connection, connection.prepareStatement(FIND), confirmed(connection));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public RememberedTarget find(CanonicalUrl url) {
    try {
      find.setString(1, url.value());
      try (ResultSet row = find.executeQuery()) {
        return row.next()
            ? remembered(row, confirmed.getOrDefault(url, List.of()))
            : RememberedTarget.NOTHING;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be read: " + e.getMessage(), e);
    }
  }

  /** What that ingest's configuration said at its last start of who is left alone. */
  List<String> optOuts() {
    try (Statement asked = connection.createStatement();
        ResultSet rows = asked.executeQuery(OPT_OUTS)) {
      return rows.next() ? rows.getString("value").lines().toList() : List.of();
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<CanonicalUrl, List<ConfirmedLine>> confirmed(Connection connection)
      throws SQLException {
    Map<CanonicalUrl, List<ConfirmedLine>> lines = new HashMap<>();
    try (Statement asked = connection.createStatement();
        ResultSet rows = asked.executeQuery(CONFIRMED)) {
      while (rows.next()) {
        json(rows.getString("value"))
            .ifPresent(all ->
                all.forEach(it ->
                    CanonicalUrl.parse(it.path("url").asText())
                        .ifPresent(url ->
                            lines.computeIfAbsent(url, _ -> new ArrayList<>()).add(line(it)))));
      }
    }
    return lines;
  }

  private static ConfirmedLine line(JsonNode it) {
    return new ConfirmedLine(
        it.path("guide").asText(),
        it.path("section").asText(),
        it.path("text").asText(),
        Instant.parse(it.path("at").asText()));
  }

  private static RememberedTarget remembered(ResultSet row, List<ConfirmedLine> confirmed)
      throws SQLException {
    Optional<JsonNode> evidence = json(row.getString("judged"));
    evidence.ifPresent(it -> {
      if (it instanceof ObjectNode object) {
        object.remove("health"); // said once is enough
      }
    });
    long due = row.getLong("due_at");
    return new RememberedTarget(
        json(row.getString("health")),
        evidence,
        due == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due)),
        Optional.of(why(row)),
        confirmed,
        json(row.getString("found")));
  }

  private static String why(ResultSet row) throws SQLException {
    String habit = row.getString("habit");
    return VisitWords.of(
        habit == null ? VisitHabit.NEW : RecordJson.read(habit, VisitHabit.class),
        row.getInt("placed") != 0,
        !row.getString("kind").equals("OUTLINK"));
  }

  private static Optional<JsonNode> json(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored state cannot be read: " + text, e);
    }
  }

  @Override
  public void close() throws SQLException {
    find.close();
    connection.close();
  }
}
