package signpost.ingest.visit;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.ingest.frontier.HostMemory;
import signpost.record.store.PreparedStatements;
import signpost.url.CanonicalUrl;

/**
 * Pages of a host that could hardly be read of late, within the caller's transaction. Many at once
 * are a redesign, or a rule of ours that has grown old: a matter for ops, and for no owner.
 */
final class DoubtfulReadings {
  private static final Logger LOG = LoggerFactory.getLogger(DoubtfulReadings.class);
  private static final Duration LATELY = Duration.ofDays(1);
  private static final Duration EPISODE = Duration.ofDays(14);
  private static final int FEWEST = 3;

  /** At least one of so many pages visited of late. */
  private static final int SHARE = 5;

  private DoubtfulReadings() {}

  /** Remembers that a page could hardly be read; tells ops, once, when it is one of many. */
  static void add(Handle handle, CanonicalUrl page, String why, Instant now) {
    PreparedStatements.update(
        handle,
        "INSERT INTO doubt (host, page, at) VALUES (?, ?, ?)"
            + " ON CONFLICT (host, page) DO UPDATE SET at = excluded.at",
        page.origin(),
        page.value(),
        now.toEpochMilli());
    int doubted = count(handle, "SELECT COUNT(*) FROM doubt WHERE host = ? AND at >= ?", page, now);
    int visited =
        count(handle, "SELECT COUNT(*) FROM target WHERE host = ? AND visited_at >= ?", page, now);
    if (doubted >= FEWEST
        && SHARE * doubted >= visited
        && HostMemory.doubted(handle, page.origin(), now, now.minus(EPISODE))) {
      LOG.warn(
          "{} of {} pages of {} visited within a day can hardly be read, for one {}: {}. A redesign? They"
              + " count as they were; see publisher-rules.yml",
          doubted,
          visited,
          page.origin(),
          page.value(),
          why);
    }
  }

  private static int count(Handle handle, String sql, CanonicalUrl page, Instant now) {
    return PreparedStatements.first(
            handle, row -> row.getInt(1), sql, page.origin(), now.minus(LATELY).toEpochMilli())
        .orElse(0);
  }
}
