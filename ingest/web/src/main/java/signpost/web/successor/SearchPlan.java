package signpost.web.successor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import signpost.url.WebUrl;
import signpost.web.successor.AddressBook.KnownAddress;
import signpost.web.successor.SearchRequest.SearchStep;
import signpost.web.successor.SuccessorDecision.WeighedCandidate;

/**
 * What to ask for next, cheapest first: what the publisher says, which pages there are, what stands
 * beside the old address, then the most promising addresses until one is sure. Pure.
 */
final class SearchPlan {
  /** Below it an address has nothing in common with what is looked for. */
  private static final double PROMISING = 0.25;

  /** What promises so much of what the page found did may be as like. */
  private static final double RIVAL = 0.8;

  /** So many sitemaps are read for one page. */
  private static final int SITEMAPS = 3;

  private final SuccessorDecision decision;

  SearchPlan(SuccessorDecision decision) {
    this.decision = decision;
  }

  /** The next request; empty where the search ends. */
  Optional<SearchRequest> next(SuccessorSearch search) {
    if (!search.wasAsked(search.old().url())) {
      return Optional.of(new SearchRequest(search.old().url(), SearchStep.OLD_ADDRESS));
    }
    return stated(search)
        .or(() -> isSettledByPublisher(search) ? Optional.empty() : looking(search));
  }

  /** What the search has led to so far. */
  SuccessorOutcome outcome(SuccessorSearch search) {
    return SuccessorDecision.decide(weighed(search));
  }

  List<WeighedCandidate> weighed(SuccessorSearch search) {
    return decision.weigh(
        search.old(), search.said().page(), search.addresses().names(), search.candidates());
  }

  private Optional<SearchRequest> stated(SuccessorSearch search) {
    return search.addresses().all().stream()
        .filter(it -> search.said().stated().contains(AddressBook.place(it.url())))
        .filter(it -> !search.wasAsked(it.url()))
        .findFirst()
        .map(it -> new SearchRequest(it.url(), SearchStep.CANDIDATE));
  }

  private boolean isSettledByPublisher(SuccessorSearch search) {
    return search.candidates().stream().anyMatch(CandidatePage::stated)
        && outcome(search) instanceof SuccessorOutcome.Offer;
  }

  private Optional<SearchRequest> looking(SuccessorSearch search) {
    return sitemap(search).or(() -> beside(search)).or(() -> promising(search));
  }

  private static Optional<SearchRequest> sitemap(SuccessorSearch search) {
    var ranking = new AddressRanking(search.old(), search.addresses().names());
    List<KnownAddress> left =
        search.lists().left().stream().map(it -> new KnownAddress(it, Set.of())).toList();
    return search.lists().asked() >= SITEMAPS
        ? Optional.empty()
        : AddressRanking.rank(left, ranking::promise).stream()
            .findFirst()
            .map(it -> new SearchRequest(it.address().url(), SearchStep.SITEMAP));
  }

  /** The nearest page above; where no list says which there are, its folder, then the front. */
  private static Optional<SearchRequest> beside(SuccessorSearch search) {
    int deepest =
        search.candidates().stream()
            .filter(it -> isAbove(it.url(), search.old().url()))
            .mapToInt(it -> AddressWords.steps(it.url()).size())
            .max()
            .orElse(-1);
    return (search.lists().useful() || deepest >= 0 ? Optional.<WebUrl>empty() : guess(search))
        .or(() -> above(search, deepest))
        .map(it -> new SearchRequest(it, SearchStep.LISTING));
  }

  private static Optional<WebUrl> guess(SuccessorSearch search) {
    WebUrl old = search.old().url();
    return Stream.of(old.path().endsWith("/") ? ".." : ".", "/")
        .flatMap(it -> old.resolve(it).stream())
        .filter(it -> !search.wasAsked(it))
        .findFirst();
  }

  private static Optional<WebUrl> above(SuccessorSearch search, int deepest) {
    return search.addresses().all().stream()
        .map(KnownAddress::url)
        .filter(it -> isAbove(it, search.old().url()) && !search.wasAsked(it))
        .filter(it -> AddressWords.steps(it).size() > deepest)
        .max(Comparator.comparingInt(it -> AddressWords.steps(it).size()));
  }

  private static boolean isAbove(WebUrl folder, WebUrl page) {
    List<String> steps = AddressWords.steps(folder);
    List<String> all = AddressWords.steps(page);
    return folder.origin().equals(page.origin())
        && steps.size() < all.size()
        && all.subList(0, steps.size()).equals(steps);
  }

  private Optional<SearchRequest> promising(SuccessorSearch search) {
    var ranking = new AddressRanking(search.old(), search.addresses().names());
    ToDoubleFunction<KnownAddress> promise =
        search.lists().useful() ? ranking::promise : ranking::onTheWay;
    double least = search.lists().useful() ? PROMISING : 0;
    List<KnownAddress> left =
        search.addresses().all().stream().filter(it -> !search.wasAsked(it.url())).toList();
    return AddressRanking.rank(left, promise).stream()
        .findFirst()
        .filter(it -> it.promise() >= Math.max(least, RIVAL * found(search, promise)))
        .map(it -> new SearchRequest(it.address().url(), SearchStep.CANDIDATE));
  }

  /** What the page promised that is sure by now; 0 if none is. */
  private double found(SuccessorSearch search, ToDoubleFunction<KnownAddress> promise) {
    return outcome(search) instanceof SuccessorOutcome.Offer offer
        ? search.addresses().at(offer.url()).map(promise::applyAsDouble).orElse(0.0)
        : 0;
  }
}
