package signpost.search.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Words brought to one form and stemmed by Porter's second stemmer, with a memory: few words make
 * up most of any text, and looking one up costs a tenth of stemming it. All threads share it: each
 * request has a thread of its own, which would begin knowing nothing.
 */
final class StemFilter extends TokenFilter {
  private static final WordMemory<String> STEMS = new WordMemory<>(50_000);

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
    String stem = STEMS.of(term.toString(), this::stem);
    term.setEmpty().append(stem);
    return true;
  }

  private String stem(String word) {
    stemmer.setCurrent(WordForms.of(word));
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
