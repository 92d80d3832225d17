package signpost.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How text becomes words: English with possessives and Porter's second stemmer, accents folded. The
 * stemmer was chosen by {@code bench rank}: nDCG@10 0.440 on Vaswani, against 0.417 with KStem.
 */
public final class TextAnalysis {
  /** Raise it when the same text would give other words: the index is then built anew. */
  static final String VERSION = "english-porter2-4 welsh-hunspell-2 numbers-1";

  /** Longer words are suggested by their beginning. */
  public static final int LONGEST_BEGINNING = 20;

  /** Before each Welsh root; alone it stands in every page in Welsh. */
  public static final String WELSH_MARK = "cy:";

  private static final Analyzer ENGLISH = english();
  private static final Analyzer PLAIN = plain();
  private static final Analyzer ALL =
      new PerFieldAnalyzerWrapper(
          ENGLISH, Map.of(IndexFields.WORDS, PLAIN, IndexFields.SUGGEST, beginnings()));

  private TextAnalysis() {}

  public static Analyzer analyzer() {
    return ALL;
  }

  /** The same with where each stands, for a field of a document. */
  static ReadWords read(String text) {
    return ReadWords.of(ENGLISH.tokenStream("text", text));
  }

  /** The index's words for a text, each with its place. */
  public static List<PlacedWord> placedWords(String text) {
    return read(text).placed();
  }

  /** The index's words for a text, in order. */
  public static List<String> words(String text) {
    return tokens(ENGLISH, text);
  }

  /** The roots of a text's Welsh words, marked so that no English word is taken for one. */
  public static List<String> welshRoots(String text) {
    return tokens(WelshStemmer.words(), text).stream()
        .flatMap(word -> WelshStemmer.roots(word).stream())
        .map(root -> WELSH_MARK + root)
        .toList();
  }

  /** The words as written, only lower case. */
  public static List<String> plainWords(String text) {
    return tokens(PLAIN, text);
  }

  /** A whole title or link text made comparable: case, accents, dashes and spacing do not count. */
  public static String exact(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\p{Cf}]+", "");
    return folded.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** A text in Unicode's composed form, without characters that nobody sees. */
  public static String normal(String text) {
    return NormalFormFilter.of(text);
  }

  static List<String> tokens(Analyzer analyzer, String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static Analyzer english() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new EnglishPossessiveFilter(new NormalFormFilter(source));
        words = new LowerCaseFilter(words);
        words = new ASCIIFoldingFilter(words);
        words = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(source, new StemFilter(words));
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return 100;
      }
    };
  }

  private static Analyzer beginnings() {
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return PLAIN;
      }

      @Override
      protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents words) {
        return new TokenStreamComponents(
            words.getSource(),
            new EdgeNGramTokenFilter(words.getTokenStream(), 1, LONGEST_BEGINNING, false));
      }
    };
  }

  private static Analyzer plain() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new EnglishPossessiveFilter(new NormalFormFilter(source));
        words = new LowerCaseFilter(words);
        return new TokenStreamComponents(source, new ASCIIFoldingFilter(words));
      }
    };
  }
}
