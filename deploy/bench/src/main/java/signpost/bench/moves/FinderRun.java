package signpost.bench.moves;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.successor.ListedAddress;
import signpost.successor.PacedFetcher;
import signpost.successor.PacesInMemory;
import signpost.successor.RememberedPage;
import signpost.successor.SuccessorFinder;
import signpost.successor.SuccessorFinder.FoundSuccessor;
import signpost.successor.SuccessorOutcome;
import signpost.successor.SuccessorWeights;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchSettings;
import signpost.web.fetch.HttpFetcher;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;

/** Asks where the pages of one site went. */
record FinderRun(Path folder, SuccessorWeights weights, boolean withSitemap) {

  /** What was found of one case, and the answer that it is. */
  record FoundCase(MoveAnswer answer, FoundSuccessor found) {}

  /** A page as it is remembered, and as it was read. */
  record OldPage(MovedPage page, ReadablePage was, RememberedPage remembered) {}

  /** What asks for some pages of a site. */
  private interface SiteQuestion {
    List<FoundCase> ask(List<OldPage> olds, ServedSite site, SuccessorFinder finder)
        throws InterruptedException;
  }

  /** Each page by itself, as in life: nothing is kept in between. */
  List<FoundCase> alone(List<MovedPage> pages, int budget)
      throws IOException, InterruptedException {
    List<FoundCase> found = new ArrayList<>();
    for (MovedPage page : pages) {
      found.addAll(
          asked(
              List.of(page),
              (olds, site, finder) -> {
                FoundSuccessor one = finder.find(olds.getFirst().remembered(), budget);
                return List.of(answered(page, one, site.requests()));
              }));
    }
    return found;
  }

  /** All of them as those of one rebuild; the requests are shared out evenly. */
  List<FoundCase> rebuilt(List<MovedPage> pages, int each)
      throws IOException, InterruptedException {
    return asked(
        pages,
        (olds, site, finder) -> {
          List<FoundSuccessor> all =
              finder.findAll(olds.stream().map(OldPage::remembered).toList(), each);
          int requests = site.requests();
          List<FoundCase> found = new ArrayList<>();
          for (int i = 0; i < all.size(); i++) {
            int share = requests * (i + 1) / all.size() - requests * i / all.size();
            found.add(answered(pages.get(i), all.get(i), share));
          }
          return found;
        });
  }

  /** The pages as they were read before they went. */
  List<OldPage> read(List<MovedPage> pages) throws IOException, InterruptedException {
    List<OldPage> read = new ArrayList<>();
    asked(
        pages,
        (olds, _, _) -> {
          read.addAll(olds);
          return List.of();
        });
    return read;
  }

  private List<FoundCase> asked(List<MovedPage> pages, SiteQuestion question)
      throws IOException, InterruptedException {
    Path now = folder.resolve("now");
    InstantSource clock = InstantSource.system();
    try (var reader = new MediaPageReader(PublisherRules.builtIn());
        HttpFetcher fetcher = HttpFetcher.of(loopback(), "https://example.org/", Optional.empty());
        ServedSite before = ServedSite.of(List.of(folder.resolve("before"), now), false);
        ServedSite site = ServedSite.of(List.of(now), withSitemap)) {
      List<OldPage> olds = new ArrayList<>();
      for (MovedPage page : pages) {
        ReadablePage was =
            reader.pageOf(fetcher.fetch(FetchRequest.of(before.url(page.old())))).orElseThrow();
        olds.add(new OldPage(page, was, remembered(page, was, before, site)));
      }
      var paced =
          new PacedFetcher(PoliteFetcher.of(fetcher, hurried(), clock), new PacesInMemory(clock));
      return question.ask(olds, site, new SuccessorFinder(paced, reader, weights));
    }
  }

  private static FoundCase answered(MovedPage page, FoundSuccessor found, int requests) {
    Optional<String> offered =
        found.outcome() instanceof SuccessorOutcome.Offer offer
            ? Optional.of(offer.url().path())
            : Optional.empty();
    return new FoundCase(new MoveAnswer(page, offered, requests), found);
  }

  /** The page before it went, its address and links as they are served now. */
  private static RememberedPage remembered(
      MovedPage page, ReadablePage old, ServedSite before, ServedSite now) {
    RememberedPage read =
        RememberedPage.of(
            now.url(page.old()), old, page.linkTextIsOwn() ? List.of(page.linkText()) : List.of());
    List<ListedAddress> links =
        read.links().stream()
            .map(it ->
                new ListedAddress(
                    WebUrl.of(it.url().href().replace(before.base(), now.base())), it.words()))
            .toList();
    return new RememberedPage(
        read.url(),
        read.linkWords(),
        read.title(),
        read.headings(),
        read.text(),
        links,
        List.of(),
        read.media(),
        read.language(),
        Optional.empty());
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
