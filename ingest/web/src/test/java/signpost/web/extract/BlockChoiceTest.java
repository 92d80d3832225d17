package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which lines are taken, once it is known how probable each is. */
class BlockChoiceTest {
  @Test
  void linesOfOneShapeHelpEachOther() {
    double[] smoothed =
        BlockChoice.smoothed(new double[] {0.9, 0.9, 0.1, 0.1}, words(4), new long[] {1, 1, 1, 2});
    assertThat(smoothed[2]).isGreaterThan(0.3);
    assertThat(smoothed[3]).isEqualTo(0.1);
  }

  @Test
  void longProbableLinesAreTakenAndImprobableLeft() {
    boolean[] chosen =
        BlockChoice.of(new double[] {0.9, 0.8, 0.1}, new int[] {40, 40, 40}, new boolean[3]);
    assertThat(chosen).containsExactly(true, true, false);
  }

  @Test
  void rulesAreKeptWhereTheyAreNearlyAsGood() {
    boolean[] ruled = {true, true, true};
    assertThat(BlockChoice.of(new double[] {0.95, 0.95, 0.5}, new int[] {90, 90, 2}, ruled))
        .isSameAs(ruled);
  }

  @Test
  void rulesAreLeftWhereTheyMissMuch() {
    boolean[] ruled = {true, false, false};
    assertThat(BlockChoice.of(new double[] {0.9, 0.9, 0.1}, new int[] {40, 40, 40}, ruled))
        .containsExactly(true, true, false);
  }

  @Test
  void pageWithoutWordsKeepsWhatTheRulesChose() {
    assertThat(BlockChoice.of(new double[0], new int[0], new boolean[0])).isEmpty();
    assertThat(BlockChoice.of(new double[] {0.9}, new int[] {0}, new boolean[] {true}))
        .containsExactly(true);
  }

  private static int[] words(int lines) {
    int[] words = new int[lines];
    java.util.Arrays.fill(words, 10);
    return words;
  }
}
