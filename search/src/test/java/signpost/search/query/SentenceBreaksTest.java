package signpost.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceBreaksTest {
  private static final String TEXT = "Who can apply? Anyone. See\npage 3.5 of it";

  private final SentenceBreaks sentences = new SentenceBreaks();

  @Test
  void beginAfterAMarkAndASpaceAndAtEachLine() {
    sentences.setText(TEXT);
    assertThat(parts(TEXT))
        .containsExactly("Who can apply? ", "Anyone. ", "See\n", "page 3.5 of it");
  }

  @Test
  void areTheSameFromBehind() {
    sentences.setText(TEXT);
    List<Integer> forwards = new ArrayList<>();
    for (int at = sentences.first(); at != BreakIterator.DONE; at = sentences.next()) {
      forwards.add(at);
    }
    List<Integer> backwards = new ArrayList<>();
    for (int at = sentences.last(); at != BreakIterator.DONE; at = sentences.previous()) {
      backwards.addFirst(at);
    }
    assertThat(backwards).isEqualTo(forwards);
  }

  @Test
  void nearestToAnyPlaceAreThoseAroundIt() {
    sentences.setText(TEXT);
    int place = TEXT.indexOf("Any") + 1;
    assertThat(sentences.preceding(place)).isEqualTo(TEXT.indexOf("Anyone"));
    assertThat(sentences.following(place)).isEqualTo(TEXT.indexOf("See"));
    assertThat(sentences.isBoundary(place)).isFalse();
    assertThat(sentences.isBoundary(TEXT.indexOf("See"))).isTrue();
  }

  @Test
  void stayWithinTheirPartOfAText() {
    sentences.setText(new StringCharacterIterator(TEXT, 6, 20, 6));
    assertThat(sentences.first()).isEqualTo(6);
    assertThat(sentences.preceding(10)).isEqualTo(6);
    assertThat(sentences.last()).isEqualTo(20);
    assertThat(sentences.following(16)).isEqualTo(20);
    assertThat(sentences.next()).isEqualTo(BreakIterator.DONE);
    assertThatThrownBy(() -> sentences.following(21)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingHasNoSentences() {
    sentences.setText("");
    assertThat(sentences.next()).isEqualTo(BreakIterator.DONE);
    assertThat(sentences.previous()).isEqualTo(BreakIterator.DONE);
  }

  private List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }
}
