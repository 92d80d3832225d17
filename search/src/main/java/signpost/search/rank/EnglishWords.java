package signpost.search.rank;

import java.util.Locale;
import org.apache.lucene.analysis.hunspell.Hunspell;
import signpost.search.index.SpellingDictionary;
import signpost.search.index.WordMemory;

/**
 * Which words are English, by SCOWL's British dictionary: such a word is no slip, even where no
 * page has it. Loaded when the first unknown word is typed.
 */
final class EnglishWords {
  private static final WordMemory<Boolean> KNOWN = new WordMemory<>(20_000);

  private EnglishWords() {}

  /** Whether a word is there, or a name written like it: {@code london} is London. */
  static boolean has(String word) {
    return KNOWN.of(word, EnglishWords::isSpelled);
  }

  static boolean isSpelled(String word) {
    return LazyDictionary.SPELLING.spell(word) || LazyDictionary.SPELLING.spell(capitalised(word));
  }

  private static String capitalised(String word) {
    int first = word.offsetByCodePoints(0, Math.min(1, word.length()));
    return word.substring(0, first).toUpperCase(Locale.UK) + word.substring(first);
  }

  /** Lucene promises that many threads may use one {@link Hunspell}: it keeps nothing of a word. */
  private static final class LazyDictionary {
    private static final Hunspell SPELLING = new Hunspell(SpellingDictionary.load("en"));
  }
}
