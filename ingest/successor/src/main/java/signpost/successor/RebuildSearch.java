package signpost.successor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import signpost.successor.SuccessorFinder.FoundSuccessor;

/**
 * The search for pages that moved together. In each round every page that was not found yet is
 * looked for by one request more, with what the others taught; where requests are left, pages that
 * may be as like as those found are read. At the end all are judged by all that was read.
 */
final class RebuildSearch {
  private final SearchPlan plan;
  private final AskedSearch asking;
  private final List<SuccessorSearch> searches = new ArrayList<>();
  private final int[] visits;
  private SiteMemory site;
  private int left;

  /** What asks, and gives what the search has come to. */
  interface AskedSearch {
    SuccessorSearch after(SuccessorSearch search, SearchRequest request)
        throws InterruptedException;
  }

  /** {@code most}: so many visits for all. */
  RebuildSearch(SearchPlan plan, AskedSearch asking, List<RememberedPage> olds, int most) {
    this.plan = plan;
    this.asking = asking;
    this.site = SiteMemory.fresh(olds.getFirst().url());
    this.visits = new int[olds.size()];
    this.left = most;
    for (RememberedPage old : olds) {
      site = site.remembering(old);
    }
    olds.forEach(it -> searches.add(SuccessorSearch.begin(it, site)));
  }

  List<FoundSuccessor> findAll() throws InterruptedException {
    while (left > 0 && (round(false) || round(true))) {
      // Each round asks for something, or it was the last.
    }
    return IntStream.range(0, visits.length).mapToObj(this::found).toList();
  }

  /** Whether anything was asked for those that were found, or were not. */
  private boolean round(boolean foundOnes) throws InterruptedException {
    int before = left;
    for (int i = 0; i < visits.length && left > 0; i++) {
      SuccessorSearch search = resumed(i);
      if (isFound(search) == foundOnes) {
        step(i, search);
      }
    }
    return left < before;
  }

  private void step(int i, SuccessorSearch search) throws InterruptedException {
    Optional<SearchRequest> next = plan.next(search);
    if (next.isPresent()) {
      SuccessorSearch after = asking.after(search, next.get());
      left--;
      visits[i]++;
      site = after.site();
      searches.set(i, after);
      learn(after);
    }
  }

  private void learn(SuccessorSearch search) {
    if (plan.outcome(search) instanceof SuccessorOutcome.Offer offer) {
      site = site.knowing(new KnownMove(search.old().url(), offer.url()));
    }
  }

  private boolean isFound(SuccessorSearch search) {
    return plan.outcome(search) instanceof SuccessorOutcome.Offer;
  }

  private SuccessorSearch resumed(int i) {
    SuccessorSearch search = searches.get(i);
    return search.resumed(withListings(search.old()), site);
  }

  /** Pages that listed it and moved themselves list it where they are now. */
  private RememberedPage withListings(RememberedPage old) {
    List<ListedAddress> listings = new ArrayList<>(old.listedOn());
    String place = AddressBook.place(old.url());
    for (SuccessorSearch other : searches) {
      site.movedTo(other.old().url())
          .ifPresent(home ->
              other.old().links().stream()
                  .filter(it -> AddressBook.place(it.url()).equals(place))
                  .map(it -> new ListedAddress(home, it.words()))
                  .filter(it -> !listings.contains(it))
                  .forEach(listings::add));
    }
    return old.listedOn(listings);
  }

  private FoundSuccessor found(int i) {
    SuccessorSearch last = resumed(i);
    return new FoundSuccessor(plan.outcome(last), plan.weighed(last), visits[i]);
  }
}
