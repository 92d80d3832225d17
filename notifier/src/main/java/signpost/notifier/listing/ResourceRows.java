package signpost.notifier.listing;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import signpost.events.PlacementRef;
import signpost.events.RecordJson;
import signpost.events.ResourceEvent.ResourceListed;

/** Resources as they were listed last, in SQL. */
final class ResourceRows {
  private static final RowMapper<ResourceListed> RESOURCE =
      (row, _) -> RecordJson.read(row.getString("body"), ResourceListed.class);

  private ResourceRows() {}

  static Optional<ResourceListed> find(Handle handle, String url) {
    return handle.select("SELECT body FROM resource WHERE url = ?", url).map(RESOURCE).findOne();
  }

  static void save(Handle handle, ResourceListed resource) {
    handle.execute(
        "INSERT INTO resource (url, ours, body) VALUES (?, ?, ?)"
            + " ON CONFLICT (url) DO UPDATE SET ours = excluded.ours, body = excluded.body",
        resource.resource().value(),
        resource.ours() ? 1 : 0,
        RecordJson.write(resource));
  }

  static void delete(Handle handle, String url) {
    handle.execute("DELETE FROM resource WHERE url = ?", url);
  }

  /** Where a URL, or everything watched on a host, is placed. */
  static List<PlacementRef> places(Handle handle, String urlOrHost) {
    return handle
        .select(
            "SELECT r.body FROM resource r WHERE r.url IN"
                + " (SELECT w.url FROM watch w WHERE w.url = ? OR w.host = ?) ORDER BY r.url",
            urlOrHost,
            urlOrHost)
        .map(RESOURCE)
        .list()
        .stream()
        .flatMap(resource -> resource.placements().stream())
        .toList();
  }
}
