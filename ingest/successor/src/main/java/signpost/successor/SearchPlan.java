package signpost.successor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.successor.AddressBook.KnownAddress;
import signpost.successor.SearchRequest.SearchStep;
import signpost.successor.SuccessorDecision.WeighedCandidate;
import signpost.url.WebUrl;
import signpost.web.extract.GovUkContent;

/**
 * What to ask for next, cheapest first: what the publisher's records say, what stands at the old
 * address, what its publication holds now, which pages there are, what stands beside the old
 * address, then the most promising addresses until one is sure. Pure.
 */
final class SearchPlan {
  /** Below it an address has nothing in common with what is looked for. */
  private static final double PROMISING = 0.25;

  /** What promises so much of what the page found did may be as like. */
  private static final double RIVAL = 0.8;

  /** The same where that page is not quite certain. */
  private static final double RIVAL_OF_UNCERTAIN = 0.5;

  /** A name of so many words names one thing. */
  private static final int TELLING_NAME = 2;

  private static final double CERTAIN = 0.995;

  /** So many pages that listed the old one are read. */
  private static final int LISTINGS = 2;

  /** So many sitemaps are read for one site. */
  private static final int SITEMAPS = 3;

  /** So many documents of its publication are read. */
  private static final int DOCUMENTS = 3;

  private final SuccessorDecision decision;
  private final Predicate<WebUrl> hasRecords;

  /** {@code hasRecords}: whether a page's publisher has records that may be asked for. */
  SearchPlan(SuccessorDecision decision, Predicate<WebUrl> hasRecords) {
    this.decision = decision;
    this.hasRecords = hasRecords;
  }

  /** The next request; empty where the search ends. */
  Optional<SearchRequest> next(SuccessorSearch search) {
    return record(search)
        .or(() -> named(search, search.records().named().keySet()))
        .or(() -> isSettledByRecords(search) ? Optional.empty() : unsettled(search));
  }

  /** Then nobody needs to ask at the old address. */
  private boolean isSettledByRecords(SuccessorSearch search) {
    return search.said().isEmpty() && isSettledByPublisher(search);
  }

  private Optional<SearchRequest> record(SuccessorSearch search) {
    WebUrl old = search.old().url();
    boolean worth = !search.site().silence().isCertain() && hasRecords.test(old);
    return worth && !search.records().wasAsked(old)
        ? Optional.of(new SearchRequest(old, SearchStep.RECORD))
        : Optional.empty();
  }

  private Optional<SearchRequest> unsettled(SuccessorSearch search) {
    if (search.said().isEmpty() && !search.site().silence().isCertain()) {
      return Optional.of(new SearchRequest(search.old().url(), SearchStep.OLD_ADDRESS));
    }
    if (search.isThere()) {
      return Optional.empty();
    }
    return named(search, search.stated().keySet())
        .or(() -> isSettledByPublisher(search) ? Optional.empty() : looking(search));
  }

  /** What the publication that held it holds now: what is called so, then what promises most. */
  private Optional<SearchRequest> documents(SuccessorSearch search) {
    return holder(search)
        .map(it -> new SearchRequest(it, SearchStep.HOLDER))
        .or(() -> named(search, search.records().heirs(search.old())))
        .or(() -> promisingDocument(search));
  }

  private Optional<WebUrl> holder(SuccessorSearch search) {
    WebUrl old = search.old().url();
    return search
        .records()
        .holder()
        .or(search.old()::holder)
        .or(() -> hasRecords.test(old) ? GovUkContent.holderOf(old) : Optional.empty())
        .filter(it -> SharedHosts.publisher(it).equals(SharedHosts.publisher(old)))
        .filter(it -> hasRecords.test(it) && !search.records().wasAsked(it));
  }

  private static Optional<SearchRequest> promisingDocument(SuccessorSearch search) {
    Set<String> places = search.records().documentPlaces();
    return places.stream().filter(search.site()::wasAsked).count() >= DOCUMENTS || places.isEmpty()
        ? Optional.empty()
        : new AddressRanking(search)
            .best(it -> places.contains(it.place()) && !search.site().wasAsked(it.place()))
            .filter(it -> it.promise() >= PROMISING)
            .map(it -> new SearchRequest(it.address().url(), SearchStep.CANDIDATE));
  }

  /** What the search has led to so far; of a page whose words nobody knows, no more than a hint. */
  SuccessorOutcome outcome(SuccessorSearch search) {
    if (search.isThere()) {
      return new SuccessorOutcome.StillThere();
    }
    SuccessorOutcome outcome = SuccessorDecision.decide(weighed(search));
    return outcome instanceof SuccessorOutcome.Offer offer
            && (search.old().text().isBlank() || hasUnreadNamesake(search, offer))
        ? new SuccessorOutcome.Hint(offer.url(), offer.title(), offer.probability(), offer.reason())
        : outcome;
  }

  /** Whether another page, not read yet, has the very name that the old address had. */
  private static boolean hasUnreadNamesake(SuccessorSearch search, SuccessorOutcome.Offer offer) {
    WebUrl old = search.old().url();
    String name = AddressWords.slug(old);
    return AddressWords.slugWords(old).size() >= TELLING_NAME
        && !AddressWords.slug(offer.url()).equals(name)
        && search.addresses().all().stream()
            .filter(it -> it.listed() && it.parts().slug().equals(name))
            .anyMatch(it -> !search.wasAsked(it.url()));
  }

