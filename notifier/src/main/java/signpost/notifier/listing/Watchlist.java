package signpost.notifier.listing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.PlacementScope;
import signpost.events.GuideLine;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.RecordJson;
import signpost.events.Referrer;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.Owners;
import signpost.notifier.store.UnreadableRows;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;

/** Guides, resources and their health in SQL, and from them who watches what. */
@Singleton
public final class Watchlist {
  private final Owners owners;

  public Watchlist(Owners owners) {
    this.owners = owners;
  }

  /** Takes a resource in; returns the owners it matters to. */
  public Set<String> list(Handle handle, ResourceListed resource) {
    String url = resource.resource().value();
    Set<String> before = owners(handle, url);
    handle.execute(
        "INSERT INTO resource (url, ours, body) VALUES (?, ?, ?)"
            + " ON CONFLICT (url) DO UPDATE SET ours = excluded.ours, body = excluded.body",
        url,
        resource.ours() ? 1 : 0,
        RecordJson.write(resource));
    rewatch(handle, url);
    before.addAll(owners(handle, url));
    return before;
  }

  /** Takes a guide in; returns the owners it matters to. {@code at} is when it was listed. */
  public Set<String> list(Handle handle, GuideListed guide, long at) {
    Set<String> urls = new TreeSet<>(urls(handle, guide.guide()));
    Optional<GuideListed> before = guide(handle, guide.guide());
    before.flatMap(GuideListed::page).ifPresent(page -> urls.add(page.value()));
    handle.execute(
        "INSERT INTO guide (id, page, listed_at, body) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET page = excluded.page, body = excluded.body",
        guide.guide(),
        guide.page().map(CanonicalUrl::value).orElse(null),
        at,
        RecordJson.write(guide));
    guide.sections().stream()
        .flatMap(section -> section.placements().stream())
        .map(GuidePlacement::resource)
        .flatMap(Optional::stream)
        .forEach(url -> urls.add(url.value()));
    guide.page().ifPresent(page -> urls.add(page.value()));
    urls.forEach(url -> rewatch(handle, url));
    before.ifPresent(was -> unwatchLines(handle, was));
    watchLines(handle, guide);
    return new TreeSet<>(FindingAudience.of(guide));
  }

  /** Takes a resource away; returns the owners it mattered to. */
  public Set<String> unlistResource(Handle handle, String url) {
    Set<String> before = owners(handle, url);
    handle.execute("DELETE FROM resource WHERE url = ?", url);
    rewatch(handle, url);
    return before;
  }

  /** Takes a guide away. Its resources have records of their own. */
  public void unlistGuide(Handle handle, String id) {
    List<String> urls = urls(handle, id);
    guide(handle, id).ifPresent(guide -> unwatchLines(handle, guide));
    handle.execute("DELETE FROM guide WHERE id = ?", id);
    urls.forEach(url -> rewatch(handle, url));
  }

  /**
   * Works out anew who watches what, after owners or subscribers changed. What rests on a row that
   * cannot be read stays as it was.
   */
  public Set<String> rewatchAll(Handle handle) {
    UnreadableRows unreadable = new UnreadableRows();
    handle
        .select("SELECT url FROM resource UNION SELECT page FROM guide WHERE page IS NOT NULL")
        .mapTo(String.class)
        .list()
        .forEach(url ->
            unreadable.passOver(
                "Who watches " + url, () -> wholly(handle, () -> rewatch(handle, url))));
    GuideRows.all(handle, unreadable)
        .forEach(guide -> {
          unwatchLines(handle, guide);
          watchLines(handle, guide);
        });
    return watching(handle);
  }

  /** Does all of it; what fails midway is as if it had not begun. */
  private static boolean wholly(Handle handle, Runnable change) {
    String point = "watch";
    handle.savepoint(point);
    try {
      change.run();
    } catch (RuntimeException e) {
      handle.rollbackToSavepoint(point);
      throw e;
    }
    handle.releaseSavepoint(point);
    return true;
  }

  /** Everybody who watches anything. */
  public Set<String> watching(Handle handle) {
    return new TreeSet<>(
        handle.select("SELECT DISTINCT owner FROM watch").mapTo(String.class).list());
  }

  /** Lines whose address is asked about are their owners' business, watched or not. */
  private void watchLines(Handle handle, GuideListed guide) {
    FindingAudience audience =
        new FindingAudience(owners.routed(), OwnerDirectory.subscribers(handle));
    for (GuideLine line : GuideLine.asked(guide)) {
      audience.of(line).forEach(seat -> watch(handle, line.subject(), seat, ""));
    }
  }

  private static void unwatchLines(Handle handle, GuideListed guide) {
    GuideLine.asked(guide)
        .forEach(line ->
            handle.execute(
                "DELETE FROM watch WHERE url = ? AND guide = ?", line.subject(), guide.guide()));
  }

