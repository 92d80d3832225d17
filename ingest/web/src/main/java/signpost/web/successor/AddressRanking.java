package signpost.web.successor;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import signpost.web.successor.AddressBook.KnownAddress;

/** Which addresses are worth a request, by what is known before they are read. Pure. */
final class AddressRanking {
  private static final double SAME_SLUG = 0.4;
  private static final double FOLDERS = 0.2;
  private static final double IN_TEXT = 0.4;
  private static final double ON_THE_WAY = 0.6;

  private final RememberedPage old;
  private final WordRarity rarity;
  private final List<Set<String>> names;
  private final Map<String, Integer> text = new HashMap<>();

  /** An address and how much it promises. */
  record RankedAddress(KnownAddress address, double promise) {}

  AddressRanking(RememberedPage old, WordRarity rarity) {
    this.old = old;
    this.rarity = rarity;
    Set<String> linkWords = new HashSet<>();
    old.linkWords().forEach(it -> linkWords.addAll(WordStems.telling(it)));
    this.names =
        List.of(
            new HashSet<>(WordStems.telling(old.title())),
            new HashSet<>(AddressWords.slugWords(old.url())),
            linkWords);
    WordStems.telling(old.text() + " " + String.join(" ", old.headings()))
        .forEach(it -> text.merge(it, 1, Integer::sum));
  }

  /** The most promising first. */
  static List<RankedAddress> rank(
      Collection<KnownAddress> addresses, ToDoubleFunction<KnownAddress> promise) {
    return addresses.stream()
        .map(it -> new RankedAddress(it, promise.applyAsDouble(it)))
        .sorted(
            Comparator.comparingDouble(RankedAddress::promise)
                .reversed()
                .thenComparingInt(it -> it.address().url().href().length())
                .thenComparing(it -> it.address().url().href()))
        .toList();
  }

  double promise(KnownAddress address) {
    List<String> slug = AddressWords.slugWords(address.url());
    double promise = Math.max(named(slug), named(address.said()));
    promise += IN_TEXT * inText(address.words());
    if (AddressWords.slug(address.url()).equals(AddressWords.slug(old.url()))) {
      promise += SAME_SLUG;
    }
    return promise
        + FOLDERS
            * rarity.overlap(
                AddressWords.folderWords(old.url()), AddressWords.folderWords(address.url()));
  }

  /** What a folder promises where no list says which pages there are: it may list the one. */
  double onTheWay(KnownAddress address) {
    List<String> steps = AddressWords.steps(address.url());
    Set<String> there = new HashSet<>(WordStems.telling(String.join(" ", steps)));
    there.addAll(address.said());
    Set<String> wanted = new HashSet<>(AddressWords.folderWords(old.url()));
    names.forEach(wanted::addAll);
    return promise(address)
        + ON_THE_WAY * rarity.share(there, wanted) / Math.sqrt(1 + steps.size());
  }

  private double named(Collection<String> words) {
    return names.stream()
        .mapToDouble(it -> (rarity.overlap(it, words) + rarity.share(it, words)) / 2)
        .max()
        .orElse(0);
  }

  /** How much of what the address says stands in the old text, more where it stands often. */
  private double inText(Collection<String> words) {
    double all = rarity.sum(words);
    double there = 0;
    for (String word : words) {
      int count = text.getOrDefault(word, 0);
      there += rarity.of(word) * count / (count + 1.0);
    }
    return all == 0 ? 0 : there / all;
  }
}
