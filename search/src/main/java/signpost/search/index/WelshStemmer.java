package signpost.search.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.HunspellStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Welsh words by their roots: mutations and plurals undone by Bangor University's dictionary
 * (ngwasanaeth, gwasanaethau → gwasanaeth), every root where there are several. Loaded when the
 * first Welsh page or word comes.
 */
final class WelshStemmer {
  /** Words in nearly every sentence. */
  private static final CharArraySet STOP_WORDS =
      new CharArraySet(
          Set.of(
              "a", "ac", "ag", "am", "ar", "at", "bod", "bydd", "dan", "dros", "dy", "ei", "eich",
              "ein", "er", "eu", "fel", "fy", "gan", "gyda", "gydag", "hefyd", "hon", "hwn", "hyn",
              "i", "mae", "mewn", "mwy", "na", "nad", "neu", "ni", "nid", "o", "oedd", "oes", "os",
              "pan", "rhwng", "sy", "sydd", "trwy", "un", "wedi", "wrth", "y", "ym", "yma", "yn",
              "yng", "yr"),
          true);

  /** The small word that leans on the one before: i'r, mae'n, o'u. */
  private static final Pattern ENDING = Pattern.compile("['’\\uFF07]\\p{L}{1,2}$");

  private static final Analyzer WORDS = splitting();

  /** Undoing a word costs a hundred times what splitting it off does. */
  private static final WordMemory<List<String>> KNOWN = new WordMemory<>(20_000);

  private WelshStemmer() {}

  /** Whether a BCP 47 tag says Welsh. */
  static boolean isSpokenIn(Optional<String> language) {
    return language
        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
        .filter(tag -> tag.equals("cy") || tag.startsWith("cy-"))
        .isPresent();
  }

  /** Splits a text into its words, without those that say nothing. */
  static Analyzer words() {
    return WORDS;
  }

  /** What a word may be a form of; itself where the dictionary does not have it. */
  static List<String> roots(String word) {
    return KNOWN.of(word, it -> List.copyOf(TextAnalysis.tokens(LazyDictionary.ROOTS, it)));
  }

  private static Analyzer splitting() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new NormalFormFilter(source));
        words = new PatternReplaceFilter(words, ENDING, "", false);
        return new TokenStreamComponents(source, new StopFilter(words, STOP_WORDS));
      }
    };
  }

  private static final class LazyDictionary {
    private static final Analyzer ROOTS = undoing(SpellingDictionary.load("cy"));

    private static Analyzer undoing(Dictionary dictionary) {
      return new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer source = new KeywordTokenizer();
          TokenStream roots = new HunspellStemFilter(source, dictionary, true, false);
          return new TokenStreamComponents(source, new ASCIIFoldingFilter(roots));
        }
      };
    }
  }
}
