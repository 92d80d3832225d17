package signpost.tools.finding;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import signpost.successor.PacedFetcher;
import signpost.successor.PacesInMemory;
import signpost.successor.RememberedPage;
import signpost.successor.SuccessorFinder;
import signpost.successor.SuccessorFinder.FoundSuccessor;
import signpost.successor.SuccessorWeights;
import signpost.tools.CannotStartException;
import signpost.tools.reading.ExtractedInput;
import signpost.tools.reading.InputReader;
import signpost.tools.reading.RedirectFollower;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.Outlink;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.SiteFetcher;
import signpost.web.health.RegistrableDomains;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;

/** Searches for addresses that died; hosts that somebody named may be private. */
public final class HomeSearch implements AutoCloseable {
  private final List<WebUrl> urls;
  private final MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn());
  private final SiteFetcher fetcher;
  private final RedirectFollower following;
  private final SuccessorFinder finder;

  /**
   * Prepares a search.
   *
   * @param urls the addresses, each once
   * @param named whose hosts may be private
   * @param authorities a PEM file of certificates believed besides the usual ones
   */
  public HomeSearch(
      List<WebUrl> urls,
      SiteFetcher.NamedSite named,
      Duration timeout,
      Duration delay,
      Optional<Path> authorities,
      String contact) {
    InstantSource clock = InstantSource.system();
    this.urls = urls;
    this.fetcher = new SiteFetcher(named, timeout, contact, authorities);
    this.following = new RedirectFollower(fetcher, named::has, clock);
    this.finder =
        new SuccessorFinder(
            new PacedFetcher(
                PoliteFetcher.of(following, pace(delay), clock), new PacesInMemory(clock)),
            reader,
            SuccessorWeights.builtIn());
  }

  private static PaceSettings pace(Duration delay) {
    PaceSettings usual = PaceSettings.usual();
    return new PaceSettings(
        delay,
        usual.maxDelay(),
        usual.backOff(),
        usual.retryCap(),
        usual.breakerAfter(),
        usual.breakerOpen());
  }

  /** In the order of the addresses; {@code was} is the page of one as it was. */
  List<FoundHome> homes(Optional<String> was, Optional<String> guide) throws InterruptedException {
    List<Outlink> links = guide.map(it -> page(it, urls.getFirst()).outlinks()).orElse(List.of());
    return found(url -> remembered(url, was, links), _ -> {});
  }

  /**
   * In the order of the addresses, known by the words of links to them; {@code done} is told how
   * many have been looked for.
   */
  public List<FoundHome> homes(Map<WebUrl, List<String>> words, IntConsumer done)
      throws InterruptedException {
    return found(url -> RememberedPage.unread(url, words.getOrDefault(url, List.of())), done);
  }

  /** Those of one publisher are asked for together. */
  private List<FoundHome> found(Function<WebUrl, RememberedPage> remembered, IntConsumer done)
      throws InterruptedException {
    Map<String, List<RememberedPage>> publishers = new LinkedHashMap<>();
    for (WebUrl url : urls) {
      publishers
          .computeIfAbsent(RegistrableDomains.publisher(url), _ -> new ArrayList<>())
          .add(remembered.apply(url));
    }
    Map<WebUrl, FoundHome> homes = new HashMap<>();
    for (List<RememberedPage> pages : publishers.values()) {
      done.accept(homes.size());
      List<FoundSuccessor> found = found(pages);
      for (int i = 0; i < pages.size(); i++) {
        FoundSuccessor it = found.get(i);
        WebUrl old = pages.get(i).url();
        homes.put(old, new FoundHome(old, it.outcome(), it.visits()));
      }
    }
    return urls.stream().map(it -> Objects.requireNonNull(homes.get(it))).toList();
  }

  private List<FoundSuccessor> found(List<RememberedPage> pages) throws InterruptedException {
    return pages.size() == 1
        ? List.of(finder.find(pages.getFirst(), SuccessorFinder.USUAL_BUDGET))
        : finder.findAll(pages, SuccessorFinder.REBUILT_BUDGET);
  }

  private RememberedPage remembered(WebUrl url, Optional<String> was, List<Outlink> links) {
    String place = Outlink.place(url);
    List<String> words =
        links.stream()
            .filter(it -> Outlink.place(it.url()).equals(place))
            .map(Outlink::text)
            .filter(it -> !it.isBlank())
            .distinct()
            .toList();
    return was.map(it -> RememberedPage.of(url, page(it, url), words))
        .orElseGet(() -> RememberedPage.unread(url, words));
  }

  private ReadablePage page(String input, WebUrl from) {
    var inputs =
        new InputReader(
            reader,
            following,
            Optional.empty(),
            Optional.of(from),
            Optional.empty(),
            InputStream.nullInputStream(),
            false);
    return switch (inputs.read(input).findFirst().orElseThrow()) {
      case ExtractedInput.ExtractedPage it -> it.page();
      case ExtractedInput.UnreadableInput it ->
          throw new CannotStartException(it.input() + ": " + it.detail() + ".");
    };
  }

  @Override
  public void close() {
    fetcher.close();
    reader.close();
  }
}
