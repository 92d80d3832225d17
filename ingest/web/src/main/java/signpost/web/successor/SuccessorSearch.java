package signpost.web.successor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.url.WebUrl;
import signpost.web.extract.ReadablePage;
import signpost.web.successor.SearchAnswer.NoAnswer;
import signpost.web.successor.SearchAnswer.PageAnswer;
import signpost.web.successor.SearchAnswer.SitemapAnswer;
import signpost.web.successor.SearchRequest.SearchStep;

/**
 * How far the search for one page has come. Immutable: an answer makes the next state of it.
 *
 * @param asked places that were asked for
 * @param lists what is known of sitemaps
 * @param said what the publisher says at the old address
 * @param candidates pages that were read
 */
record SuccessorSearch(
    RememberedPage old,
    AddressBook addresses,
    Set<String> asked,
    SiteLists lists,
    OldAddress said,
    List<CandidatePage> candidates) {
  private static final int MOST_SITEMAPS = 200;

  /**
   * The lists of a site.
   *
   * @param left sitemaps that are named and were not asked for
   * @param asked how many were
   * @param useful whether one of them named pages
   */
  record SiteLists(List<WebUrl> left, int asked, boolean useful) {
    SiteLists {
      left = List.copyOf(left);
    }
  }

  /**
   * The old address as it is now.
   *
   * @param page what stands there
   * @param stated places given for what took the old page's place
   */
  record OldAddress(Optional<ReadablePage> page, Set<String> stated) {
    OldAddress {
      stated = Set.copyOf(stated);
    }
  }

  SuccessorSearch {
    asked = Set.copyOf(asked);
    candidates = List.copyOf(candidates);
  }

  /** Before anything was asked. */
  static SuccessorSearch begin(RememberedPage old) {
    List<WebUrl> sitemaps = old.url().resolve("/sitemap.xml").stream().toList();
    return new SuccessorSearch(
        old,
        AddressBook.empty().with(old.url(), bare(old.links())),
        Set.of(),
        new SiteLists(sitemaps, 0, false),
        new OldAddress(Optional.empty(), Set.of()),
        List.of());
  }

  private static List<ListedAddress> bare(List<WebUrl> urls) {
    return urls.stream().map(it -> new ListedAddress(it, "")).toList();
  }

  boolean wasAsked(WebUrl url) {
    return asked.contains(AddressBook.place(url));
  }

  /** What is known after an answer. */
  SuccessorSearch after(SearchRequest request, SearchAnswer given) {
    SuccessorSearch next = asking(request);
    return switch (given) {
      case NoAnswer _ -> next;
      case SitemapAnswer it -> next.listed(it);
      case PageAnswer it ->
          request.step() == SearchStep.OLD_ADDRESS ? next.said(it) : next.read(it);
    };
  }

  private SuccessorSearch asking(SearchRequest request) {
    Set<String> more = new HashSet<>(asked);
    more.add(AddressBook.place(request.url()));
    int count = lists.asked() + (request.step() == SearchStep.SITEMAP ? 1 : 0);
    List<WebUrl> left = lists.left().stream().filter(it -> !it.equals(request.url())).toList();
    SiteLists now = new SiteLists(left, count, lists.useful());
    return new SuccessorSearch(old, addresses, more, now, said, candidates);
  }

  private SuccessorSearch listed(SitemapAnswer sitemap) {
    List<WebUrl> left = new ArrayList<>(lists.left());
    sitemap.sitemaps().stream()
        .filter(it -> !wasAsked(it) && left.size() < MOST_SITEMAPS)
        .forEach(left::add);
    boolean useful = lists.useful() || !sitemap.pages().isEmpty();
    return new SuccessorSearch(
        old,
        addresses.with(old.url(), bare(sitemap.pages())),
        asked,
        new SiteLists(left, lists.asked(), useful),
        said,
        candidates);
  }

  /** What the publisher says where the page was; where that leads on, the page it leads to. */
  private SuccessorSearch said(PageAnswer there) {
    Set<String> stated = new HashSet<>();
    there.stated().forEach(it -> stated.add(AddressBook.place(it)));
    boolean leads = there.found() && !isOld(there.url());
    SuccessorSearch next =
        new SuccessorSearch(
            old,
            addresses.with(old.url(), there.links()).with(old.url(), bare(there.stated())),
            asked,
            lists,
            new OldAddress(leads ? Optional.empty() : Optional.of(there.page()), stated),
            candidates);
    return leads ? next.read(there) : next;
  }

  private SuccessorSearch read(PageAnswer there) {
    List<CandidatePage> more = new ArrayList<>(candidates);
    String place = AddressBook.place(there.url());
    boolean known = candidates.stream().anyMatch(it -> AddressBook.place(it.url()).equals(place));
    if (there.found() && !known && !isOld(there.url())) {
      more.add(new CandidatePage(there.url(), there.page(), said.stated().contains(place)));
    }
    return new SuccessorSearch(
        old, addresses.with(old.url(), there.links()), asked, lists, said, more);
  }

  private boolean isOld(WebUrl url) {
    return AddressBook.place(url).equals(AddressBook.place(old.url()));
  }
}
