package signpost.search.index;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * All words of one document as one field, each with the sum of the weights of its places: BM25F
 * (Robertson, Zaragoza and Taylor, 2004) worked out when a page is written instead of at each
 * search, so that a search reads one list a word and may skip what cannot rank.
 */
final class WeighedWords {
  static final FieldType TYPE = type();

  private final Map<String, Integer> counts = new HashMap<>();
  private final boolean welsh;

  /** {@code welsh}: the roots of Welsh words are counted too. */
  WeighedWords(boolean welsh) {
    this.welsh = welsh;
    if (welsh) {
      counts.put(TextAnalysis.WELSH_MARK, 1);
    }
  }

  void add(String text, int weight) {
    add(TextAnalysis.words(text), text, weight);
  }

  /** {@code words}: those of the text. */
  void add(List<String> words, String text, int weight) {
    words.forEach(word -> counts.merge(word, weight, Integer::sum));
    PhoneNumbers.in(text).forEach(number -> counts.merge(number, weight, Integer::sum));
    if (welsh) {
      TextAnalysis.welshRoots(text).forEach(root -> counts.merge(root, weight, Integer::sum));
    }
  }

  Field field() {
    return new Field(IndexFields.ALL, new WeightedTokens(counts), TYPE);
  }

  private static FieldType type() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  private static final class WeightedTokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> counts;
    private Iterator<Map.Entry<String, Integer>> left;

    WeightedTokens(Map<String, Integer> counts) {
      this.counts = counts;
      this.left = counts.entrySet().iterator();
    }

    @Override
    public void reset() {
      left = counts.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!left.hasNext()) {
        return false;
      }
      clearAttributes();
      Map.Entry<String, Integer> next = left.next();
      term.append(next.getKey());
      frequency.setTermFrequency(next.getValue());
      return true;
    }
  }
}
