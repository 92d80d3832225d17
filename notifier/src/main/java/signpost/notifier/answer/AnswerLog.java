package signpost.notifier.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import signpost.events.FindingEvent.AnswerKind;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.GuideAnswer;
import signpost.notifier.finding.Finding;
import signpost.notifier.store.PersonTrace;
import signpost.notifier.store.UnreadableRows;

/** Every answer there ever was, in SQL. The latest of a guide, a subject and a kind stands. */
public final class AnswerLog {
  private static final RowMapper<OwnerAnswer> ROW = (row, _) -> answer(row);

  /** Guides follow what was answered, so it stays, without who did. */
  public static final PersonTrace TRACE =
      new PersonTrace(
          "answers with their name",
          "SELECT COUNT(*) FROM answer WHERE owner IN (<ids>)",
          "UPDATE answer SET owner = '' WHERE owner IN (<ids>)");

  /** As long as an answer that another took the place of is kept. */
  private static final Duration KEPT = Duration.ofDays(400);

  private AnswerLog() {}

  /** Forgets what no longer stands, once it is old. */
  public static int forgetOld(Handle handle, Instant now) {
    return handle.execute(
        "DELETE FROM answer WHERE standing = 0 AND at < ?", now.minus(KEPT).toEpochMilli());
  }

  /** What an answer is about. */
  public record AnswerMatter(String guide, String subject, FindingKind kind) {
    /** What this answer is about. */
    public static AnswerMatter of(OwnerAnswer answer) {
      return new AnswerMatter(answer.guide(), answer.subject(), answer.kind());
    }
  }

  /** What holds of a finding, as events tell it. */
  public static List<GuideAnswer> said(Handle handle, Finding finding, Instant at) {
    return standing(handle, finding.subject(), finding.kind()).stream()
        .filter(answer -> answer.holds(finding, at))
        .map(OwnerAnswer::told)
        .toList();
  }

  /** Enters an answer in the place of the one that stood. The same again enters nothing. */
  static boolean enter(Handle handle, OwnerAnswer answer) {
    Optional<OwnerAnswer> before = standing(handle, AnswerMatter.of(answer));
    if (before.filter(last -> isSame(last, answer)).isPresent()) {
      return false;
    }
    @Nullable Long end = answer.verdict().ends().map(Instant::toEpochMilli).orElse(null);
    handle.execute(
        "UPDATE answer SET standing = 0 WHERE guide = ? AND subject = ? AND kind = ?",
        answer.guide(),
        answer.subject(),
        answer.kind().name());
    handle.execute(
        "INSERT INTO answer (guide, subject, kind, finding, news, rule, verdict, words, until_at,"
            + " end_due_at, owner, at, standing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        answer.guide(),
        answer.subject(),
        answer.kind().name(),
        answer.finding(),
        answer.news(),
        answer.rule(),
        answer.verdict().kind().name(),
        answer.verdict().words(),
        end,
        end,
        answer.owner(),
        answer.at().toEpochMilli());
    return true;
  }

  private static boolean isSame(OwnerAnswer last, OwnerAnswer now) {
    return last.finding().equals(now.finding())
        && last.news() == now.news()
        && last.owner().equals(now.owner())
        && last.verdict().equals(now.verdict());
  }

  /** The answer that stands for one matter. */
  public static Optional<OwnerAnswer> standing(Handle handle, AnswerMatter matter) {
    return handle
        .select(
            "SELECT * FROM answer WHERE guide = ? AND subject = ? AND kind = ? AND standing = 1",
            matter.guide(),
            matter.subject(),
            matter.kind().name())
        .map(ROW)
        .findOne();
  }

  /** What each guide answered of a subject and a kind. */
  public static List<OwnerAnswer> standing(Handle handle, String subject, FindingKind kind) {
    return handle
        .select(
            "SELECT * FROM answer WHERE subject = ? AND kind = ? AND standing = 1 ORDER BY guide",
            subject,
            kind.name())
        .map(ROW)
        .list();
  }

  /** All that stands for the guides an owner watches, as far as it can be read. */
  public static Map<AnswerMatter, OwnerAnswer> watchedBy(
      Handle handle, String owner, UnreadableRows unreadable) {
    return handle
        .select(
            "SELECT * FROM answer WHERE standing = 1"
                + " AND guide IN (SELECT DISTINCT guide FROM watch WHERE owner = ?)",
            owner)
        .map((row, _) -> unreadable.passOver("The answer " + row.getLong("id"), () -> answer(row)))
        .stream()
        .flatMap(Optional::stream)
        .collect(Collectors.toMap(AnswerMatter::of, answer -> answer));
  }

  /** The answers of a guide that stand, by subject. */
  public static List<OwnerAnswer> of(Handle handle, String guide) {
    return handle
        .select("SELECT * FROM answer WHERE guide = ? AND standing = 1 ORDER BY subject, id", guide)
        .map(ROW)
        .list();
  }

  /** An answer whose end nobody has seen to yet. */
  public record EndedAnswer(long id, String finding) {}

  /** Answers that have ended: what they silenced may be told again. */
  public static List<EndedAnswer> ended(Handle handle, Instant now) {
    return handle
        .select(
            "SELECT id, finding FROM answer WHERE standing = 1 AND end_due_at <= ?",
            now.toEpochMilli())
        .map((row, _) -> new EndedAnswer(row.getLong("id"), row.getString("finding")))
        .list();
  }

  /** The end of an answer is seen to at an instant, or was if there is none. */
  public static void endDue(Handle handle, EndedAnswer answer, Optional<Instant> at) {
    handle.execute(
        "UPDATE answer SET end_due_at = ? WHERE id = ?",
        at.map(Instant::toEpochMilli).orElse(null),
        answer.id());
  }

  private static OwnerAnswer answer(ResultSet row) throws SQLException {
    @Nullable Object until = row.getObject("until_at");
    OwnerVerdict verdict =
        OwnerVerdict.of(
            AnswerKind.valueOf(row.getString("verdict")),
            row.getString("words"),
            Optional.ofNullable((Number) until).map(at -> Instant.ofEpochMilli(at.longValue())));
    return new OwnerAnswer(
        row.getString("guide"),
        row.getString("subject"),
        FindingKind.valueOf(row.getString("kind")),
        row.getString("finding"),
        row.getInt("news"),
        row.getString("rule"),
        verdict,
        row.getString("owner"),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
