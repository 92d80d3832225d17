package signpost.search.audit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.Sha256;
import signpost.record.store.Database;

/**
 * What was done, line by line. A line holds the digest of the one before it (SHA-256 of its JSON as
 * UTF-8), so that one that was altered, put in or taken out shows in the next. The digest of each
 * also goes to the log of the process, so that lines cut off at the end show there.
 */
@Singleton
public final class AuditLog {
  private static final Logger log = LoggerFactory.getLogger(AuditLog.class);

  /** For so long lines that proved each other count as proven. */
  private static final Duration PROVEN = Duration.ofDays(1);

  /** So many lines are held at a time while they are proven. */
  static final int PAGE = 10_000;

  private final Database database;
  private final InstantSource wall;
  private volatile @Nullable ProvenLines proven;

  public AuditLog(Database database, @Named("wall") InstantSource wall) {
    this.database = database;
    this.wall = wall;
  }

  private record ProvenLines(AuditProof.Whole whole, Instant at) {}

  private record KeptLine(long n, String line, String digest) {}

  /** Notes what is about to be done, before it is; its number. */
  long asked(Actor actor, String act, Map<String, String> of) {
    return add(actor, act, of, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Notes what came of what was asked for. */
  void came(long asked, Actor actor, String act, Optional<String> before, String after) {
    add(actor, act, Map.of(), Optional.of(asked), before, Optional.of(after));
  }

  /** Notes what was done at once. */
  public void done(
      Actor actor, String act, Map<String, String> of, Optional<String> before, String after) {
    add(actor, act, of, Optional.empty(), before, Optional.of(after));
  }

  /** The same in the transaction that does it, as the last of it: neither is there alone. */
  public long done(
      Handle handle,
      Actor actor,
      String act,
      Map<String, String> of,
      Optional<String> before,
      String after) {
    return add(handle, draft(actor, act, of, Optional.empty(), before, Optional.of(after)));
  }

  private long add(
      Actor actor,
      String act,
      Map<String, String> of,
      Optional<Long> asked,
      Optional<String> before,
      Optional<String> after) {
    AuditLine draft = draft(actor, act, of, asked, before, after);
    return database.write(handle -> add(handle, draft));
  }

  private AuditLine draft(
      Actor actor,
      String act,
      Map<String, String> of,
      Optional<Long> asked,
      Optional<String> before,
      Optional<String> after) {
    return new AuditLine(
        0,
        wall.instant().truncatedTo(ChronoUnit.MILLIS),
        actor.name(),
        actor.way().wire(),
        actor.from(),
        actor.sub(),
        act,
        of,
        asked,
        before,
        after,
        "");
  }

  private long add(Handle handle, AuditLine draft) {
    Optional<KeptLine> last = last(handle);
    AuditLine line =
        draft.following(last.map(KeptLine::n).orElse(0L), last.map(KeptLine::digest).orElse(""));
    KeptLine added = put(handle, line.n(), line.json());
    database.afterCommit(() -> log.info("Audit line {} {}", added.n(), added.digest()));
    return added.n();
  }

  private static KeptLine put(Handle handle, long n, String json) {
    KeptLine kept = new KeptLine(n, json, Sha256.of(json));
    handle.execute("INSERT INTO audit (n, line, digest) VALUES (?, ?, ?)", n, json, kept.digest());
    return kept;
  }

  private static Optional<KeptLine> last(Handle handle) {
    return handle
        .select("SELECT n, line, digest FROM audit ORDER BY n DESC LIMIT 1")
        .map((row, _) -> new KeptLine(row.getLong(1), row.getString(2), row.getString(3)))
        .findOne();
  }

  /**
   * The youngest lines, youngest first; one that tells an outcome is folded into the line that
   * asked.
   */
  public List<AuditLine> latest(int most) {
    return AuditFold.of(
            lines("SELECT line FROM audit ORDER BY n DESC LIMIT ?", 2 * most).stream()
                .map(AuditLine::read)
                .toList())
        .stream()
        .limit(most)
        .toList();
  }

  /** Lines as they are kept, as JSON, from this number on, oldest first. */
  public List<String> from(long first, int most) {
    return lines("SELECT line FROM audit WHERE n >= ? ORDER BY n LIMIT ?", first, most);
  }

  /** How many lines have these words somewhere, in small letters or large ones. */
  public long naming(String words) {
    String literally = words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    return database.read(handle ->
        handle
            .select(
                "SELECT COUNT(*) FROM audit WHERE LOWER(line) LIKE ? ESCAPE '!'",
                "%" + literally + "%")
            .mapTo(Long.class)
            .one());
  }

  private List<String> lines(String query, Object... arguments) {
    return database.read(handle -> handle.select(query, arguments).mapTo(String.class).list());
  }

  /** Whether the lines prove each other: all of them. */
  public AuditProof proof() {
    return proof(new ProofWalk());
  }

  /**
   * The same for a page that is opened often: what was proven within a day is not proven again, and
   * what came since is proven from there on.
   */
  public AuditProof recentProof() {
    Instant now = wall.instant();
    ProvenLines last = proven;
    return last != null && now.isBefore(last.at().plus(PROVEN)) && isThere(last.whole())
        ? kept(proof(new ProofWalk(last.whole())), last.at())
        : kept(proof(), now);
  }

  private AuditProof kept(AuditProof proof, Instant at) {
    proven = proof instanceof AuditProof.Whole whole ? new ProvenLines(whole, at) : null;
    return proof;
  }

  private boolean isThere(AuditProof.Whole whole) {
    return lines("SELECT digest FROM audit WHERE n = ?", whole.lines())
        .equals(List.of(whole.digest()));
  }

  /** Page by page: PostgreSQL hands over all that one query finds at once. */
  private AuditProof proof(ProofWalk walk) {
    List<KeptLine> page;
    do {
      page = page(walk.reached());
      page.stream()
          .takeWhile(_ -> walk.isWhole())
          .forEach(it -> walk.next(it.n(), it.line(), it.digest()));
    } while (walk.isWhole() && page.size() == PAGE);
    return walk.proof();
  }

  private List<KeptLine> page(long after) {
    return database.read(handle ->
        handle
            .select("SELECT n, line, digest FROM audit WHERE n > ? ORDER BY n LIMIT ?", after, PAGE)
            .map((row, _) -> new KeptLine(row.getLong(1), row.getString(2), row.getString(3)))
            .list());
  }
}
