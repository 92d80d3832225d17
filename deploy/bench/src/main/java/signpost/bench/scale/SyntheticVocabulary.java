package signpost.bench.scale;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The words of a language, most frequent first: its little words, words of our subject where they
 * would stand in the texts we index, and made-up ones that can be pronounced.
 */
final class SyntheticVocabulary {
  private static final double EXPONENT = 1.1;

  /** Flattens the top: without it every seventh word would be the same. */
  private static final double SHIFT = 2.7;

  /** Names, places and slips of the pen: words that hardly any other page has. */
  private static final double ONE_OF_MANY = 0.015;

  private static final double NUMBER = 0.01;

  private final List<String> words;
  private final int little;
  private final Zipf ranks;
  private final SyllableWords syllables;

  private SyntheticVocabulary(List<String> words, int little, SyllableWords syllables) {
    this.words = List.copyOf(words);
    this.little = little;
    this.ranks = new Zipf(words.size(), EXPONENT, SHIFT);
    this.syllables = syllables;
  }

  static SyntheticVocabulary english(int size) {
    return of(RealWords.ENGLISH_LITTLE, RealWords.ENGLISH_SUBJECT, SyllableWords.ENGLISH, size);
  }

  static SyntheticVocabulary welsh(int size) {
    return of(RealWords.WELSH_LITTLE, RealWords.WELSH_SUBJECT, SyllableWords.WELSH, size);
  }

  /** The words of a subject stand among the first two thousand, the more usual ones first. */
  private static SyntheticVocabulary of(
      List<String> little, List<String> subject, SyllableWords syllables, int size) {
    SplittableRandom random = new SplittableRandom(size);
    Set<String> words = new LinkedHashSet<>(little);
    int apart = Math.max(1, Math.min(2_000, size / 2) / subject.size());
    for (String word : subject) {
      words.add(word);
      for (int i = 1; i < apart; i++) {
        words.add(syllables.word(random, words.size()));
      }
    }
    while (words.size() < size) {
      words.add(syllables.word(random, words.size()));
    }
    return new SyntheticVocabulary(new ArrayList<>(words), little.size(), syllables);
  }

  int size() {
    return words.size();
  }

  /** A word of running text. */
  String word(RandomGenerator random) {
    double kind = random.nextDouble();
    if (kind < ONE_OF_MANY) {
      return syllables.name(random);
    }
    if (kind < ONE_OF_MANY + NUMBER) {
      return Integer.toString(
          random.nextInt(4) == 0 ? random.nextInt(10_000) : 1990 + random.nextInt(37));
    }
    return words.get(ranks.draw(random));
  }

  /** A word that says what a text is about. */
  String subject(RandomGenerator random) {
    int rank = ranks.draw(random);
    while (rank < little) {
      rank = ranks.draw(random);
    }
    return words.get(rank);
  }
}
