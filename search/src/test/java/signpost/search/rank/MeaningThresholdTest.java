package signpost.search.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeaningThresholdTest {
  /** What nine of ten random questions stay below, on samples of four collections together. */
  @Test
  void pageMustBeNearerTheMorePagesThereAre() {
    assertThat(MeaningThreshold.of(30)).isCloseTo(0.593, within(0.002));
    assertThat(MeaningThreshold.of(72)).isCloseTo(0.605, within(0.002));
    assertThat(MeaningThreshold.of(300)).isCloseTo(0.627, within(0.003));
    assertThat(MeaningThreshold.of(1_000)).isCloseTo(0.641, within(0.002));
    assertThat(MeaningThreshold.of(4_900)).isCloseTo(0.662, within(0.002));
  }

  @Test
  void indexWithoutVectorsHasOneToo() {
    assertThat(MeaningThreshold.of(0)).isEqualTo(MeaningThreshold.of(1));
  }
}
