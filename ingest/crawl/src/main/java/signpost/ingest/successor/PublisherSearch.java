package signpost.ingest.successor;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.PageSuccessor;
import signpost.events.ShortenedText;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.HostTurns;
import signpost.ingest.successor.RememberedTargets.RememberedTarget;
import signpost.ingest.successor.SearchedTarget.SearchResult;
import signpost.record.TroubleCause;
import signpost.successor.PacedFetcher;
import signpost.successor.PacedFetcher.AskedSite;
import signpost.successor.RememberedPage;
import signpost.successor.SuccessorFinder;
import signpost.successor.SuccessorFinder.FoundSuccessor;
import signpost.successor.SuccessorOutcome;
import signpost.successor.SuccessorWeights;
import signpost.successor.UnfitPage;
import signpost.url.AddressLength;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchRequest;
import signpost.web.health.Observation;
import signpost.web.health.StatusPolicy;
import signpost.web.politeness.PoliteFetcher;

/** Asks one publisher's site where pages went, and whether those it was found to have are there. */
@Singleton
final class PublisherSearch {
  private static final Logger LOG = LoggerFactory.getLogger(PublisherSearch.class);

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

  /** What one attempt comes to. */
  private interface SearchAttempt {
    SearchResult result() throws InterruptedException;
  }

  /** Gives what the attempt for each target came to as soon as that is known. */
  void look(
      Map<SearchedTarget, RememberedTarget> targets, BiConsumer<SearchedTarget, SearchResult> known)
      throws InterruptedException {
    Map<SearchedTarget, RememberedPage> asked = new LinkedHashMap<>();
    for (var each : targets.entrySet()) {
      SearchedTarget target = each.getKey();
      Optional<String> nowhere = EndingStage.nowhereToLook(each.getValue().health());
      Optional<String> before = target.found().flatMap(PageSuccessor::address);
      if (before.isPresent()) {
        known.accept(
            target,
            attempt(target, () -> lookedAt(each.getValue().page(), WebUrl.of(before.get()))));
      } else if (nowhere.isPresent()) {
        known.accept(target, searched(new PageSuccessor.NotFound(nowhere.get())));
      } else {
        asked.put(target, each.getValue().page());
      }
    }
    if (asked.size() < REBUILT || !together(asked, known)) {
      each(asked, known);
    }
  }

  private void each(
      Map<SearchedTarget, RememberedPage> pages, BiConsumer<SearchedTarget, SearchResult> known)
      throws InterruptedException {
    for (var each : pages.entrySet()) {
      known.accept(each.getKey(), attempt(each.getKey(), () -> alone(each.getValue())));
    }
  }

  private SearchResult alone(RememberedPage page) throws InterruptedException {
    PacedFetcher asking = asking();
    return result(page, finder(asking).find(page, SuccessorFinder.USUAL_BUDGET), asking);
  }

  /** Whether it could be done for all of them: one at which we fail is found by asking for each. */
  @SuppressWarnings("checkstyle:IllegalCatch") // one target must not stop another
  private boolean together(
      Map<SearchedTarget, RememberedPage> pages, BiConsumer<SearchedTarget, SearchResult> known)
      throws InterruptedException {
    PacedFetcher asking = asking();
    List<RememberedPage> olds = List.copyOf(pages.values());
    List<FoundSuccessor> found;
    try {
      found = finder(asking).findAll(olds, SuccessorFinder.REBUILT_BUDGET);
    } catch (RuntimeException e) {
      unlessPassing(e);
      LOG.warn("Pages cannot be looked for together, and are one by one", e);
      return false;
    }
    Iterator<FoundSuccessor> each = found.iterator();
    pages.forEach((target, page) -> known.accept(target, result(page, each.next(), asking)));
    return true;
  }

  @SuppressWarnings("checkstyle:IllegalCatch") // one target must not stop another
  private static SearchResult attempt(SearchedTarget target, SearchAttempt attempt)
      throws InterruptedException {
    try {
      return attempt.result();
    } catch (RuntimeException e) {
      unlessPassing(e);
      LOG.error(
          "Looking for {} fails and is put off by {} h",
          target.target(),
          SearchedTarget.PUT_OFF.toHours(),
          e);
      return new SearchResult.Failed();
    }
  }

  private static void unlessPassing(RuntimeException thrown) {
    if (TroubleCause.of(thrown).isPassing()) {
      throw thrown;
    }
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
  private SearchResult lookedAt(RememberedPage old, WebUrl url) throws InterruptedException {
    return asking().visit(FetchRequest.of(url)).filter(it -> isMissing(old, it)).isPresent()
        ? new SearchResult.NotThere()
        : new SearchResult.StillThere();
  }

  /** By the rule that an offer is made by. */
  private boolean isMissing(RememberedPage old, FetchOutcome outcome) {
    Optional<ReadablePage> page = reader.pageOf(outcome);
    return switch (StatusPolicy.of(outcome, page)) {
      case Observation.TargetWorks _ ->
          page.flatMap(it -> UnfitPage.of(outcome.at(), it, old, Optional.empty())).isPresent();
      case Observation.TargetFails it -> !it.failure().isSilence();
      case Observation.StillThere _,
          Observation.WalledTarget _,
          Observation.InsecureTarget _,
          Observation.NotAsked _ ->
          false;
    };
  }
}
