package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.catalogue.Guide;
import signpost.events.LinkHealth;
import signpost.events.PlacementStatus;
import signpost.events.RecordJson;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.TargetStore;
import signpost.record.store.Database;
import signpost.revision.noise.RevisionState;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.guide.ConfirmedAddress;
import signpost.web.guide.GuideReconciliation;
import signpost.web.guide.ImportedGuide;
import signpost.web.guide.SeenAddress;
import signpost.web.health.HealthExplanations;

/** What is watched of a guide: its file, its live page and its owners' answers together. */
@Singleton
final class GuideWatching {
  private static final Logger LOG = LoggerFactory.getLogger(GuideWatching.class);

  private final Database database;
  private final LivePages pages;
  private final ConfirmedAddresses confirmed;
  private final Map<String, GuideMemory> known = new ConcurrentHashMap<>();
  private final Map<String, WatchedGuide> watched = new ConcurrentHashMap<>();

  /** What is kept of a guide beside its file. */
  private record GuideMemory(Optional<ImportedGuide> live, List<ConfirmedAddress> confirmed) {}

  /** How a guide was watched when it was last asked for, and from what that followed. */
  private record WatchedGuide(Guide file, GuideMemory memory, Guide watched) {
    /** Whether it follows again: what stands at an address that is a guess may be another now. */
    boolean isOf(Guide now, GuideMemory here) {
      return memory.equals(here)
          && file.equals(now)
          && watched.sections().stream()
              .flatMap(it -> it.placements().stream())
              .noneMatch(it -> it.status() == PlacementStatus.UNVERIFIED && it.url().isPresent());
    }
  }

  /** What a reading of a guide's page changes. */
  enum PageNews {
    NOTHING,
    /** Something stands there that was not there, or is missing: to be looked at once more. */
    SEEN_ONCE,
    CHANGED
  }

  GuideWatching(Database database, LivePages pages, ConfirmedAddresses confirmed) {
    this.database = database;
    this.pages = pages;
    this.confirmed = confirmed;
  }

  /** Takes anew from the database what is kept there: another process may have written it. */
  void refresh() {
    known.clear();
  }

  /** Whether a guide has a page and it was never read as that. */
  boolean isUnread(Guide guide) {
    return guide.url().isPresent() && memory(guide).live().isEmpty();
  }

  /**
   * Takes in a guide's page as just read. A page that is not this guide's, such as a wall or an
   * error in its place, says nothing; a guide that has nothing but its page may have become it, and
   * is looked at once more.
   */
  PageNews read(Guide guide, ImportedGuide page) {
    Optional<ImportedGuide> before = memory(guide).live();
    ImportedGuide last = pages.last(guide.id()).or(() -> before).orElse(page);
    if (isBelieved(guide, page, last)) {
      return believed(guide, page, before, last);
    }
    LOG.warn("What stands at the page of guide {} does not look like the guide", guide.id());
    return guide.followsLivePage() ? seenOnce(guide, before.orElse(page), page) : PageNews.NOTHING;
  }

  private PageNews believed(
      Guide guide, ImportedGuide page, Optional<ImportedGuide> before, ImportedGuide last) {
    ImportedGuide relied = before.map(it -> page.steadied(it, last)).orElse(page);
    boolean changed = before.filter(relied::equals).isEmpty();
    boolean firstSight = !relied.equals(page) && before.filter(last::equals).isPresent();
    if (changed || !page.equals(last)) {
      keep(guide, relied, page);
    }
    return changed ? PageNews.CHANGED : firstSight ? PageNews.SEEN_ONCE : PageNews.NOTHING;
  }

  private PageNews seenOnce(Guide guide, ImportedGuide relied, ImportedGuide page) {
    keep(guide, relied, page);
    return PageNews.SEEN_ONCE;
  }

  private void keep(Guide guide, ImportedGuide relied, ImportedGuide page) {
    pages.keep(guide.id(), relied, page);
    refresh();
  }

  private boolean isBelieved(Guide guide, ImportedGuide page, ImportedGuide last) {
    GuideMemory here = memory(guide);
    return guide.followsLivePage()
        ? here.live().map(page::isLike).orElse(true) || page.equals(last)
        : GuideReconciliation.isPageOf(guide, page, here.confirmed());
  }

  /** What owners said of a guide's lines. */
  List<ConfirmedAddress> confirmed(String guide) {
    return confirmed.of(guide);
  }

  /** Takes in what an owner said of a line; whether it is new. */
  boolean confirm(String guide, ConfirmedAddress said) {
    boolean fresh = confirmed.keep(guide, said);
    refresh();
    return fresh;
  }

  /** The guide as it is watched; as its file has it where nothing else is known. */
  Guide watched(Guide file) {
    GuideMemory here = memory(file);
    WatchedGuide now =
        watched.compute(
            file.id(),
            (_, before) ->
                before != null && before.isOf(file, here)
                    ? before
                    : new WatchedGuide(file, here, watched(file, here)));
    return now.watched();
  }

  private Guide watched(Guide file, GuideMemory here) {
    return file.followsLivePage()
        ? here.live().map(it -> it.followedBy(file)).orElse(file)
        : GuideReconciliation.of(file, here.live(), here.confirmed(), this::seen);
  }

  private GuideMemory memory(Guide guide) {
    return known.computeIfAbsent(
        guide.id(),
        id -> new GuideMemory(guide.url().flatMap(_ -> pages.find(id)), confirmed.of(id)));
  }

  private Optional<SeenAddress> seen(WebUrl url) {
    return database
        .read(handle -> TargetStore.find(handle, CanonicalUrl.of(url)))
        .flatMap(GuideWatching::seen);
  }

  private static Optional<SeenAddress> seen(KnownTarget target) {
    Optional<LinkHealth> health =
        target.health().map(json -> RecordJson.read(json, LinkHealth.class));
    Optional<String> title =
        target
            .revised()
            .map(json -> RecordJson.read(json, RevisionState.class).told().title())
            .filter(it -> !it.isBlank());
    return health.flatMap(it -> seen(title, it, target.url()));
  }

  /** What is only suspected changes nothing of what was read; what was never seen is not said. */
  private static Optional<SeenAddress> seen(
      Optional<String> title, LinkHealth health, CanonicalUrl address) {
    return switch (health) {
      case LinkHealth.Ok _, LinkHealth.Moved _ ->
          Optional.of(new SeenAddress(title, Optional.empty()));
      case LinkHealth.Suspect _ -> title.map(it -> new SeenAddress(title, Optional.empty()));
      case LinkHealth.NotChecked _, LinkHealth.Unknown _ -> Optional.empty();
      case LinkHealth.Broken _,
          LinkHealth.GoneInPlace _,
          LinkHealth.TlsProblem _,
          LinkHealth.Blocked _ ->
          Optional.of(
              new SeenAddress(
                  Optional.empty(), Optional.of(HealthExplanations.of(health, address).reason())));
    };
  }
}
