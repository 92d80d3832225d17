package signpost.ingest.listing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import signpost.events.PlacementRef;
import signpost.ingest.IngestConfig;
import signpost.ingest.listing.ListingSync.SyncResult;
import signpost.ingest.visit.ActiveSources;
import signpost.record.AwayException;
import signpost.url.CanonicalUrl;
import signpost.web.guide.ImportedGuide;

/** Looks at the catalogue's folder, and applies it when it says something new. */
@Singleton
public final class CatalogueStep implements ActiveSources {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueStep.class);

  private final IngestConfig config;
  private final ListingSync sync;
  private final GuideWatching watching;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile CatalogueLoad load = CatalogueLoad.NOTHING;
  private volatile Catalogue applied = Catalogue.EMPTY;
  private volatile Coverage coverage = Coverage.of(Catalogue.EMPTY);

  /**
   * Whether what is in force was applied as all there is. So it counts at first: a folder that was
   * empty ever since we started may be a disk that is not there yet, and ends nothing. Files that
   * were seen, if only broken ones, and then deleted were deleted on purpose.
   */
  private boolean appliedWhole = true;

  private boolean looked;

  CatalogueStep(IngestConfig config, ListingSync sync, GuideWatching watching) {
    this.config = config;
    this.sync = sync;
    this.watching = watching;
  }

  /** What is in force now. */
  public Catalogue current() {
    return applied;
  }

  @Override
  public Optional<Source> byId(String id) {
    return applied.sources().stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /** The guides whose own page this is. */
  List<Guide> guidesAt(CanonicalUrl page) {
    return load.catalogue().guides().stream()
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
      looked = true;
    } finally {
      looking.unlock();
    }
  }

  /** Takes in a guide's live page as just read. */
  void read(Guide guide, ImportedGuide page) {
    looking.lock();
    try {
      switch (watching.read(guide, page)) {
        case NOTHING -> {}
        case SEEN_ONCE -> sync.readAgain(guide.url().map(CanonicalUrl::of).stream().toList());
        case CHANGED -> apply();
      }
    } finally {
      looking.unlock();
    }
  }

  /**
   * Takes in what a guide's owner said of the address of a line, where that is still what is asked.
   *
   * @throws AwayException before the folder was read, when nobody knows what is asked
   */
  public void confirm(PlacementRef place, AddressAnswer answer, Instant at) {
    looking.lock();
    try {
      if (!looked) {
        throw new AwayException(
            "The catalogue has not been read yet", new IllegalStateException("not applied"));
      }
      AskedLine.of(applied, load.catalogue(), watching.confirmed(place.guide()), place)
          .flatMap(line -> line.confirmed(answer, at))
          .filter(said -> watching.confirm(place.guide(), said))
          .ifPresent(_ -> apply());
    } finally {
      looking.unlock();
    }
  }

  private void apply() {
    Catalogue next = whole();
    if (!next.equals(applied) || (isComplete(next) && !appliedWhole)) {
      watching.refresh(); // what another process read of a page meanwhile is not taken away
      next = whole();
      apply(next);
    }
    appliedWhole = isComplete(next);
  }

  private void apply(Catalogue next) {
    SyncResult synced = sync.apply(next, isComplete(next), unread(next));
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

  /** What the files say, with what is known beside them. */
  private Catalogue whole() {
    return load.catalogue().with(watching::watched);
  }

  /** Until a followed page has been read, what it held before stays listed. */
  private boolean isComplete(Catalogue next) {
    return load.complete() && next.guides().stream().noneMatch(guide -> guide.sections().isEmpty());
  }

  /**
   * Pages of guides that were never read as that: visits for somebody else's sake may have seen
   * them, and until they are read nothing is taken away.
   */
  private List<CanonicalUrl> unread(Catalogue next) {
    return next.guides().stream()
        .filter(watching::isUnread)
        .flatMap(guide -> guide.url().stream())
        .map(CanonicalUrl::of)
        .toList();
  }

  private void report(CatalogueLoad next) {
    next.problems().stream()
        .filter(problem -> !load.problems().contains(problem))
        .forEach(problem -> LOG.warn("{}", problem));
  }
}
