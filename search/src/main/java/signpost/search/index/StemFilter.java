package signpost.search.index;

import java.io.IOException;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Words brought to one form and stemmed by Porter's second stemmer, with a memory: few words make
 * up most of any text, and looking one up costs a tenth of stemming it.
 */
final class StemFilter extends TokenFilter {
  private static final int REMEMBERED = 10_000;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final CharArrayMap<String> stems = new CharArrayMap<>(1_000, false);

  StemFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    @Nullable String known = stems.get(term.buffer(), 0, term.length());
    String stem = known == null ? learn(term.toString()) : known;
    term.setEmpty().append(stem);
    return true;
  }

  private String learn(String word) {
    stemmer.setCurrent(WordForms.of(word));
    stemmer.stem();
    String stem = stemmer.getCurrent();
    if (stems.size() >= REMEMBERED) {
      stems.clear();
    }
    stems.put(word, stem);
    return stem;
  }
}
