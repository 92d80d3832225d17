package signpost.successor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.successor.SearchAnswer.NoAnswer;
import signpost.successor.SearchAnswer.PageAnswer;
import signpost.successor.SearchAnswer.RecordAnswer;
import signpost.successor.SearchAnswer.SitemapAnswer;
import signpost.successor.SearchRequest.SearchStep;
import signpost.url.WebUrl;
import signpost.web.extract.ReadablePage;

/**
 * What was learned of a publisher's site; it serves the search for any page of it. Immutable.
 *
 * @param asked places that were asked for
 * @param dead places that are known to be gone
 * @param lists what is known of sitemaps
 * @param pages that were read
 * @param silence what old addresses show
 * @param moves that are known
 */
record SiteMemory(
    AddressBook addresses,
    Set<String> asked,
    Set<String> dead,
    SiteLists lists,
    List<SitePage> pages,
    OldSilence silence,
    List<KnownMove> moves) {
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
   * Old addresses that show a page that says nothing of where theirs went.
   *
   * @param page the last of them
   * @param times how many did, one after the other
   */
  record OldSilence(Optional<ReadablePage> page, int times) {
    private static final int ENOUGH = 3;

    OldSilence again(Optional<ReadablePage> shown) {
      return new OldSilence(shown.or(() -> page), times + 1);
    }

    OldSilence broken() {
      return new OldSilence(page, 0);
    }

    /** Whether to ask at further old addresses is a waste. */
    boolean isCertain() {
      return times >= ENOUGH;
    }
  }

  SiteMemory {
    asked = Set.copyOf(asked);
    dead = Set.copyOf(dead);
    pages = List.copyOf(pages);
    moves = List.copyOf(moves);
  }

  /** Before anything was asked. */
  static SiteMemory fresh(WebUrl site) {
    return new SiteMemory(
        AddressBook.empty(),
        Set.of(),
        Set.of(),
        new SiteLists(site.resolve("/sitemap.xml").stream().toList(), 0, false),
        List.of(),
        new OldSilence(Optional.empty(), 0),
        List.of());
  }

  boolean wasAsked(WebUrl url) {
    return wasAsked(AddressBook.place(url));
  }

  boolean wasAsked(String place) {
    return asked.contains(place) || dead.contains(place);
  }

  /** Knowing of an address that it is gone, and what its page named. */
  SiteMemory remembering(RememberedPage old) {
    Set<String> more = new HashSet<>(dead);
    more.add(AddressBook.place(old.url()));
    return with(addresses.remembering(old.url(), old.links()), asked, more, lists, pages);
  }

  /** Knowing of addresses that may be there. */
  SiteMemory guessing(List<ListedAddress> more) {
    AddressBook book =
        more.isEmpty() ? addresses : addresses.remembering(more.getFirst().url(), more);
    return with(book, asked, dead, lists, pages);
  }

  /** Knowing the sitemaps that robots.txt names, which come instead of the usual one. */
  SiteMemory naming(Collection<WebUrl> sitemaps) {
    List<WebUrl> left = sitemaps.stream().filter(it -> !wasAsked(it)).toList();
    boolean news = lists.asked() == 0 && !left.isEmpty();
    SiteLists now = new SiteLists(left, 0, lists.useful());
    return news ? with(addresses, asked, dead, now, pages) : this;
  }

  SiteMemory heard(OldSilence now) {
    return new SiteMemory(addresses, asked, dead, lists, pages, now, moves);
  }

  /** Knowing addresses that the publisher names. */
  SiteMemory naming(WebUrl old, List<ListedAddress> more) {
    return with(addresses.with(old, more), asked, dead, lists, pages);
  }

  SiteMemory knowing(KnownMove move) {
    List<KnownMove> all = new ArrayList<>(moves);
    if (!all.contains(move)) {
      all.add(move);
    }
    return new SiteMemory(addresses, asked, dead, lists, pages, silence, all);
  }

  Optional<WebUrl> movedTo(WebUrl old) {
    return moves.stream().filter(it -> it.from().equals(old)).map(KnownMove::to).findFirst();
  }

  /** What is known after an answer. */
  SiteMemory after(SearchRequest request, SearchAnswer given) {
    SiteMemory next = asking(request);
    return switch (given) {
      case NoAnswer _, RecordAnswer _ -> next;
      case SitemapAnswer it -> next.listed(request.url(), it);
      case PageAnswer it -> next.read(request.url(), it);
    };
  }

  private SiteMemory asking(SearchRequest request) {
    Set<String> more = new HashSet<>(asked);
    more.add(AddressBook.place(request.url()));
    int count = lists.asked() + (request.step() == SearchStep.SITEMAP ? 1 : 0);
    List<WebUrl> left = lists.left().stream().filter(it -> !it.equals(request.url())).toList();
    return with(addresses, more, dead, new SiteLists(left, count, lists.useful()), pages);
  }

  private SiteMemory listed(WebUrl site, SitemapAnswer sitemap) {
    List<WebUrl> left = new ArrayList<>(lists.left());
    sitemap.sitemaps().stream()
        .filter(it -> !wasAsked(it) && left.size() < MOST_SITEMAPS)
        .forEach(left::add);
    boolean useful = lists.useful() || !sitemap.pages().isEmpty();
    List<ListedAddress> bare =
        sitemap.pages().stream().map(it -> new ListedAddress(it, "")).toList();
    SiteLists now = new SiteLists(left, lists.asked(), useful);
    return with(addresses.with(site, bare), asked, dead, now, pages);
  }

  private SiteMemory read(WebUrl site, PageAnswer there) {
    SitePage page = SitePage.of(there);
    List<SitePage> all = new ArrayList<>(pages);
    boolean news = all.stream().noneMatch(it -> it.place().equals(page.place()));
    if (there.found() && news && !dead.contains(page.place())) {
      all.add(page);
    }
    Set<String> more = new HashSet<>(asked);
    more.add(page.place());
    return with(addresses.with(site, there.links()), more, dead, lists, all);
  }

  private SiteMemory with(
      AddressBook book,
      Set<String> nowAsked,
      Set<String> nowDead,
      SiteLists nowLists,
      List<SitePage> nowPages) {
    return new SiteMemory(book, nowAsked, nowDead, nowLists, nowPages, silence, moves);
  }
}
