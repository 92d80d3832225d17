package signpost.search.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.search.rank.ScoreFusion.FusedDocument;
import signpost.search.rank.ScoreFusion.ScoreScale;

class ScoreFusionTest {
  private static final ScoreScale WORDS = new ScoreScale(0, 10);
  private static final ScoreScale MEANING = new ScoreScale(0.25, 0.75);
  private static final float NO_VECTOR = Float.NaN;

  private static RankCandidate candidate(int document, double words, double meaning) {
    return new RankCandidate(document, true, (float) words, (float) meaning, 1);
  }

  private static List<Integer> order(RankMode mode, RankCandidate... candidates) {
    return ScoreFusion.order(List.of(candidates), mode, WORDS, MEANING).stream()
        .map(FusedDocument::document)
        .toList();
  }

  @Test
  void meaningCountsALittleMoreThanWords() {
    List<FusedDocument> fused =
        ScoreFusion.order(List.of(candidate(1, 10, 0.25)), RankMode.HYBRID, WORDS, MEANING);
    assertThat(fused.getFirst().score()).isCloseTo(0.45, within(1e-9));
  }

  @Test
  void goodInBothBeatsBestInOne() {
    assertThat(
            order(
                RankMode.HYBRID,
                candidate(1, 10, 0.25),
                candidate(2, 0, 0.75),
                candidate(3, 7, 0.625)))
        .containsExactly(3, 2, 1);
  }

  @Test
  void whereNothingIsKnownOfTheMeaningTheWordsDecide() {
    assertThat(order(RankMode.HYBRID, candidate(1, 6, NO_VECTOR), candidate(2, 6, 0.5)))
        .containsExactly(1, 2);
  }

  @Test
  void eachModeLooksAtItsOwnScores() {
    RankCandidate worded = candidate(1, 9, 0.5);
    RankCandidate meant = candidate(2, 3, 0.7);
    assertThat(order(RankMode.LEXICAL, worded, meant)).containsExactly(1, 2);
    assertThat(order(RankMode.VECTOR, worded, meant)).containsExactly(2, 1);
  }

  @Test
  void reciprocalRanksLeaveOutWhatHasNoneOfTheWords() {
    assertThat(order(RankMode.RRF, candidate(1, 0, 0.8), candidate(2, 1, 0.7)))
        .containsExactly(2, 1);
  }

  @Test
  void lowWeightTakesDownEvenAScoreBelowNothing() {
    RankCandidate well = candidate(1, -2, 0.3);
    RankCandidate broken = new RankCandidate(2, true, -2, 0.3f, 0.45);
    assertThat(order(RankMode.HYBRID, well, broken)).containsExactly(1, 2);
  }

  @Test
  void oneScoreAloneIsTheBest() {
    assertThat(new ScoreScale(3, 3).of(3)).isEqualTo(1);
    assertThat(new ScoreScale(3, 3).of(2)).isEqualTo(0);
  }
}
