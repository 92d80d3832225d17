package signpost.ingest.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.ingest.frontier.HostMemory;
import signpost.record.store.PreparedStatements;
import signpost.revision.noise.RevisionState.SeenPiece;
import signpost.url.CanonicalUrl;

/**
 * What came to or went from many pages of a host of late, as one of them is compared, within the
 * caller's transaction: a notice about cookies, another footer. That is one note to ops, and no
 * change of any page.
 */
final class SiteTemplateChanges {
  private static final Logger LOG = LoggerFactory.getLogger(SiteTemplateChanges.class);
  private static final Duration LATELY = Duration.ofDays(14);

  /** Below this many pages it may be chance. */
  private static final int FEWEST = 3;

  /** At least one of so many pages visited since must show it. */
  private static final int SHARE = 5;

  /** So many neighbours say whether a piece is theirs too. */
  private static final int WITNESSES = 4;

  /** A page with more news than this is another page. */
  private static final int MOST_PIECES = 200;

  private static final String NO_PAGE = "";

  private final Handle handle;
  private final CanonicalUrl page;
  private final Instant now;
  private final Set<String> met = new HashSet<>();
  private @Nullable Set<String> shared;

  SiteTemplateChanges(Handle handle, CanonicalUrl page, Instant now) {
    this.handle = handle;
    this.page = page;
    this.now = now;
  }

  /** Whether a piece that came or went did so on many pages of the host. */
  boolean has(String piece) {
    Set<String> all = shared == null ? shared() : shared;
    shared = all;
    boolean has = all.contains(piece);
    if (has) {
      met.add(piece);
    }
    return has;
  }

  private Set<String> shared() {
    List<PieceGroup> groups =
        PreparedStatements.list(
            handle,
            row -> new PieceGroup(row.getString(1), row.getInt(2), row.getLong(3)),
            "SELECT piece, COUNT(*), MIN(at) FROM shared_piece WHERE host = ?"
                + " AND at >= ? AND page NOT IN (?, '') GROUP BY piece HAVING COUNT(*) >= ?",
            page.origin(),
            now.minus(LATELY).toEpochMilli(),
            page.value(),
            FEWEST - 1);
    return groups.stream()
        .filter(it -> SHARE * (it.others() + 1) >= 1 + othersVisited(it.since()))
        .map(PieceGroup::piece)
        .collect(Collectors.toUnmodifiableSet());
  }

  private record PieceGroup(String piece, int others, long since) {}

  private int othersVisited(long since) {
    return PreparedStatements.first(
            handle,
            row -> row.getInt(1),
            "SELECT COUNT(*) FROM target WHERE host = ? AND url <> ? AND visited_at >= ?",
            page.origin(),
            page.value(),
            since)
        .orElse(0);
  }

  /** Remembers what has come or gone just now, and asks neighbours whether it has there too. */
  void remember(List<SeenPiece> standing) {
    met.forEach(piece -> put(piece, page.value()));
    List<String> fresh =
        standing.stream()
            .filter(it -> it.at().equals(now))
            .map(SeenPiece::key)
            .limit(MOST_PIECES)
            .toList();
    if (!fresh.isEmpty()) {
      forgetTheOld();
      boolean elsewhere = fresh.stream().anyMatch(this::isElsewhere);
      fresh.forEach(piece -> put(piece, page.value()));
      if (!elsewhere) {
        HostMemory.askWitnesses(handle, page, WITNESSES, now);
      }
    }
  }

  private void forgetTheOld() {
    PreparedStatements.update(
        handle,
        "DELETE FROM shared_piece WHERE host = ? AND at < ?",
        page.origin(),
        now.minus(LATELY).toEpochMilli());
  }

  private boolean isElsewhere(String piece) {
    return PreparedStatements.first(
            handle,
            row -> row.getString(1),
            "SELECT page FROM shared_piece WHERE host = ? AND piece = ? AND page <> ? LIMIT 1",
            page.origin(),
            piece,
            page.value())
        .isPresent();
  }

  /** Tells ops, once of each piece, that pages changed alike. */
  void tellOps() {
    long news = met.stream().filter(piece -> put(piece, NO_PAGE)).count();
    if (news > 0) {
      LOG.warn(
          "The pages of {} changed alike, for one {}: a new template? No owner is told of it",
          page.origin(),
          page.value());
    }
  }

  /** Whether it was not known yet. */
  private boolean put(String piece, String where) {
    return PreparedStatements.update(
            handle,
            "INSERT INTO shared_piece (host, piece, page, at) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            page.origin(),
            piece,
            where,
            now.toEpochMilli())
        > 0;
  }
}
