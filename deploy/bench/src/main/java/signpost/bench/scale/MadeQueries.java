package signpost.bench.scale;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import signpost.events.PageEvent.PageRead;
import signpost.search.index.TextAnalysis;

/**
 * What people would ask of the pages: one to four words of one page, mostly of its title and
 * headings, as usual or as rare as they are there.
 */
final class MadeQueries {
  /** In per cent: queries of one, two, three and four words. */
  private static final int[] WORDS = {25, 40, 22, 13};

  private MadeQueries() {}

  static List<String> of(MadePages pages, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count)
        .mapToObj(_ -> query(pages.page(random.nextInt(pages.documents())), random))
        .toList();
  }

  private static String query(PageRead page, SplittableRandom random) {
    List<String> words = new ArrayList<>(words(page, random.nextInt(10) < 7));
    Collections.shuffle(words, new java.util.Random(random.nextLong()));
    return String.join(" ", words.subList(0, Math.min(words.size(), count(random))));
  }

  /** Distinct words that are searched for; hardly anyone types only little ones. */
  private static List<String> words(PageRead page, boolean told) {
    Stream<String> texts =
        told
            ? Stream.concat(Stream.of(page.title()), page.headings().stream())
            : page.text().lines();
    return texts
        .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")))
        .filter(word -> !word.isBlank() && !TextAnalysis.words(word).isEmpty())
        .distinct()
        .limit(200)
        .toList();
  }

  private static int count(SplittableRandom random) {
    int share = random.nextInt(100);
    int words = 0;
    while (share >= WORDS[words]) {
      share -= WORDS[words++];
    }
    return words + 1;
  }
}
