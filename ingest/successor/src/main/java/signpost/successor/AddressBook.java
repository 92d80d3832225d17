package signpost.successor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.url.WebUrl;
import signpost.web.extract.Outlink;
import signpost.web.health.RegistrableDomains;

/**
 * The addresses of one publisher that we have heard of.
 *
 * @param known by what a reader would take for one address
 */
record AddressBook(Map<String, KnownAddress> known) {
  /** So many are enough for any site that a person could look through. */
  private static final int MOST = 60_000;

  private static final int LONGEST_WORDS = 200;

  /**
   * An address and all that links to it say.
   *
   * @param slug the words of its last step
   * @param listed whether the site names it today, and not only a page that is gone
   */
  record KnownAddress(WebUrl url, Set<String> said, Set<String> slug, boolean listed) {
    KnownAddress {
      said = Set.copyOf(said);
      slug = Set.copyOf(slug);
    }

    /** The words of its last step and of the links to it. */
    Set<String> words() {
      Set<String> words = new LinkedHashSet<>(slug);
      words.addAll(said);
      return words;
    }
  }

  static AddressBook empty() {
    return new AddressBook(Map.of());
  }

  /** With more of them, which the site names today; other publishers' are left out. */
  AddressBook with(WebUrl old, Collection<ListedAddress> more) {
    return with(old, more, true);
  }

  /** With those that a page named which is gone. */
  AddressBook remembering(WebUrl old, Collection<ListedAddress> more) {
    return with(old, more, false);
  }

  private AddressBook with(WebUrl old, Collection<ListedAddress> more, boolean listed) {
    Map<String, KnownAddress> all = new LinkedHashMap<>(known);
    String publisher = RegistrableDomains.publisher(old);
    for (ListedAddress address : more) {
      WebUrl url = address.url().withoutFragment();
      boolean ours = url.web() && RegistrableDomains.publisher(url).equals(publisher);
      if (ours && (all.size() < MOST || all.containsKey(place(url)))) {
        all.merge(place(url), heard(url, address.words(), listed), AddressBook::joined);
      }
    }
    return new AddressBook(all);
  }

  private static KnownAddress heard(WebUrl url, String words, boolean listed) {
    String cut = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    return new KnownAddress(
        url,
        new LinkedHashSet<>(WordStems.telling(cut)),
        new LinkedHashSet<>(AddressWords.slugWords(url)),
        listed);
  }

  private static KnownAddress joined(KnownAddress one, KnownAddress other) {
    Set<String> said = new LinkedHashSet<>(one.said());
    said.addAll(other.said());
    KnownAddress kept = one.listed() ? one : other;
    return new KnownAddress(kept.url(), said, kept.slug(), kept.listed());
  }

  Optional<KnownAddress> at(WebUrl url) {
    return Optional.ofNullable(known.get(place(url)));
  }

  Collection<KnownAddress> all() {
    return known.values();
  }

  /** The words of each address: how rare a word is on the site. */
  WordRarity names() {
    List<Set<String>> words = new ArrayList<>();
    all().forEach(it -> words.add(it.words()));
    return WordRarity.in(words);
  }

  /** Http and https, "www.", a slash at the end and a fragment make no other address. */
  static String place(WebUrl url) {
    return Outlink.place(url);
  }
}
