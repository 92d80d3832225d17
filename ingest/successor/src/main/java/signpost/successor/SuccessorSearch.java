package signpost.successor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import signpost.successor.SearchAnswer.NoAnswer;
import signpost.successor.SearchAnswer.PageAnswer;
import signpost.successor.SearchAnswer.RecordAnswer;
import signpost.successor.SearchAnswer.SitemapAnswer;
import signpost.successor.SearchRequest.SearchStep;
import signpost.successor.SiteMemory.OldSilence;
import signpost.url.WebUrl;
import signpost.web.extract.ReadablePage;
import signpost.web.health.SoftNotFound;

/**
 * How far the search for one page has come. Immutable: an answer makes the next state of it.
 *
 * @param site what is known of its site
 * @param records what the publisher's own records say
 * @param said what the publisher says at the old address; empty before that was asked
 */
record SuccessorSearch(
    RememberedPage old, SiteMemory site, PublisherRecords records, Optional<OldAddress> said) {
  /** Of a site that was read for other pages, those most alike are compared. */
  private static final int COMPARED = 16;

  private static final String AT_OLD_ADDRESS = "the publisher names it at the old address";
  private static final String WHERE_IT_WAS = "listed where the old one was";
  private static final String IN_PUBLICATION = "listed among the documents of the same publication";

  /** A page that has so many of the old words is the old one. */
  private static final double STILL = 0.8;

  /**
   * The old address as it is now.
   *
   * @param page what stands there
   * @param stated places given for what took the old page's place
   * @param found whether the answer was 200, at that address
   */
  record OldAddress(Optional<ReadablePage> page, Set<String> stated, boolean found) {
    static final OldAddress NOTHING = new OldAddress(Optional.empty(), Set.of(), false);

    OldAddress {
      stated = Set.copyOf(stated);
    }
  }

  /** Before anything was asked. */
  static SuccessorSearch begin(RememberedPage old) {
    return begin(old, SiteMemory.fresh(old.url()));
  }

  /** With what is known of the site from other searches. */
  static SuccessorSearch begin(RememberedPage old, SiteMemory site) {
    return new SuccessorSearch(
        old, guessing(old, site.remembering(old)), PublisherRecords.UNASKED, Optional.empty());
  }

  private static SiteMemory guessing(RememberedPage old, SiteMemory site) {
    return site.guessing(
        MoveRules.guesses(site.moves(), old.url()).stream()
            .map(it -> new ListedAddress(it, ""))
            .toList());
  }

  /** Again, with what is known by now. */
  SuccessorSearch resumed(RememberedPage page, SiteMemory now) {
    return new SuccessorSearch(page, guessing(page, now), records, said);
  }

  SuccessorSearch at(SiteMemory now) {
    return new SuccessorSearch(old, now, records, said);
  }

  boolean wasAsked(WebUrl url) {
    return site.wasAsked(url);
  }

  AddressBook addresses() {
    return site.addresses();
  }

  /** What stands at the old address: where it was not asked, what stands at others like it. */
  Optional<ReadablePage> answer() {
    return said.isPresent() ? said.get().page() : site.silence().page();
  }

  /** Whether the old address shows the old page after all, and the page says nothing of an end. */
  boolean isThere() {
    Optional<ReadablePage> page = said.filter(OldAddress::found).flatMap(OldAddress::page);
    return page.filter(it -> !old.text().isBlank() && !SoftNotFound.says(it))
        .filter(it -> !it.speaksOfItsEnd())
        .filter(it -> SoftNotFound.similarity(it.text(), old.text()) >= STILL)
        .isPresent();
  }

  /** Places that the publisher names, and how it does. */
  Map<String, String> stated() {
    Map<String, String> stated = new HashMap<>();
    said.orElse(OldAddress.NOTHING).stated().forEach(it -> stated.put(it, AT_OLD_ADDRESS));
    stated.putAll(records.named());
    return stated;
  }

  /** Places that are listed as the old one was, and where. */
  Map<String, String> listed() {
    Map<String, String> listed = new HashMap<>();
    records.heirs(old).forEach(it -> listed.put(it, IN_PUBLICATION));
    listedPlaces().forEach(it -> listed.put(it, WHERE_IT_WAS));
    listed.keySet().removeAll(site.dead());
    return listed;
  }

  /** The pages to compare with the old one: all, or those most alike of a site that is known. */
  List<CandidatePage> candidates() {
    Map<String, String> stated = stated();
    Map<String, String> listed = listed();
    Set<String> named = new HashSet<>(stated.keySet());
    named.addAll(listed.keySet());
    List<SitePage> all =
        site.pages().stream().filter(it -> !site.dead().contains(it.place())).toList();
    return (all.size() <= COMPARED ? all.stream() : mostAlike(all, named))
        .map(it ->
            new CandidatePage(
                it.url(),
                it.page(),
                Optional.ofNullable(stated.get(it.place())),
                Optional.ofNullable(listed.get(it.place()))))
        .toList();
  }

  private Stream<SitePage> mostAlike(List<SitePage> all, Set<String> named) {
    Set<String> words = new HashSet<>(WordStems.telling(old.title() + " " + old.text()));
    WordRarity rarity = WordRarity.in(all.stream().map(SitePage::words).toList());
    Stream<SitePage> rest =
        all.stream()
            .filter(it -> !named.contains(it.place()))
            .map(it -> Map.entry(it, alike(rarity, words, it.words())))
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(COMPARED)
            .map(Map.Entry::getKey);
    return Stream.concat(all.stream().filter(it -> named.contains(it.place())), rest);
  }

  /** Of pages that became a part of a longer one much is contained and little in common. */
  private static double alike(WordRarity rarity, Set<String> old, Set<String> words) {
    return rarity.overlap(old, words) + rarity.share(old, words);
  }

  /** Where pages that listed the old one lead now under the same words, each to one address. */
  private Set<String> listedPlaces() {
    Set<String> places = new HashSet<>();
    for (ListedAddress listing : old.listedOn()) {
      Set<String> words = new HashSet<>(WordStems.telling(listing.words()));
      Set<String> there = new HashSet<>();
      site.pages().stream()
          .filter(it -> it.place().equals(AddressBook.place(listing.url())))
          .flatMap(it -> it.links().stream())
          .filter(it -> new HashSet<>(WordStems.telling(it.words())).equals(words))
          .map(it -> AddressBook.place(it.url()))
          .forEach(there::add);
      if (!words.isEmpty() && there.size() == 1) {
        places.addAll(there);
      }
    }
    return places;
  }

  /** What is known after an answer. */
  SuccessorSearch after(SearchRequest request, SearchAnswer given) {
    return switch (request.step()) {
      case RECORD, HOLDER -> recorded(request, given);
      case OLD_ADDRESS -> at(site.after(request, given)).said(given);
      case SITEMAP, LISTING, CANDIDATE -> at(site.after(request, given));
    };
  }

  private SuccessorSearch recorded(SearchRequest request, SearchAnswer given) {
    PublisherRecords asked = records.asking(request.url());
    if (!(given instanceof RecordAnswer answer)) {
      return with(site, asked);
    }
    return request.step() == SearchStep.HOLDER
        ? with(site.naming(old.url(), answer.documents()), asked.ofHolder(old, answer))
        : with(answer.named().map(this::naming).orElse(site), asked.ofOld(answer));
  }

  private SiteMemory naming(ListedAddress named) {
    ListedAddress bare = new ListedAddress(named.url(), "");
    return site.naming(old.url(), List.of(bare)).heard(site.silence().broken());
  }

  private SuccessorSearch with(SiteMemory now, PublisherRecords heard) {
    return new SuccessorSearch(old, now, heard, said);
  }

  private SuccessorSearch said(SearchAnswer given) {
    return switch (given) {
      case PageAnswer it -> said(it);
      case SitemapAnswer _, RecordAnswer _, NoAnswer _ ->
          at(site.heard(site.silence().again(Optional.empty()))).said(OldAddress.NOTHING);
    };
  }

  private SuccessorSearch said(OldAddress now) {
    return new SuccessorSearch(old, site, records, Optional.of(now));
  }

  /** What the publisher says where the page was; where that leads on, the page it leads to. */
  private SuccessorSearch said(PageAnswer there) {
    Set<String> stated = new HashSet<>();
    there.stated().forEach(it -> stated.add(AddressBook.place(it)));
    boolean leads = there.found() && !site.dead().contains(AddressBook.place(there.url()));
    Optional<ReadablePage> page = leads ? Optional.empty() : Optional.of(there.page());
    List<ListedAddress> bare =
        there.stated().stream().map(it -> new ListedAddress(it, "")).toList();
    OldSilence silence =
        stated.isEmpty() && !leads ? site.silence().again(page) : site.silence().broken();
    SiteMemory heard = site.naming(old.url(), bare).heard(silence);
    return at(heard).said(new OldAddress(page, stated, there.found() && !leads));
  }
}
