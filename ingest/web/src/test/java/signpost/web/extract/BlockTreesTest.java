package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Trees are read as they are written, and add up. */
class BlockTreesTest {
  private static final BlockTrees TWO =
      BlockTrees.parse(
          """
          # where they come from
          [link_share<0.5 [words<2.0 -1.0 1.0] -2.0]
          [in_nav<1.0 0.5 -0.5]
          """);

  @Test
  void weightsOfAllTreesAddUpToTheOdds() {
    assertThat(TWO.probability(row(0.1, 3, 0))).isCloseTo(1 / (1 + Math.exp(-1.5)), within(1e-6));
    assertThat(TWO.probability(row(0.1, 1, 0))).isCloseTo(1 / (1 + Math.exp(0.5)), within(1e-6));
    assertThat(TWO.probability(row(0.9, 3, 1))).isCloseTo(1 / (1 + Math.exp(2.5)), within(1e-6));
  }

  @Test
  void reasonsNameWhatWeighedMostFirst() {
    assertThat(TWO.reasons(row(0.9, 3, 0), 1))
        .extracting(PageExplanation.LineReason::feature)
        .containsExactly("link_share");
  }

  @Test
  void countThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> BlockTrees.parse("[moon_phase<1.0 0.1 0.2]"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aThousandTreesAddUpAsOneDoes() {
    String one = "[link_share<0.5 [words<2.0 -0.001 0.001] -0.002]\n";
    assertThat(BlockTrees.parse(one.repeat(1_000)).probability(row(0.1, 3, 0)))
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-4));
    assertThat(BlockTrees.parse(one.repeat(1_000)).probability(row(0.9, 3, 0)))
        .isCloseTo(1 / (1 + Math.exp(2)), within(1e-4));
  }

  private static FeatureRow row(double linkShare, double words, double inNav) {
    FeatureRow row = new FeatureRow();
    row.set(BlockFeature.LINK_SHARE, linkShare);
    row.set(BlockFeature.WORDS, words);
    row.set(BlockFeature.IN_NAV, inNav);
    return row;
  }
}
