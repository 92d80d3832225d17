package signpost.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.search.rank.Fusion.Fused;
import signpost.search.rank.Fusion.Scale;

class FusionTest {
  private static final Scale WORDS = new Scale(0, 10);
  private static final Scale MEANING = new Scale(0.25, 0.75);
  private static final float NO_VECTOR = Float.NaN;

  private static Candidate candidate(int document, double words, double meaning) {
    return new Candidate(document, true, (float) words, (float) meaning, 1);
  }

  private static List<Integer> order(Mode mode, Candidate... candidates) {
    return Fusion.order(List.of(candidates), mode, WORDS, MEANING).stream()
        .map(Fused::document)
        .toList();
  }

  @Test
  void wordsAndMeaningCountHalfEach() {
    List<Fused> fused = Fusion.order(List.of(candidate(1, 10, 0.25)), Mode.HYBRID, WORDS, MEANING);
    assertThat(fused.getFirst().score()).isEqualTo(0.5);
  }

  @Test
  void goodInBothBeatsBestInOne() {
    assertThat(
            order(
                Mode.HYBRID, candidate(1, 10, 0.25), candidate(2, 0, 0.75), candidate(3, 7, 0.625)))
        .containsExactly(3, 1, 2);
  }

  @Test
  void whereNothingIsKnownOfTheMeaningTheWordsDecide() {
    assertThat(order(Mode.HYBRID, candidate(1, 6, NO_VECTOR), candidate(2, 6, 0.5)))
        .containsExactly(1, 2);
  }

  @Test
  void eachModeLooksAtItsOwnScores() {
    Candidate worded = candidate(1, 9, 0.5);
    Candidate meant = candidate(2, 3, 0.7);
    assertThat(order(Mode.LEXICAL, worded, meant)).containsExactly(1, 2);
    assertThat(order(Mode.VECTOR, worded, meant)).containsExactly(2, 1);
  }

  @Test
  void reciprocalRanksLeaveOutWhatHasNoneOfTheWords() {
    assertThat(order(Mode.RRF, candidate(1, 0, 0.8), candidate(2, 1, 0.7))).containsExactly(2, 1);
  }

  @Test
  void lowWeightTakesDownEvenAScoreBelowNothing() {
    Candidate well = candidate(1, -2, 0.3);
    Candidate broken = new Candidate(2, true, -2, 0.3f, 0.45);
    assertThat(order(Mode.HYBRID, well, broken)).containsExactly(1, 2);
  }

  @Test
  void oneScoreAloneIsTheBest() {
    assertThat(new Scale(3, 3).of(3)).isEqualTo(1);
    assertThat(new Scale(3, 3).of(2)).isEqualTo(0);
  }
}
