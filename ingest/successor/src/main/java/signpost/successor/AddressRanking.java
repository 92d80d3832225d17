package signpost.successor;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import signpost.successor.AddressBook.KnownAddress;
import signpost.url.WebUrl;

/** Which addresses are worth a request, by what is known before they are read. Pure. */
final class AddressRanking {
  private static final double SAME_SLUG = 0.4;
  private static final double FOLDERS = 0.2;
  private static final double IN_TEXT = 0.4;
  private static final double ON_THE_WAY = 0.6;
  private static final double RULE = 1;

  /** Folders have short names, pages long ones. */
  private static final int FOLDER_WORDS = 2;

  /** What only a page named that is gone itself is seldom there. */
  private static final double UNLISTED = 0.5;

  /** Endings of what no reader would take for a page. */
  private static final Set<String> PARTS =
      Set.of(
          ".css", ".js", ".json", ".xml", ".yaml", ".yml", ".png", ".jpg", ".jpeg", ".gif", ".svg",
          ".webp", ".ico", ".woff", ".zip", ".gz", ".go", ".mp3", ".mp4");

  private final RememberedPage old;
  private final SiteMemory site;
  private final WordRarity rarity;
  private final String slug;
  private final WantedWords folders;
  private final List<WantedWords> names;
  private final Map<String, Integer> text = new HashMap<>();
  private final Set<String> guesses = new HashSet<>();

  /** Words that are looked for in each of many addresses, and what they tell together. */
  private record WantedWords(Set<String> words, double sum) {
    /** What they have in common with others, of all that both have (Jaccard). */
    double overlap(WordRarity rarity, Set<String> others) {
      double both = both(rarity, others);
      return both == 0 ? 0 : both / (sum + rarity.sum(others) - both);
    }

    /** The part of them that others have too. */
    double foundIn(WordRarity rarity, Set<String> others) {
      return sum == 0 ? 0 : both(rarity, others) / sum;
    }

    private double both(WordRarity rarity, Set<String> others) {
      double both = 0;
      for (String it : others) {
        both += words.contains(it) ? rarity.of(it) : 0;
      }
      return both;
    }
  }

  /** An address and how much it promises. */
  record RankedAddress(KnownAddress address, double promise) {}

  AddressRanking(SuccessorSearch search) {
    this.old = search.old();
    this.site = search.site();
    this.rarity = site.addresses().names();
    MoveRules.guesses(site.moves(), old.url()).forEach(it -> guesses.add(AddressBook.place(it)));
    Set<String> linkWords = new HashSet<>();
    old.linkWords().forEach(it -> linkWords.addAll(WordStems.telling(it)));
    this.slug = AddressWords.slug(old.url());
    this.folders = wanted(AddressWords.folderWords(old.url()));
    this.names =
        List.of(
            wanted(WordStems.telling(old.title())),
            wanted(AddressWords.slugWords(old.url())),
            wanted(linkWords));
    WordStems.telling(old.text() + " " + String.join(" ", old.headings()))
        .forEach(it -> text.merge(it, 1, Integer::sum));
  }

  private WantedWords wanted(Collection<String> words) {
    Set<String> all = Set.copyOf(words);
    return new WantedWords(all, rarity.sum(all));
  }

  /** The most promising of those wanted; of two the shorter. */
  Optional<RankedAddress> best(Predicate<KnownAddress> wanted) {
    return site.addresses().all().stream()
        .filter(it -> wanted.test(it) && !PARTS.contains(it.parts().ending()))
        .map(it -> new RankedAddress(it, promise(it)))
        .min(
            Comparator.comparingDouble(RankedAddress::promise)
                .reversed()
                .thenComparingInt(it -> it.address().url().href().length())
                .thenComparing(it -> it.address().url().href()));
  }

  /** What it promises; where no list says which pages there are, a folder may list the one. */
  double promise(KnownAddress address) {
    double promise = candidate(address) + (site.lists().useful() ? 0 : onTheWay(address));
    return address.listed() ? promise : UNLISTED * promise;
  }

  private double candidate(KnownAddress address) {
    double promise = Math.max(named(address.slug()), named(address.said()));
    promise += IN_TEXT * inText(address.words());
    if (address.parts().slug().equals(slug)) {
      promise += SAME_SLUG;
    }
    if (guesses.contains(address.place())) {
      promise += RULE;
    }
    return promise + FOLDERS * folders.overlap(rarity, address.parts().folderWords());
  }

  private double onTheWay(KnownAddress address) {
    if (address.slug().size() > FOLDER_WORDS) {
      return 0;
    }
    List<String> steps = AddressWords.steps(address.url());
    Set<String> there = new HashSet<>(WordStems.telling(String.join(" ", steps)));
    there.addAll(address.said());
    Set<String> wanted = new HashSet<>(AddressWords.folderWords(old.url()));
    names.forEach(it -> wanted.addAll(it.words()));
    return ON_THE_WAY * rarity.share(there, wanted) / Math.sqrt(1 + steps.size());
  }

  /** What the name of a list promises. */
  double named(WebUrl list) {
    return named(Set.copyOf(AddressWords.slugWords(list)));
  }

  private double named(Set<String> words) {
    double most = 0;
    for (WantedWords it : names) {
      most = Math.max(most, (it.overlap(rarity, words) + it.foundIn(rarity, words)) / 2);
    }
    return most;
  }

  /** How much of what the address says stands in the old text, more where it stands often. */
  private double inText(Set<String> words) {
    double there = 0;
    for (String word : words) {
      int count = text.getOrDefault(word, 0);
      there += count == 0 ? 0 : rarity.of(word) * count / (count + 1.0);
    }
    return there == 0 ? 0 : there / rarity.sum(words);
  }
}
