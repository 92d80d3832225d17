package signpost.ingest.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.url.CanonicalUrl;

/** What a target is watched as now. */
record WatchedAs(CanonicalUrl url, TargetKind kind, boolean placed, Optional<String> source) {

  /**
   * All that are watched for more than the links that lead to them. What cannot be read is left
   * out: the frontier says so when it is due.
   */
  static List<WatchedAs> all(Handle handle) {
    return handle
        .select("SELECT url, kind, placed, source FROM target WHERE kind <> 'OUTLINK'")
        .map((row, _) -> readable(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<WatchedAs> readable(ResultSet row) throws SQLException {
    boolean placed = row.getInt("placed") != 0;
    Optional<String> source = Optional.ofNullable(row.getString("source"));
    String url = row.getString("url");
    String kind = row.getString("kind");
    try {
      return Optional.of(
          new WatchedAs(new CanonicalUrl(url), TargetKind.valueOf(kind), placed, source));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  boolean isAs(WatchedUrl watch) {
    return kind == watch.kind() && placed == watch.placed() && source.equals(watch.source());
  }
}