  private void rewatch(Handle handle, String url) {
    handle.execute("DELETE FROM watch WHERE url = ?", url);
    Optional<ResourceListed> resource = resource(handle, url);
    new FindingAudience(owners.routed(), OwnerDirectory.subscribers(handle))
        .of(resource, GuideRows.at(handle, url), id -> guide(handle, id))
        .forEach(seat -> watch(handle, url, seat, ""));
    pagesWith(handle, url).forEach(page -> watchVia(handle, url, page));
    handle.execute("DELETE FROM watch WHERE via = ? AND via <> ''", url);
    List<FindingAudience.GuideSeat> seats = seatsOf(handle, url);
    linksOn(handle, url).stream()
        .filter(target -> !isProbable(handle, target))
        .forEach(target -> seats.forEach(seat -> watch(handle, target, seat, url)));
  }

  private static void watch(Handle handle, String url, FindingAudience.GuideSeat seat, String via) {
    handle.execute(
        "INSERT INTO watch (url, host, guide, owner, via, stands_in) VALUES (?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (url, guide, owner, via) DO NOTHING",
        url,
        GuideLine.isSubject(url) ? "" : HostOrigins.originOf(url),
        seat.guide(),
        seat.owner(),
        via,
        seat.standsIn() ? 1 : 0);
  }

  /**
   * Keeps where a target is linked. A broken link on a page of ours is its owners' business even
   * when no guide lists it, and the page may be listed after its links were judged.
   */
  public void linked(Handle handle, String target, List<Referrer> referrers) {
    handle.execute("DELETE FROM watch WHERE url = ? AND via <> ''", target);
    handle.execute("DELETE FROM link_on WHERE target = ?", target);
    List<String> pages =
        referrers.stream()
            .map(referrer -> referrer.page().value())
            .filter(page -> AddressLength.fit(page, target))
            .toList();
    for (String page : pages) {
      handle.execute(
          "INSERT INTO link_on (page, target) VALUES (?, ?) ON CONFLICT (page, target) DO NOTHING",
          page,
          target);
      watchVia(handle, target, page);
    }
  }

  private void watchVia(Handle handle, String target, String page) {
    if (!isProbable(handle, target)) {
      seatsOf(handle, page).forEach(seat -> watch(handle, target, seat, page));
    }
  }

  /**
   * Returns whether the catalogue only guesses this URL. Nobody is told of such a URL, wherever it
   * is placed.
   */
  private static boolean isProbable(Handle handle, String url) {
    return resource(handle, url)
        .filter(it -> it.status() == PlacementStatus.UNVERIFIED)
        .isPresent();
  }

  private static List<String> pagesWith(Handle handle, String target) {
    return handle
        .select("SELECT page FROM link_on WHERE target = ? ORDER BY page", target)
        .mapTo(String.class)
        .list();
  }

  /** What a page was seen to link to. */
  public List<String> linksOn(Handle handle, String page) {
    return handle
        .select("SELECT target FROM link_on WHERE page = ? ORDER BY target", page)
        .mapTo(String.class)
        .list();
  }

  /** Those who watch a page of ours, and so its links; nobody for another's page. */
  private List<FindingAudience.GuideSeat> seatsOf(Handle handle, String page) {
    if (!isOurs(handle, page)) {
      return List.of();
    }
    return handle
        .select(
            "SELECT DISTINCT guide, owner, stands_in FROM watch WHERE url = ? AND via = ''", page)
        .map((row, _) ->
            new FindingAudience.GuideSeat(
                row.getString("guide"), row.getString("owner"), row.getInt("stands_in") == 1))
        .list();
  }

  private boolean isOurs(Handle handle, String page) {
    Stream<Boolean> listed = resource(handle, page).stream().map(ResourceListed::ours);
    Stream<Boolean> guides = GuideRows.at(handle, page).stream().map(GuideListed::ours);
    return Stream.concat(listed, guides).anyMatch(ours -> ours);
  }

  /** Whether the URL is placed or a page of ours, or linked to from one. */
  public boolean isWatched(Handle handle, String url) {
    return !owners(handle, url).isEmpty();
  }

  /** Whether any guide has a line that is part of this. */
  public boolean isPlaced(Handle handle, PlacementScope scope) {
    return GuideRows.all(handle, new UnreadableRows()).stream()
        .anyMatch(guide ->
            guide.sections().stream()
                .anyMatch(section ->
                    section.placements().stream()
                        .anyMatch(line -> scope.holds(guide, section, line))));
  }

  /**
   * Whether a URL, or anything on a host, is watched for a guide, or a line stands in it: what was
   * answered of a line may be answered anew for as long as it does.
   */
  public boolean isWatchedFor(Handle handle, String subject, String guide) {
    return GuideLine.isSubject(subject)
        ? guide(handle, guide).map(GuideLine::of).orElse(List.of()).stream()
            .anyMatch(line -> line.subject().equals(subject))
        : isUrlWatchedFor(handle, subject, guide);
  }

