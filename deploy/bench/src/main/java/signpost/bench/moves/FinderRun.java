package signpost.bench.moves;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchSettings;
import signpost.web.fetch.HttpFetcher;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;
import signpost.web.successor.RememberedPage;
import signpost.web.successor.SuccessorFinder;
import signpost.web.successor.SuccessorFinder.FoundSuccessor;
import signpost.web.successor.SuccessorOutcome;
import signpost.web.successor.SuccessorWeights;

/** Asks for each dead address of one site by itself, as in life: nothing is kept in between. */
record FinderRun(Path folder, SuccessorWeights weights, int budget, boolean withSitemap) {

  /** What was found of one case, and the answer that it is. */
  record FoundCase(MoveAnswer answer, FoundSuccessor found, ReadablePage was) {}

  List<FoundCase> run(List<MovedPage> pages) throws IOException, InterruptedException {
    Path now = folder.resolve("now");
    List<FoundCase> found = new ArrayList<>();
    try (var reader = new MediaPageReader(PublisherRules.builtIn());
        HttpFetcher fetcher = HttpFetcher.of(loopback(), "https://example.org/", Optional.empty());
        ServedSite before = ServedSite.of(List.of(folder.resolve("before"), now), false);
        ServedSite site = ServedSite.of(List.of(now), withSitemap)) {
      for (MovedPage page : pages) {
        ReadablePage old =
            reader.pageOf(fetcher.fetch(FetchRequest.of(before.url(page.old())))).orElseThrow();
        RememberedPage remembered = remembered(page, old, before, site);
        found.add(find(page, remembered, old, fetcher, reader, site));
      }
    }
    return found;
  }

  private FoundCase find(
      MovedPage page,
      RememberedPage old,
      ReadablePage was,
      HttpFetcher fetcher,
      MediaPageReader reader,
      ServedSite site)
      throws InterruptedException {
    site.requests();
    InstantSource clock = InstantSource.system();
    var polite = PoliteFetcher.of(fetcher, hurried(), clock);
    FoundSuccessor found = new SuccessorFinder(polite, reader, weights, clock).find(old, budget);
    Optional<String> offered =
        found.outcome() instanceof SuccessorOutcome.Offer offer
            ? Optional.of(offer.url().path())
            : Optional.empty();
    return new FoundCase(new MoveAnswer(page, offered, site.requests()), found, was);
  }

  /** The page before it went, its address and links as they are served now. */
  private static RememberedPage remembered(
      MovedPage page, ReadablePage old, ServedSite before, ServedSite now) {
    RememberedPage read =
        RememberedPage.of(
            now.url(page.old()), old, page.linkTextIsOwn() ? List.of(page.linkText()) : List.of());
    List<WebUrl> links =
        read.links().stream()
            .map(it -> WebUrl.of(it.href().replace(before.base(), now.base())))
            .toList();
    return new RememberedPage(
        read.url(),
        read.linkWords(),
        read.title(),
        read.headings(),
        read.text(),
        links,
        read.media(),
        read.language());
  }

  private static PaceSettings hurried() {
    Duration none = Duration.ZERO;
    return new PaceSettings(none, none, none, none, 3, none);
  }

  static FetchSettings loopback() {
    FetchSettings usual = FetchSettings.usual();
    return new FetchSettings(
        usual.timeout(),
        usual.dnsTimeout(),
        usual.connectTimeout(),
        usual.readTimeout(),
        usual.maxBytes(),
        usual.maxRatio(),
        usual.minBytesPerSecond(),
        usual.maxHops(),
        usual.maxHeaderLine(),
        usual.maxHeaders(),
        List.of(),
        List.of("127.0.0.1/32:*"),
        Set.of(),
        Optional.empty());
  }
}
