package signpost.sample.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageNoiseTest {
  @Test
  void amongSixtyPagesIsEveryKindOfNoiseThatIsNeverTold() {
    Set<NoiseKind> seen =
        IntStream.range(10, 70)
            .mapToObj(nth -> PageNoise.of(nth, true))
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    assertThat(NoiseKinds.ALL)
        .filteredOn(kind -> kind.allowed() == 0)
        .allMatch(seen::contains)
        .hasSizeGreaterThan(60);
  }

  @Test
  void aPageThatIsAboutToChangeHasNoOtherFace() {
    assertThat(IntStream.range(0, 70).mapToObj(nth -> PageNoise.of(nth, false)))
        .allSatisfy(kinds -> assertThat(kinds).doesNotContainAnyElementsOf(NoiseKinds.FACES));
  }
}