  private static boolean isUrlWatchedFor(Handle handle, String subject, String guide) {
    return handle
        .select(
            "SELECT 1 FROM watch WHERE (url = ? OR host = ?) AND guide = ? LIMIT 1",
            subject,
            subject,
            guide)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The owners of whoever watches a URL, or anything on a host. */
  public Set<String> owners(Handle handle, String subject) {
    return new TreeSet<>(
        handle
            .select("SELECT DISTINCT owner FROM watch WHERE url = ? OR host = ?", subject, subject)
            .mapTo(String.class)
            .list());
  }

  /** The owners of the guides whose own page this is: when it is down, the guide falls silent. */
  public Set<String> ownersOfGuideAt(Handle handle, String page) {
    Set<String> owners = new TreeSet<>();
    GuideRows.at(handle, page).forEach(guide -> owners.addAll(FindingAudience.of(guide)));
    return owners;
  }

  /** Where a URL, or everything on a host, is placed; where a line of a guide stands. */
  public List<PlacementRef> placements(Handle handle, String subject) {
    return GuideLine.isSubject(subject)
        ? GuideRows.places(handle, subject)
        : resources(handle, subject);
  }

  private static List<PlacementRef> resources(Handle handle, String subject) {
    return handle
        .select(
            "SELECT r.body FROM resource r WHERE r.url IN"
                + " (SELECT w.url FROM watch w WHERE w.url = ? OR w.host = ?) ORDER BY r.url",
            subject,
            subject)
        .map((row, _) -> RecordJson.read(row.getString("body"), ResourceListed.class))
        .list()
        .stream()
        .flatMap(resource -> resource.placements().stream())
        .toList();
  }

  /** Remembers a transition, for the day its target is listed. */
  public void remember(Handle handle, LinkTransition event, long sequence) {
    handle.execute(
        "INSERT INTO transition (target, sequence, body) VALUES (?, ?, ?) ON CONFLICT (target)"
            + " DO UPDATE SET sequence = excluded.sequence, body = excluded.body",
        event.target().value(),
        sequence,
        RecordJson.write(event));
  }

  /** A transition and its sequence. */
  public record RememberedTransition(LinkTransition event, long sequence) {}

  /** The latest transition of a target. */
  public Optional<RememberedTransition> remembered(Handle handle, String target) {
    return handle
        .select("SELECT sequence, body FROM transition WHERE target = ?", target)
        .map((row, _) ->
            new RememberedTransition(
                RecordJson.read(row.getString("body"), LinkTransition.class),
                row.getLong("sequence")))
        .findOne();
  }

  /** Keeps the health of a target; returns whether it is the first time it was really checked. */
  public boolean judged(Handle handle, HealthJudged health) {
    boolean before =
        health(handle, health.target().value()).filter(Watchlist::isChecked).isPresent();
    handle.execute(
        "INSERT INTO health (target, body) VALUES (?, ?)"
            + " ON CONFLICT (target) DO UPDATE SET body = excluded.body",
        health.target().value(),
        RecordJson.write(health));
    return !before && isChecked(health);
  }

  /** Forgets the health of a target. */
  public void unjudged(Handle handle, String target) {
    handle.execute("DELETE FROM health WHERE target = ?", target);
  }

  /** A target that was never asked for is listed as such and has nothing tried. */
  static boolean isChecked(HealthJudged health) {
    return !(health.health() instanceof LinkHealth.NotChecked && health.tried().isEmpty());
  }

  static Optional<HealthJudged> health(Handle handle, String target) {
    return handle
        .select("SELECT body FROM health WHERE target = ?", target)
        .map((row, _) -> RecordJson.read(row.getString("body"), HealthJudged.class))
        .findOne();
  }

  /** A guide as it is listed now. */
  public Optional<GuideListed> guide(Handle handle, String id) {
    return GuideRows.find(handle, id);
  }

  /** What a guide is called; what is nobody's guide is its owner's own. */
  public static String title(Optional<GuideListed> listed, String guide) {
    return listed.map(GuideListed::title).orElse(guide.isEmpty() ? "Your own pages" : guide);
  }

  private static Optional<ResourceListed> resource(Handle handle, String url) {
    return handle
        .select("SELECT body FROM resource WHERE url = ?", url)
        .map((row, _) -> RecordJson.read(row.getString("body"), ResourceListed.class))
        .findOne();
  }

  private static List<String> urls(Handle handle, String guide) {
    return handle
        .select("SELECT DISTINCT url FROM watch WHERE guide = ? AND via = ''", guide)
        .mapTo(String.class)
        .list();
  }
}
