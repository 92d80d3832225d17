package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import signpost.catalogue.Guide;
import signpost.events.LinkHealth;
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

/** What is watched of a guide: its file, its live page and its keepers' answers together. */
@Singleton
final class GuideWatching {
  private final Database database;
  private final LivePages pages;
  private final ConfirmedAddresses confirmed;
  private final Map<String, GuideMemory> known = new ConcurrentHashMap<>();

  /** What is kept of a guide beside its file. */
  private record GuideMemory(Optional<ImportedGuide> live, List<ConfirmedAddress> confirmed) {}

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

  /** Takes in a guide's page as just read; whether it says something new. */
  boolean read(Guide guide, ImportedGuide page) {
    if (memory(guide).live().filter(page::equals).isPresent()) {
      return false;
    }
    pages.keep(guide.id(), page);
    refresh();
    return true;
  }

  /** Takes in what a keeper said of a line; whether it is new. */
  boolean confirm(ConfirmedAddress said) {
    boolean fresh = confirmed.keep(said);
    refresh();
    return fresh;
  }

  /** The guide as it is watched; as its file has it where nothing else is known. */
  Guide watched(Guide file) {
    GuideMemory here = memory(file);
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
    return health.filter(GuideWatching::isCertain).map(it -> seen(title, it, target.url()));
  }

  private static SeenAddress seen(Optional<String> title, LinkHealth health, CanonicalUrl address) {
    boolean answers = health instanceof LinkHealth.Ok || health instanceof LinkHealth.Moved;
    return answers
        ? new SeenAddress(title, Optional.empty())
        : new SeenAddress(
            Optional.empty(), Optional.of(HealthExplanations.of(health, address).reason()));
  }

  /** What is only suspected, or was never looked at, is not said yet. */
  private static boolean isCertain(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Suspect _, LinkHealth.NotChecked _, LinkHealth.Unknown _ -> false;
      case LinkHealth.Ok _,
          LinkHealth.Moved _,
          LinkHealth.Broken _,
          LinkHealth.GoneInPlace _,
          LinkHealth.TlsProblem _,
          LinkHealth.Blocked _ ->
          true;
    };
  }
}
