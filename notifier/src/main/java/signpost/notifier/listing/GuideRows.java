package signpost.notifier.listing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import signpost.events.GuideLine;
import signpost.events.PlacementRef;
import signpost.events.RecordJson;
import signpost.events.ResourceEvent.GuideListed;
import signpost.notifier.store.UnreadableRows;

/** Guides as they were listed last, in SQL. */
final class GuideRows {
  private static final RowMapper<GuideListed> GUIDE =
      (row, _) -> RecordJson.read(row.getString("body"), GuideListed.class);

  private GuideRows() {}

  static Optional<GuideListed> find(Handle handle, String id) {
    return handle.select("SELECT body FROM guide WHERE id = ?", id).map(GUIDE).findOne();
  }

  /** Those whose own page this is. */
  static List<GuideListed> at(Handle handle, String page) {
    return handle.select("SELECT body FROM guide WHERE page = ?", page).map(GUIDE).list();
  }

  /** All that can be read. */
  static List<GuideListed> all(Handle handle, UnreadableRows unreadable) {
    return handle
        .select("SELECT id, body FROM guide")
        .map((row, context) ->
            unreadable.passOver("The guide " + row.getString("id"), () -> GUIDE.map(row, context)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Where a line stands that is the subject of a finding. */
  static List<PlacementRef> places(Handle handle, String subject) {
    return of(handle, GuideLine.guideOf(subject))
        .flatMap(guide -> GuideLine.of(guide).stream())
        .filter(line -> line.subject().equals(subject))
        .map(GuideLine::place)
        .toList();
  }

  /** By the address of their page, or the one by its key where it has none. */
  private static Stream<GuideListed> of(Handle handle, String pageOrKey) {
    String key = GuideListed.keyOf("");
    return pageOrKey.startsWith(key)
        ? find(handle, pageOrKey.substring(key.length())).stream()
        : at(handle, pageOrKey).stream();
  }
}
