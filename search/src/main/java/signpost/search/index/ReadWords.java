package signpost.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a text, read once and used twice: to be weighed, and to be indexed where they stand.
 */
final class ReadWords {
  private final List<String> terms = new ArrayList<>();

  /** Three numbers a word: positions since the word before, where it starts, where it ends. */
  private final List<int[]> places = new ArrayList<>();

  private int end;

  private ReadWords() {}

  static ReadWords of(TokenStream stream) {
    ReadWords words = new ReadWords();
    try (stream) {
      words.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  List<String> terms() {
    return terms;
  }

  /** The words with their places, which begin with 0. */
  List<PlacedWord> placed() {
    List<PlacedWord> placed = new ArrayList<>(terms.size());
    int at = -1;
    for (int i = 0; i < terms.size(); i++) {
      at += places.get(i)[0];
      placed.add(new PlacedWord(terms.get(i), at));
    }
    return placed;
  }

  /** The same words again, for one field of one document. */
  TokenStream again() {
    return new ReplayedTokens();
  }

  private void read(TokenStream stream) throws IOException {
    CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
    OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
    PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
    stream.reset();
    while (stream.incrementToken()) {
      terms.add(term.toString());
      places.add(new int[] {step.getPositionIncrement(), offset.startOffset(), offset.endOffset()});
    }
    stream.end();
    end = offset.endOffset();
  }

  private final class ReplayedTokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private int next;

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      int[] place = places.get(next);
      term.append(terms.get(next++));
      step.setPositionIncrement(place[0]);
      offset.setOffset(place[1], place[2]);
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offset.setOffset(end, end);
    }
  }
}
