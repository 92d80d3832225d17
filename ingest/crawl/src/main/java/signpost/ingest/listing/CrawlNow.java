package signpost.ingest.listing;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.catalogue.Guide;
import signpost.ingest.frontier.Frontier;
import signpost.url.CanonicalUrl;

/**
 * Makes a guide, a source or a host due now. Each page still waits for its host's turn: politeness
 * is not ours to give away.
 */
@Singleton
public final class CrawlNow {
  private final CatalogueStep catalogue;
  private final Frontier frontier;
  private final InstantSource clock;

  CrawlNow(CatalogueStep catalogue, Frontier frontier, @Named("clock") InstantSource clock) {
    this.catalogue = catalogue;
    this.frontier = frontier;
    this.clock = clock;
  }

  /**
   * The page of a guide and all that it signposts to; how many are due, or nothing for no guide.
   */
  public Optional<Integer> guide(String id) {
    return catalogue.current().guides().stream()
        .filter(guide -> guide.id().equals(id))
        .findFirst()
        .map(guide -> frontier.runNow(pagesOf(guide), clock.instant()));
  }

  /** All known pages of a source; how many are due, or nothing for no source. */
  public Optional<Integer> source(String id) {
    return catalogue.byId(id).map(source -> frontier.runSourceNow(source.id(), clock.instant()));
  }

  /** All that is watched on a host; how many are due, or nothing for no host of ours. */
  public Optional<Integer> host(String origin) {
    return Optional.of(frontier.runHostNow(origin, clock.instant())).filter(due -> due > 0);
  }

  /** What is visited for a guide's sake. */
  public static List<CanonicalUrl> pagesOf(Guide guide) {
    return Stream.concat(
            guide.url().map(CanonicalUrl::of).stream(),
            guide.sections().stream()
                .flatMap(section -> section.placements().stream())
                .flatMap(placement -> placement.resource().stream()))
        .distinct()
        .toList();
  }
}
