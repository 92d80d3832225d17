package signpost.ingest.listing;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.url.CanonicalUrl;

/** What a target is watched as now. */
record WatchedAs(CanonicalUrl url, TargetKind kind, boolean placed, Optional<String> source) {

  /** All that are watched for more than the links that lead to them. */
  static List<WatchedAs> all(Handle handle) {
    return handle
        .select("SELECT url, kind, placed, source FROM target WHERE kind <> 'OUTLINK'")
        .map((row, _) ->
            new WatchedAs(
                new CanonicalUrl(row.getString("url")),
                TargetKind.valueOf(row.getString("kind")),
                row.getInt("placed") != 0,
                Optional.ofNullable(row.getString("source"))))
        .list();
  }

  boolean isAs(WatchedUrl watch) {
    return kind == watch.kind() && placed == watch.placed() && source.equals(watch.source());
  }
}
