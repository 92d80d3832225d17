package signpost.notifier.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;

/** To which traces a message belongs. */
final class TellingSpanTest {
  private static final String ONE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String OTHER = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void messageThatTellsOfOneVisitBelongsToItsTrace() {
    SpanPlan plan = TellingSpan.of(List.of(ONE));

    assertThat(plan.parent()).isEqualTo(new SpanParent.CarriedTrace(Optional.of(ONE)));
    assertThat(plan.links()).isEmpty();
  }

  @Test
  void messageThatTellsOfSeveralIsATraceOfItsOwnAndGoesBackToEach() {
    SpanPlan plan = TellingSpan.of(List.of(ONE, OTHER));

    assertThat(plan.parent()).isEqualTo(new SpanParent.NewTrace());
    assertThat(plan.links()).containsExactly(ONE, OTHER);
  }

  @Test
  void messageThatTellsOfNoVisitHasNoTrace() {
    assertThat(TellingSpan.of(List.of()).parent())
        .isEqualTo(new SpanParent.CarriedTrace(Optional.empty()));
  }
}
