package signpost.successor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.extract.Outlink;

/**
 * The addresses of one publisher that we have heard of. A site may have tens of thousands, and each
 * answer names more: what is reckoned of them is reckoned once.
 *
 * @param known by what a reader would take for one address
 * @param names the words of each address: how rare a word is on the site
 */
record AddressBook(Map<String, KnownAddress> known, WordRarity names) {
  /** So many are enough for any site that a person could look through. */
  private static final int MOST = 60_000;

  private static final int LONGEST_WORDS = 200;

  /**
   * An address and all that links to it say.
   *
   * @param listed whether the site names it today, and not only a page that is gone
   */
  record KnownAddress(WebUrl url, AddressParts parts, Set<String> said, boolean listed) {
    KnownAddress {
      said = Set.copyOf(said);
    }

    String place() {
      return parts.place();
    }

    /** The words of its last step. */
    Set<String> slug() {
      return parts.slugWords();
    }

    /** The words of its last step and of the links to it. */
    Set<String> words() {
      if (said.isEmpty()) {
        return slug();
      }
      Set<String> words = new LinkedHashSet<>(slug());
      words.addAll(said);
      return words;
    }
  }

  /**
   * What the path of an address says.
   *
   * @param place what a reader would take for one address
   * @param slug its last step
   * @param slugWords the words of that
   * @param folderWords the words of the steps before it
   * @param depth how many steps there are
   * @param ending of the file's name
   */
  record AddressParts(
      String place,
      String slug,
      Set<String> slugWords,
      Set<String> folderWords,
      int depth,
      String ending) {
    AddressParts {
      slugWords = Set.copyOf(slugWords);
      folderWords = Set.copyOf(folderWords);
    }

    static AddressParts of(WebUrl url, String place) {
      return new AddressParts(
          place,
          AddressWords.slug(url),
          Set.copyOf(AddressWords.slugWords(url)),
          Set.copyOf(AddressWords.folderWords(url)),
          AddressWords.steps(url).size(),
          AddressWords.ending(url.path()));
    }
  }

  static AddressBook empty() {
    return new AddressBook(Map.of(), new WordRarity(0, Map.of()));
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
    Map<String, KnownAddress> news = new LinkedHashMap<>();
    String publisher = SharedHosts.publisher(old);
    for (ListedAddress address : more) {
      WebUrl url = address.url().withoutFragment();
      boolean ours = url.web() && SharedHosts.publisher(url).equals(publisher);
      String place = place(url);
      KnownAddress before = news.containsKey(place) ? news.get(place) : known.get(place);
      if (ours && (before != null || known.size() + news.size() < MOST)) {
        heard(url, place, before, address.words(), listed).ifPresent(it -> news.put(place, it));
      }
    }
    return news.isEmpty() ? this : with(news);
  }

  private AddressBook with(Map<String, KnownAddress> news) {
    Map<String, KnownAddress> all = new LinkedHashMap<>(known);
    List<Set<String>> more = new ArrayList<>();
    List<Set<String>> gone = new ArrayList<>();
    news.forEach((place, now) -> {
      KnownAddress before = all.put(place, now);
      more.add(now.words());
      if (before != null) {
        gone.add(before.words());
      }
    });
    return new AddressBook(all, names.with(more, gone));
  }

  /** The address as it is known now; empty where nothing is new. */
  private static Optional<KnownAddress> heard(
      WebUrl url, String place, @Nullable KnownAddress before, String words, boolean listed) {
    Set<String> said =
        Set.copyOf(WordStems.telling(words.substring(0, Math.min(words.length(), LONGEST_WORDS))));
    if (before == null) {
      return Optional.of(new KnownAddress(url, AddressParts.of(url, place), said, listed));
    }
    boolean kept = before.listed() || (url.equals(before.url()) && !listed);
    if (kept && before.said().containsAll(said)) {
      return Optional.empty();
    }
    Set<String> all = new LinkedHashSet<>(before.said());
    all.addAll(said);
    return Optional.of(
        kept
            ? new KnownAddress(before.url(), before.parts(), all, before.listed())
            : new KnownAddress(url, AddressParts.of(url, place), all, listed));
  }

  Optional<KnownAddress> at(WebUrl url) {
    return Optional.ofNullable(known.get(place(url)));
  }

  Collection<KnownAddress> all() {
    return known.values();
  }

  /** Http and https, "www.", a slash at the end and a fragment make no other address. */
  static String place(WebUrl url) {
    return Outlink.place(url);
  }
}
