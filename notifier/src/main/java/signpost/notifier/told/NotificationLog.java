package signpost.notifier.told;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.events.FindingEvent.FindingState;
import signpost.events.RecordJson;
import signpost.notifier.answer.AnswerLog;
import signpost.notifier.answer.AnswerLog.AnswerMatter;
import signpost.notifier.answer.OwnerAnswer;
import signpost.notifier.decision.AlertCandidate;
import signpost.notifier.decision.OwnerDecision.DecidedFinding;
import signpost.notifier.decision.ToldLog;
import signpost.notifier.finding.Finding;
import signpost.notifier.store.PersonTrace;
import signpost.notifier.store.UnreadableRows;

/** What each group was told, and what it may have to be told. */
public final class NotificationLog {
  private static final String SUBJECTS =
      "(SELECT w.guide AS guide, f.id AS id, w.stands_in AS stands_in FROM watch w"
          + " JOIN finding f ON f.subject = w.url WHERE w.owner = :owner UNION ALL"
          + " SELECT w.guide AS guide, f.id AS id, w.stands_in AS stands_in FROM watch w"
          + " JOIN finding f ON f.subject = w.host AND f.kind IN ('HOST_DOWN', 'DOMAIN_ENDING')"
          + " WHERE w.owner = :owner)";

  private static final String CANDIDATES =
      "SELECT x.guide, x.id, x.stands_in, f.body, t.news, t.state, t.at, t.delivery FROM "
          + "(SELECT guide, id, MIN(stands_in) AS stands_in FROM "
          + SUBJECTS
          + " y GROUP BY guide, id) x JOIN finding f ON f.id = x.id"
          + " LEFT JOIN told t ON t.owner = :owner AND t.channel = :channel"
          + " AND t.guide = x.guide AND t.finding = f.id"
          + " WHERE f.state <> 'RESOLVED' OR (t.state IS NOT NULL AND t.state <> 'RESOLVED')"
          + " ORDER BY x.guide, f.opened_at, f.id";

  private NotificationLog() {}

  /** Findings by guide that are open, or over and told as open, as far as they can be read. */
  public static Map<String, List<AlertCandidate>> candidates(
      Handle handle, String owner, String channel, Duration escalation, UnreadableRows unreadable) {
    Map<String, List<AlertCandidate>> byGuide = new LinkedHashMap<>();
    handle
        .createQuery("SELECT DISTINCT guide FROM watch WHERE owner = :owner ORDER BY guide")
        .bind("owner", owner)
        .mapTo(String.class)
        .forEach(guide -> byGuide.put(guide, new ArrayList<>()));
    Map<AnswerMatter, OwnerAnswer> answers = AnswerLog.watchedBy(handle, owner, unreadable);
    handle
        .createQuery(CANDIDATES)
        .bind("owner", owner)
        .bind("channel", channel)
        .map((row, _) -> FoundRow.of(row))
        .forEach(row ->
            unreadable
                .passOver("The finding " + row.id(), () -> row.candidate(answers, escalation))
                .ifPresent(found ->
                    byGuide.computeIfAbsent(row.guide(), _ -> new ArrayList<>()).add(found)));
    return byGuide;
  }

  /** A finding in a guide and what was told of it, as the columns have it. */
  private record FoundRow(
      String guide, String id, boolean standsIn, String body, Optional<ToldRow> told) {
    static FoundRow of(ResultSet row) throws SQLException {
      return new FoundRow(
          row.getString("guide"),
          row.getString("id"),
          row.getInt("stands_in") == 1,
          row.getString("body"),
          ToldRow.of(row));
    }

    AlertCandidate candidate(Map<AnswerMatter, OwnerAnswer> answers, Duration escalation) {
      Finding finding = RecordJson.read(body, Finding.class);
      AnswerMatter matter = new AnswerMatter(guide, finding.subject(), finding.kind());
      return new AlertCandidate(
          finding,
          told.map(ToldRow::read),
          Optional.ofNullable(answers.get(matter)),
          standsIn ? Optional.of(escalation) : Optional.empty());
    }
  }

  private record ToldRow(int news, String state, long at, String delivery) {
    static Optional<ToldRow> of(ResultSet row) throws SQLException {
      String state = row.getString("state");
      return state == null
          ? Optional.empty()
          : Optional.of(
              new ToldRow(row.getInt("news"), state, row.getLong("at"), row.getString("delivery")));
    }

    ToldLog read() {
      return new ToldLog(news, FindingState.valueOf(state), Instant.ofEpochMilli(at), delivery);
    }
  }

  /** Sites that are down now, as origins. */
  public static Set<String> downHosts(Handle handle) {
    return handle
        .select("SELECT subject FROM finding WHERE kind = 'HOST_DOWN' AND state <> 'RESOLVED'")
        .mapTo(String.class)
        .collect(Collectors.toSet());
  }

  /** Whether a group had its first report. */
  public static boolean hadFirstReport(Handle handle, String owner, String channel, String guide) {
    return handle
        .select(
            "SELECT 1 FROM first_report WHERE owner = ? AND channel = ? AND guide = ?",
            owner,
            channel,
            guide)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Writes down that a group has had its first report. */
  public static void firstReport(
      Handle handle, String owner, String channel, String guide, Instant at) {
    handle.execute(
        "INSERT INTO first_report (owner, channel, guide, at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (owner, channel, guide) DO NOTHING",
        owner,
        channel,
        guide,
        at.toEpochMilli());
  }

  /** Writes down that an item was told. The first delivery stays, so that its thread goes on. */
  public static void told(
      Handle handle,
      String owner,
      String channel,
      DecidedFinding item,
      String delivery,
      Instant at) {
    handle.execute(
        "INSERT INTO told (owner, channel, guide, finding, news, state, at, delivery)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (owner, channel, guide, finding)"
            + " DO UPDATE SET news = excluded.news, state = excluded.state, at = excluded.at",
        owner,
        channel,
        item.guide(),
        item.finding().id(),
        item.finding().news(),
        item.finding().state().name(),
        at.toEpochMilli(),
        delivery);
  }

  /** Of subscribers: to an owner whom the catalogue names all would be told anew. */
  public static final List<PersonTrace> TRACES =
      List.of(
          new PersonTrace(
              "findings they were told of",
              "SELECT COUNT(*) FROM told WHERE owner = :subscriber",
              "DELETE FROM told WHERE owner = :subscriber"),
          new PersonTrace(
              "first reports",
              "SELECT COUNT(*) FROM first_report WHERE owner = :subscriber",
              "DELETE FROM first_report WHERE owner = :subscriber"));

  /** Forgets what was told of a subject that nobody watches any more. */
  public static void forget(Handle handle, String subject) {
    handle.execute(
        "DELETE FROM told WHERE finding IN (SELECT id FROM finding WHERE subject = ?)", subject);
  }
}
