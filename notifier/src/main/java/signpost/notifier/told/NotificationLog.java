package signpost.notifier.told;

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

/** What each group was told, and what it may have to be told. */
public final class NotificationLog {
  private static final String SUBJECTS =
      "(SELECT w.guide AS guide, f.id AS id, w.stands_in AS stands_in FROM watch w"
          + " JOIN finding f ON f.subject = w.url WHERE w.owner = :owner UNION ALL"
          + " SELECT w.guide AS guide, f.id AS id, w.stands_in AS stands_in FROM watch w"
          + " JOIN finding f ON f.subject = w.host AND f.kind IN ('HOST_DOWN', 'DOMAIN_ENDING')"
          + " WHERE w.owner = :owner)";

  private static final String CANDIDATES =
      "SELECT x.guide, x.stands_in, f.body, t.news, t.state, t.at, t.delivery FROM "
          + "(SELECT guide, id, MIN(stands_in) AS stands_in FROM "
          + SUBJECTS
          + " y GROUP BY guide, id) x JOIN finding f ON f.id = x.id"
          + " LEFT JOIN told t ON t.owner = :owner AND t.channel = :channel"
          + " AND t.guide = x.guide AND t.finding = f.id"
          + " WHERE f.state <> 'RESOLVED' OR (t.state IS NOT NULL AND t.state <> 'RESOLVED')"
          + " ORDER BY x.guide, f.opened_at, f.id";

  private NotificationLog() {}

  /** Findings by guide that are open, or over and told as open. */
  public static Map<String, List<AlertCandidate>> candidates(
      Handle handle, String owner, String channel, Duration escalation) {
    Map<String, List<AlertCandidate>> byGuide = new LinkedHashMap<>();
    handle
        .createQuery("SELECT DISTINCT guide FROM watch WHERE owner = :owner ORDER BY guide")
        .bind("owner", owner)
        .mapTo(String.class)
        .forEach(guide -> byGuide.put(guide, new ArrayList<>()));
    Map<AnswerMatter, OwnerAnswer> answers = AnswerLog.watchedBy(handle, owner);
    handle
        .createQuery(CANDIDATES)
        .bind("owner", owner)
        .bind("channel", channel)
        .map((row, _) -> {
          Optional<ToldLog> told =
              Optional.ofNullable(row.getString("state"))
                  .map(FindingState::valueOf)
                  .map(state -> told(state, row));
          Finding finding = RecordJson.read(row.getString("body"), Finding.class);
          String guide = row.getString("guide");
          AnswerMatter matter = new AnswerMatter(guide, finding.subject(), finding.kind());
          Optional<OwnerAnswer> answer = Optional.ofNullable(answers.get(matter));
          Optional<Duration> standsIn =
              row.getInt("stands_in") == 1 ? Optional.of(escalation) : Optional.empty();
          return Map.entry(guide, new AlertCandidate(finding, told, answer, standsIn));
        })
        .forEach(found ->
            byGuide.computeIfAbsent(found.getKey(), _ -> new ArrayList<>()).add(found.getValue()));
    return byGuide;
  }

  private static ToldLog told(FindingState state, java.sql.ResultSet row) {
    try {
      return new ToldLog(
          row.getInt("news"),
          state,
          Instant.ofEpochMilli(row.getLong("at")),
          row.getString("delivery"));
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
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

  /** Forgets what was told of a subject that nobody watches any more. */
  public static void forget(Handle handle, String subject) {
    handle.execute(
        "DELETE FROM told WHERE finding IN (SELECT id FROM finding WHERE subject = ?)", subject);
  }
}
