package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.catalogue.Catalogue;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.CatalogueProblem;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.Coverage;
import signpost.catalogue.Guide;
import signpost.catalogue.Source;
import signpost.ingest.IngestConfig;
import signpost.ingest.listing.ListingSync.SyncResult;
import signpost.ingest.visit.ActiveSources;
import signpost.url.CanonicalUrl;
import signpost.web.guide.ImportedGuide;

/** Looks at the catalogue's folder, and applies it when it says something new. */
@Singleton
public final class CatalogueStep implements ActiveSources {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueStep.class);

  private final IngestConfig config;
  private final ListingSync sync;
  private final LivePages pages;
  private final ReentrantLock looking = new ReentrantLock();
  private final Map<String, ImportedGuide> live = new ConcurrentHashMap<>();
  private volatile CatalogueLoad load = CatalogueLoad.NOTHING;
  private volatile Catalogue applied = Catalogue.EMPTY;
  private volatile Coverage coverage = Coverage.of(Catalogue.EMPTY);

  /**
   * Whether what is in force was applied as all there is. So it counts at first: a folder that was
   * empty ever since we started may be a disk that is not there yet, and ends nothing. Files that
   * were seen, if only broken ones, and then deleted were deleted on purpose.
   */
  private boolean appliedWhole = true;

  CatalogueStep(IngestConfig config, ListingSync sync, LivePages pages) {
    this.config = config;
    this.sync = sync;
    this.pages = pages;
  }

  /** What is in force now. */
  public Catalogue current() {
    return applied;
  }

  @Override
  public Optional<Source> byId(String id) {
    return applied.sources().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /** The guides that take their resources from this page. */
  List<Guide> followersOf(CanonicalUrl page) {
    return load.catalogue().guides().stream()
        .filter(Guide::followsLivePage)
        .filter(guide -> guide.url().map(CanonicalUrl::of).filter(page::equals).isPresent())
        .toList();
  }

  /** How much of what is placed is watched. */
  public Coverage coverage() {
    return coverage;
  }

  /** What is wrong with the files as they are. */
  public List<CatalogueProblem> problems() {
    return load.problems();
  }

  /** Reads the folder again and applies what is new. */
  public void lookAgain() {
    looking.lock();
    try {
      CatalogueLoad next = CatalogueReader.readFolder(config.catalogue(), load);
      report(next);
      load = next;
      apply();
    } finally {
      looking.unlock();
    }
  }

  /**
   * A guide's live page as just read: where no file says otherwise, its links are the resources.
   */
  void follow(String guide, ImportedGuide page) {
    looking.lock();
    try {
      if (!page.equals(live.get(guide))) {
        pages.keep(guide, page); // first: what cannot be kept now is kept by the next attempt
        live.put(guide, page);
        apply();
      }
    } finally {
      looking.unlock();
    }
  }

  private void apply() {
    load.catalogue().guides().stream()
        .filter(guide -> guide.followsLivePage() && !live.containsKey(guide.id()))
        .forEach(guide -> pages.find(guide.id()).ifPresent(page -> live.put(guide.id(), page)));
    Catalogue next = load.catalogue().with(this::followed);
    boolean complete = load.complete() && everyLivePageRead(next);
    if (!next.equals(applied) || (complete && !appliedWhole)) {
      SyncResult synced = sync.apply(next, complete);
      applied = next;
      coverage = Coverage.of(next);
      LOG.info(
          "Catalogue: {} guides, {} resources, {} sources; {} listed anew, {} taken away",
          next.guides().size(),
          next.resources().size(),
          next.sources().size(),
          synced.listed(),
          synced.removed());
    }
    appliedWhole = complete;
  }

  private Guide followed(Guide guide) {
    ImportedGuide page = live.get(guide.id());
    return page != null && guide.followsLivePage() ? page.followedBy(guide) : guide;
  }

  /** Until a followed page has been read, what it held before stays listed. */
  private boolean everyLivePageRead(Catalogue next) {
    return next.guides().stream().noneMatch(guide -> guide.sections().isEmpty());
  }

  private void report(CatalogueLoad next) {
    next.problems().stream()
        .filter(problem -> !load.problems().contains(problem))
        .forEach(problem -> LOG.warn("{}", problem));
  }
}
