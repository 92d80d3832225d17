package signpost.search.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import signpost.events.RecordJson;

/**
 * One line of the log, in the order in which it is written as JSON.
 *
 * @param n its number; they have no gap
 * @param way as {@link SignInWay#wire} has it
 * @param sub what the provider calls them, which outlives their name
 * @param act in words, as "pause a host"
 * @param of what it was done to, by the names of its fields
 * @param asked the number of the line that asked for what this one tells the outcome of
 * @param before how it was, where that is known
 * @param after how it is now, or what came of it; none in a line that only asks
 * @param previous the digest of the line before, empty in the first
 */
public record AuditLine(
    long n,
    Instant at,
    String who,
    String way,
    String from,
    Optional<String> sub,
    String act,
    Map<String, String> of,
    Optional<Long> asked,
    Optional<String> before,
    Optional<String> after,
    String previous) {

  static AuditLine read(String json) {
    return RecordJson.read(json, AuditLine.class);
  }

  String json() {
    return RecordJson.write(this);
  }

  /** "host https://a.example, until 2026-03-01T00:00:00Z". */
  public String subject() {
    return RecordFields.words(of);
  }

  /** How whoever did it had shown who they are. */
  public SignInWay signInWay() {
    return SignInWay.of(way);
  }

  /** The same as the line that follows one. */
  AuditLine following(long last, String digest) {
    return new AuditLine(last + 1, at, who, way, from, sub, act, of, asked, before, after, digest);
  }

  /** The same with what came of it, as its own line tells. */
  AuditLine told(AuditLine outcome) {
    return new AuditLine(
        n,
        at,
        who,
        way,
        from,
        sub,
        act,
        of,
        Optional.of(outcome.n()),
        outcome.before(),
        outcome.after(),
        previous);
  }
}
