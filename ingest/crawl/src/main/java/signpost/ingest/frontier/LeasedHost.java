package signpost.ingest.frontier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.store.PreparedStatements;
import signpost.url.CanonicalUrl;

/** A host at which one worker may visit one target now. */
record LeasedHost(String origin, long token, long dueAt, @Nullable String pace) {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedHost.class);

  /** A target that this version cannot read may be dealt with by the next. */
  private static final Duration FAR_OFF = Duration.ofDays(30);

  /** A target as it stands in the table. */
  private record TargetRow(
      String url,
      String requestUrl,
      String kind,
      boolean crawled,
      Optional<String> etag,
      Optional<String> lastModified) {

    static TargetRow of(ResultSet row) throws SQLException {
      return new TargetRow(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4) != null,
          Optional.ofNullable(row.getString(5)),
          Optional.ofNullable(row.getString(6)));
    }
  }

  /** The target that has been due longest; those that cannot be read are put far off. */
  Optional<Lease> target(Handle handle, Instant clock) {
    Optional<TargetRow> row = first(handle, clock);
    while (row.isPresent()) {
      try {
        return Optional.of(lease(row.get()));
      } catch (IllegalArgumentException e) {
        putFarOff(handle, row.get(), clock, e);
      }
      row = first(handle, clock);
    }
    return Optional.empty();
  }

  private Optional<TargetRow> first(Handle handle, Instant clock) {
    return PreparedStatements.first(
        handle,
        TargetRow::of,
        "SELECT url, request_url, kind, source, etag, last_modified FROM target"
            + " WHERE host = ? AND due_at <= ? ORDER BY due_at LIMIT 1",
        origin,
        clock.toEpochMilli());
  }

  private Lease lease(TargetRow row) {
    return new Lease(
        new CanonicalUrl(row.url()),
        row.requestUrl(),
        origin,
        token,
        TargetKind.valueOf(row.kind()),
        row.crawled(),
        row.etag(),
        row.lastModified(),
        Optional.ofNullable(pace));
  }

  private static void putFarOff(
      Handle handle, TargetRow row, Instant clock, IllegalArgumentException why) {
    LOG.error(
        "The row of {} ({}) cannot be read and is put off by {} days: {}",
        row.url(),
        row.kind(),
        FAR_OFF.toDays(),
        why.getMessage());
    handle.execute(
        "UPDATE target SET due_at = ? WHERE url = ?",
        clock.plus(FAR_OFF).toEpochMilli(),
        row.url());
  }
}