  List<WeighedCandidate> weighed(SuccessorSearch search) {
    return decision.weigh(
        search.old(), search.answer(), search.addresses().names(), search.candidates());
  }

  private static Optional<SearchRequest> named(SuccessorSearch search, Set<String> places) {
    return search.addresses().all().stream()
        .filter(it -> places.contains(it.place()))
        .filter(it -> !search.wasAsked(it.url()))
        .findFirst()
        .map(it -> new SearchRequest(it.url(), SearchStep.CANDIDATE));
  }

  private boolean isSettledByPublisher(SuccessorSearch search) {
    return search.candidates().stream().anyMatch(it -> it.stated().isPresent())
        && outcome(search) instanceof SuccessorOutcome.Offer;
  }

  private Optional<SearchRequest> looking(SuccessorSearch search) {
    Optional<SearchRequest> listed =
        documents(search)
            .or(() -> listing(search))
            .or(() -> named(search, search.listed().keySet()));
    if (listed.isPresent()) {
      return listed;
    }
    return outcome(search) instanceof SuccessorOutcome.Offer offer
        ? promising(search, Optional.of(offer))
        : sitemap(search).or(() -> beside(search)).or(() -> promising(search, Optional.empty()));
  }

  /** A page that listed the old one. */
  private static Optional<SearchRequest> listing(SuccessorSearch search) {
    return search.old().listedOn().stream()
        .map(ListedAddress::url)
        .filter(it -> SharedHosts.publisher(it).equals(SharedHosts.publisher(search.old().url())))
        .limit(LISTINGS)
        .filter(it -> !search.wasAsked(it))
        .findFirst()
        .map(it -> new SearchRequest(it, SearchStep.LISTING));
  }

  private static Optional<SearchRequest> sitemap(SuccessorSearch search) {
    var ranking = new AddressRanking(search);
    SiteMemory site = search.site();
    return site.lists().asked() >= SITEMAPS
        ? Optional.empty()
        : site.lists().left().stream()
            .max(Comparator.comparingDouble(ranking::named))
            .map(it -> new SearchRequest(it, SearchStep.SITEMAP));
  }

  /** The nearest page above; where no list says which there are, a folder, then the front. */
  private static Optional<SearchRequest> beside(SuccessorSearch search) {
    int deepest =
        search.site().pages().stream()
            .filter(it -> isAbove(it.url(), search.old().url()))
            .mapToInt(it -> AddressWords.steps(it.url()).size())
            .max()
            .orElse(-1);
    boolean blind = !search.site().lists().useful() && deepest < 0;
    return (blind ? guess(search) : Optional.<WebUrl>empty())
        .or(() -> above(search, deepest))
        .map(it -> new SearchRequest(it, SearchStep.LISTING));
  }

  /** The folder above, then each time the one half as deep, for any page has the site's parts. */
  private static Optional<WebUrl> guess(SuccessorSearch search) {
    WebUrl old = search.old().url();
    List<String> steps = Stream.of(old.path().split("/", -1)).filter(it -> !it.isEmpty()).toList();
    return Stream.iterate(steps.size() - 1, it -> it >= 0, it -> it == 0 ? -1 : it / 2)
        .map(it -> it == 0 ? "/" : "/" + String.join("/", steps.subList(0, it)) + "/")
        .flatMap(it -> old.resolve(it).stream())
        .filter(it -> !search.wasAsked(it))
        .findFirst();
  }

  private static Optional<WebUrl> above(SuccessorSearch search, int deepest) {
    int depth = AddressWords.steps(search.old().url()).size();
    return search.addresses().all().stream()
        .filter(KnownAddress::listed)
        .filter(it -> it.parts().depth() > deepest && it.parts().depth() < depth)
        .filter(it -> isAbove(it.url(), search.old().url()) && !search.wasAsked(it.url()))
        .max(Comparator.comparingInt(it -> it.parts().depth()))
        .map(KnownAddress::url);
  }

  private static boolean isAbove(WebUrl folder, WebUrl page) {
    List<String> steps = AddressWords.steps(folder);
    List<String> all = AddressWords.steps(page);
    return folder.origin().equals(page.origin())
        && steps.size() < all.size()
        && all.subList(0, steps.size()).equals(steps);
  }

  private static double rival(SuccessorOutcome.Offer found) {
    return found.probability() >= CERTAIN ? RIVAL : RIVAL_OF_UNCERTAIN;
  }

  private static Optional<SearchRequest> promising(
      SuccessorSearch search, Optional<SuccessorOutcome.Offer> found) {
    var ranking = new AddressRanking(search);
    boolean useful = search.site().lists().useful();
    double enough =
        found
            .flatMap(
                it -> search.addresses().at(it.url()).map(at -> rival(it) * ranking.promise(at)))
            .orElse(useful ? PROMISING : 0);
    return ranking
        .best(it -> !search.site().wasAsked(it.place()))
        .filter(it -> it.promise() >= enough)
        .map(it -> new SearchRequest(it.address().url(), SearchStep.CANDIDATE));
  }
}
