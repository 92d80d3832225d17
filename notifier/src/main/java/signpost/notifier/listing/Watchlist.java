package signpost.notifier.listing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.PlacementScope;
import signpost.events.GuideLine;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.events.PlacementRef;
import signpost.events.RecordJson;
import signpost.events.Referrer;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.Owners;
import signpost.notifier.store.PersonTrace;
import signpost.notifier.store.UnreadableRows;
import signpost.url.CanonicalUrl;

/** Guides, resources and their health in SQL, and from them who watches what. */
@Singleton
public final class Watchlist {
  /** Of subscribers, as their subscriptions had it. */
  public static final PersonTrace TRACE = WatchRows.TRACE;

  private final Owners owners;

  public Watchlist(Owners owners) {
    this.owners = owners;
  }

  /** Takes a resource in; returns the owners it matters to. */
  public Set<String> list(Handle handle, ResourceListed resource) {
    String url = resource.resource().value();
    Set<String> before = owners(handle, url);
    ResourceRows.save(handle, resource);
    WatchRows.rewatch(handle, url, audience(handle));
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
    FindingAudience audience = audience(handle);
    urls.forEach(url -> WatchRows.rewatch(handle, url, audience));
    before.ifPresent(was -> WatchRows.unwatchLines(handle, was));
    WatchRows.watchLines(handle, guide, audience);
    return new TreeSet<>(FindingAudience.of(guide));
  }

  /** Takes a resource away; returns the owners it mattered to. */
  public Set<String> unlistResource(Handle handle, String url) {
    Set<String> before = owners(handle, url);
    ResourceRows.delete(handle, url);
    WatchRows.rewatch(handle, url, audience(handle));
    return before;
  }

  /** Takes a guide away. Its resources have records of their own. */
  public void unlistGuide(Handle handle, String id) {
    List<String> urls = urls(handle, id);
    guide(handle, id).ifPresent(guide -> WatchRows.unwatchLines(handle, guide));
    handle.execute("DELETE FROM guide WHERE id = ?", id);
    FindingAudience audience = audience(handle);
    urls.forEach(url -> WatchRows.rewatch(handle, url, audience));
  }

  /**
   * Works out anew who watches what, after owners or subscribers changed. What rests on a row that
   * cannot be read stays as it was.
   */
  public Set<String> rewatchAll(Handle handle) {
    UnreadableRows unreadable = new UnreadableRows();
    FindingAudience audience = audience(handle);
    handle
        .select("SELECT url FROM resource UNION SELECT page FROM guide WHERE page IS NOT NULL")
        .mapTo(String.class)
        .list()
        .forEach(url -> rewatch(handle, url, audience, unreadable));
    GuideRows.all(handle, unreadable)
        .forEach(guide -> {
          WatchRows.unwatchLines(handle, guide);
          WatchRows.watchLines(handle, guide, audience);
        });
    return watching(handle);
  }

  private static void rewatch(
      Handle handle, String url, FindingAudience audience, UnreadableRows unreadable) {
    unreadable.passOver(
        "Who watches " + url,
        () -> {
          WatchRows.rewatch(handle, url, audience);
          return url;
        });
  }

  private FindingAudience audience(Handle handle) {
    return new FindingAudience(owners.routed(), OwnerDirectory.subscribers(handle));
  }

  /** Everybody who watches anything. */
  public Set<String> watching(Handle handle) {
    return new TreeSet<>(
        handle.select("SELECT DISTINCT owner FROM watch").mapTo(String.class).list());
  }

  /**
   * Keeps where a target is linked. A broken link on a page of ours is its owners' business even
   * when no guide lists it, and the page may be listed after its links were judged.
   */
  public void linked(Handle handle, String target, List<Referrer> referrers) {
    WatchRows.linked(handle, target, referrers);
  }

  /** What a page was seen to link to. */
  public List<String> linksOn(Handle handle, String page) {
    return WatchRows.linksOn(handle, page);
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
        : ResourceRows.places(handle, subject);
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

  private static List<String> urls(Handle handle, String guide) {
    return handle
        .select("SELECT DISTINCT url FROM watch WHERE guide = ? AND via = ''", guide)
        .mapTo(String.class)
        .list();
  }
}
