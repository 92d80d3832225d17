package signpost.search.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Words brought to one form and stemmed by Porter's second stemmer, with a memory: few words make
 * up most of any text, and looking one up costs a tenth of stemming it. All threads share it: each
 * request has a thread of its own, which would begin knowing nothing.
 */
final class StemFilter extends TokenFilter {
  private static final int REMEMBERED = 50_000;

  /** Longer ones are hardly words, and hardly come again. */
  private static final int LONGEST = 40;

  private static final Map<String, String> STEMS = new ConcurrentHashMap<>();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final EnglishStemmer stemmer = new EnglishStemmer();

  StemFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    @Nullable String known = STEMS.get(word);
    term.setEmpty().append(known == null ? learn(word) : known);
    return true;
  }

  private String learn(String word) {
    stemmer.setCurrent(WordForms.of(word));
    stemmer.stem();
    String stem = stemmer.getCurrent();
    if (word.length() > LONGEST) {
      return stem;
    }
    if (STEMS.size() >= REMEMBERED) {
      STEMS.clear();
    }
    STEMS.put(word, stem);
    return stem;
  }
}
