package signpost.notifier.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.events.GuideLine;
import signpost.events.PlacementStatus;
import signpost.events.Referrer;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.notifier.listing.FindingAudience.GuideSeat;
import signpost.notifier.store.PersonTrace;
import signpost.url.AddressLength;

/**
 * Who watches which URL, in SQL: because it is placed or a page of theirs, or via such a page that
 * links to it. All that a URL's rows rest on is read before one of them is written, so whatever
 * cannot be read leaves them as they were.
 */
final class WatchRows {
  static final PersonTrace TRACE =
      new PersonTrace(
          "pages watched for them",
          "SELECT COUNT(*) FROM watch WHERE owner = :subscriber",
          "DELETE FROM watch WHERE owner = :subscriber");

  private WatchRows() {}

  /** Somebody's interest in a URL; {@code via} is the page that links to it, or empty. */
  private record WatchRow(String url, GuideSeat seat, String via) {}

  /** Works out anew who watches a URL, and what it links to. */
  static void rewatch(Handle handle, String url, FindingAudience audience) {
    List<WatchRow> rows = rows(handle, url, audience);
    handle.execute("DELETE FROM watch WHERE url = ?", url);
    handle.execute("DELETE FROM watch WHERE via = ? AND via <> ''", url);
    rows.forEach(row -> write(handle, row));
  }

  private static List<WatchRow> rows(Handle handle, String url, FindingAudience audience) {
    Optional<ResourceListed> resource = ResourceRows.find(handle, url);
    List<GuideListed> pageOf = GuideRows.at(handle, url);
    Set<GuideSeat> seats = audience.of(resource, pageOf, id -> GuideRows.find(handle, id));
    List<WatchRow> rows = new ArrayList<>();
    seats.forEach(seat -> rows.add(new WatchRow(url, seat, "")));
    if (!isProbable(resource)) {
      pagesWith(handle, url).stream()
          .filter(page -> !page.equals(url))
          .forEach(page -> rows.addAll(via(handle, url, page)));
    }
    if (isOurs(resource, pageOf)) {
      linksOn(handle, url).stream()
          .filter(target -> !isProbable(ResourceRows.find(handle, target)))
          .forEach(target -> seats.forEach(seat -> rows.add(new WatchRow(target, seat, url))));
    }
    return rows;
  }

  /** Lines whose address is asked about are their owners' business, watched or not. */
  static void watchLines(Handle handle, GuideListed guide, FindingAudience audience) {
    for (GuideLine line : GuideLine.asked(guide)) {
      audience.of(line).forEach(seat -> write(handle, new WatchRow(line.subject(), seat, "")));
    }
  }

  static void unwatchLines(Handle handle, GuideListed guide) {
    GuideLine.asked(guide)
        .forEach(line ->
            handle.execute(
                "DELETE FROM watch WHERE url = ? AND guide = ?", line.subject(), guide.guide()));
  }

  /** Keeps where a target is linked, and who watches it because of that. */
  static void linked(Handle handle, String target, List<Referrer> referrers) {
    List<String> pages =
        referrers.stream()
            .map(referrer -> referrer.page().value())
            .filter(page -> AddressLength.fit(page, target))
            .toList();
    List<WatchRow> rows =
        isProbable(ResourceRows.find(handle, target))
            ? List.of()
            : pages.stream().flatMap(page -> via(handle, target, page).stream()).toList();
    handle.execute("DELETE FROM watch WHERE url = ? AND via <> ''", target);
    handle.execute("DELETE FROM link_on WHERE target = ?", target);
    pages.forEach(page -> link(handle, page, target));
    rows.forEach(row -> write(handle, row));
  }

  private static void link(Handle handle, String page, String target) {
    handle.execute(
        "INSERT INTO link_on (page, target) VALUES (?, ?) ON CONFLICT (page, target) DO NOTHING",
        page,
        target);
  }

  private static void write(Handle handle, WatchRow row) {
    handle.execute(
        "INSERT INTO watch (url, host, guide, owner, via, stands_in) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (url, guide, owner, via) DO NOTHING",
        row.url(),
        GuideLine.isSubject(row.url()) ? "" : HostOrigins.originOf(row.url()),
        row.seat().guide(),
        row.seat().owner(),
        row.via(),
        row.seat().standsIn() ? 1 : 0);
  }

  /** Those who watch a page of ours, and so its links; nobody for another's page. */
  private static List<WatchRow> via(Handle handle, String target, String page) {
    if (!isOurs(ResourceRows.find(handle, page), GuideRows.at(handle, page))) {
      return List.of();
    }
    return handle
        .select(
            "SELECT DISTINCT guide, owner, stands_in FROM watch WHERE url = ? AND via = ''", page)
        .map((row, _) ->
            new WatchRow(
                target,
                new GuideSeat(
                    row.getString("guide"), row.getString("owner"), row.getInt("stands_in") == 1),
                page))
        .list();
  }

  private static boolean isOurs(Optional<ResourceListed> resource, List<GuideListed> pageOf) {
    return Stream.concat(
            resource.stream().map(ResourceListed::ours), pageOf.stream().map(GuideListed::ours))
        .anyMatch(ours -> ours);
  }

  /** Whether the catalogue only guesses a URL: nobody is told of it, wherever it is placed. */
  private static boolean isProbable(Optional<ResourceListed> resource) {
    return resource.filter(it -> it.status() == PlacementStatus.UNVERIFIED).isPresent();
  }

  private static List<String> pagesWith(Handle handle, String target) {
    return handle
        .select("SELECT page FROM link_on WHERE target = ? ORDER BY page", target)
        .mapTo(String.class)
        .list();
  }

  /** What a page was seen to link to. */
  static List<String> linksOn(Handle handle, String page) {
    return handle
        .select("SELECT target FROM link_on WHERE page = ? ORDER BY target", page)
        .mapTo(String.class)
        .list();
  }
}
