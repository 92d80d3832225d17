package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class OpsWordsTest {
  @Test
  void visitThatNobodyKnowsOfIsNotCalledTheFirst() {
    OptionalDouble unknown = OptionalDouble.empty();

    assertThat(OpsWords.lastVisit(unknown, unknown)).isEqualTo("Last visit: –.");
    assertThat(OpsWords.lastVisit(unknown, OptionalDouble.of(0)))
        .isEqualTo("Nothing was visited yet.");
    assertThat(OpsWords.lastVisit(OptionalDouble.of(300), OptionalDouble.of(9)))
        .isEqualTo("Last visit: 5 min ago.");
  }
}
