package signpost.ingest.successor;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.events.PageSuccessor;
import signpost.events.ShortenedText;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.HostTurns;
import signpost.ingest.successor.RememberedTargets.RememberedTarget;
import signpost.ingest.successor.SearchedTarget.SearchResult;
import signpost.successor.PacedFetcher;
import signpost.successor.PacedFetcher.AskedSite;
import signpost.successor.RememberedPage;
import signpost.successor.SuccessorFinder;
import signpost.successor.SuccessorFinder.FoundSuccessor;
import signpost.successor.SuccessorOutcome;
import signpost.successor.SuccessorWeights;
import signpost.url.AddressLength;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.fetch.FetchRequest;
import signpost.web.health.Observation;
import signpost.web.health.StatusPolicy;
import signpost.web.politeness.PoliteFetcher;

/** Asks one publisher's site where pages went, and whether those it was found to have are there. */
@Singleton
final class PublisherSearch {
  /** From so many on they are looked for together, as those of a site that was rebuilt. */
  private static final int REBUILT = 3;

  private static final int MOST_TITLE = 300;

  private final PoliteFetcher fetcher;
  private final MediaPageReader reader;
  private final HostTurns turns;
  private final IngestConfig config;
  private final InstantSource clock;
  private final InstantSource wall;
  private final SuccessorWeights weights = SuccessorWeights.builtIn();

  PublisherSearch(
      PoliteFetcher fetcher,
      MediaPageReader reader,
      HostTurns turns,
      IngestConfig config,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.fetcher = fetcher;
    this.reader = reader;
    this.turns = turns;
    this.config = config;
    this.clock = clock;
    this.wall = wall;
  }

  /** What the attempt for each target came to. */
  Map<SearchedTarget, SearchResult> results(Map<SearchedTarget, RememberedTarget> targets)
      throws InterruptedException {
    Map<SearchedTarget, SearchResult> results = new LinkedHashMap<>();
    Map<SearchedTarget, RememberedPage> asked = new LinkedHashMap<>();
    for (var each : targets.entrySet()) {
      Optional<String> nowhere = EndingStage.nowhereToLook(each.getValue().health());
      Optional<String> before = each.getKey().found().flatMap(PageSuccessor::address);
      if (before.isPresent()) {
        results.put(each.getKey(), lookedAt(WebUrl.of(before.get())));
      } else if (nowhere.isPresent()) {
        results.put(
            each.getKey(), new SearchResult.Searched(new PageSuccessor.NotFound(nowhere.get())));
      } else {
        asked.put(each.getKey(), each.getValue().page());
      }
    }
    Iterator<SearchResult> searched = searched(List.copyOf(asked.values())).iterator();
    asked.keySet().forEach(it -> results.put(it, searched.next()));
    return results;
  }

  /** In the order of the pages. */
  private List<SearchResult> searched(List<RememberedPage> pages) throws InterruptedException {
    return pages.size() < REBUILT ? each(pages) : together(pages);
  }

  private List<SearchResult> each(List<RememberedPage> pages) throws InterruptedException {
    List<SearchResult> results = new ArrayList<>();
    for (RememberedPage page : pages) {
      PacedFetcher asking = asking();
      FoundSuccessor found = finder(asking).find(page, SuccessorFinder.USUAL_BUDGET);
      results.add(result(page, found, asking));
    }
    return results;
  }

  private List<SearchResult> together(List<RememberedPage> pages) throws InterruptedException {
    PacedFetcher asking = asking();
    List<FoundSuccessor> found = finder(asking).findAll(pages, SuccessorFinder.REBUILT_BUDGET);
    List<SearchResult> results = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      results.add(result(pages.get(i), found.get(i), asking));
    }
    return results;
  }

  private PacedFetcher asking() {
    return new PacedFetcher(fetcher, new LeasedPaces(turns, clock, wall, config.lease()));
  }

  private SuccessorFinder finder(PacedFetcher asking) {
    return new SuccessorFinder(asking, reader, weights);
  }

  private static SearchResult result(
      RememberedPage page, FoundSuccessor found, PacedFetcher asking) {
    return switch (found.outcome()) {
      case SuccessorOutcome.Offer it when isUsable(it.url()) ->
          searched(new PageSuccessor.Offered(it.url().href(), title(it.title()), it.reason()));
      case SuccessorOutcome.Hint it when isUsable(it.url()) ->
          searched(new PageSuccessor.Hinted(it.url().href(), title(it.title()), it.reason()));
      case SuccessorOutcome.Offer _, SuccessorOutcome.Hint _ ->
          searched(new PageSuccessor.NotFound("Its new address is too long to be used"));
      case SuccessorOutcome.StillThere _ ->
          new SearchResult.Unsettled("It was at its address again when we looked for it");
      case SuccessorOutcome.Nothing(String reason) ->
          nothing(reason, asking.asked(page.url()), page.url().host());
    };
  }

  /** Where the site did not say all that it was asked for, the page may be there yet. */
  private static SearchResult nothing(String reason, AskedSite site, String host) {
    return site.isHeard()
        ? searched(new PageSuccessor.NotFound(where(reason, site.answered(), host)))
        : new SearchResult.Unsettled(host + " did not answer all that we asked");
  }

  private static SearchResult searched(PageSuccessor successor) {
    return new SearchResult.Searched(successor);
  }

  private static String where(String reason, int asked, String host) {
    return "%s; we asked for %s of %s"
        .formatted(reason, asked == 1 ? "one address" : asked + " addresses", host);
  }

  private static boolean isUsable(WebUrl url) {
    return url.web() && !url.hasUserinfo() && AddressLength.fits(url);
  }

  private static String title(String title) {
    return ShortenedText.to(MOST_TITLE, title);
  }

  /** A page that was found, again: what nobody can see now does not speak against it. */
  private SearchResult lookedAt(WebUrl url) throws InterruptedException {
    return asking()
        .visit(FetchRequest.of(url))
        .map(it -> StatusPolicy.of(it, reader.pageOf(it)))
        .map(PublisherSearch::standing)
        .orElseGet(SearchResult.StillThere::new);
  }

  private static SearchResult standing(Observation seen) {
    boolean missing =
        switch (seen) {
          case Observation.TargetWorks it -> it.ending().isPresent();
          case Observation.TargetFails it -> !it.failure().isSilence();
          case Observation.StillThere _,
              Observation.WalledTarget _,
              Observation.InsecureTarget _,
              Observation.NotAsked _ ->
              false;
        };
    return missing ? new SearchResult.NotThere() : new SearchResult.StillThere();
  }
}
