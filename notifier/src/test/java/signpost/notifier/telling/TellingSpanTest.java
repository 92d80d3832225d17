package signpost.notifier.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;

/** To which traces a message belongs. */
final class TellingSpanTest {
  private static final Optional<String> ONE = visit(1, "b7ad6b7169203331");
  private static final Optional<String> SAME = visit(1, "c7ad6b7169203331");
  private static final Optional<String> OTHER = visit(2, "b7ad6b7169203331");

  private static Optional<String> visit(int trace, String span) {
    return Optional.of("00-%032x-%s-01".formatted(trace, span));
  }

  @Test
  void messageThatTellsOfOneVisitBelongsToItsTraceHoweverManyFindingsItBrought() {
    SpanPlan plan = TellingSpan.of(List.of(ONE, SAME));

    assertThat(plan.parent()).isEqualTo(new SpanParent.CarriedTrace(ONE));
    assertThat(plan.links()).isEmpty();
  }

  @Test
  void messageThatTellsOfSeveralIsATraceOfItsOwnAndGoesBackToEachOnce() {
    SpanPlan plan = TellingSpan.of(List.of(ONE, OTHER, SAME));

    assertThat(plan.parent()).isEqualTo(new SpanParent.NewTrace());
    assertThat(plan.links()).containsExactly(ONE.orElseThrow(), OTHER.orElseThrow());
  }

  @Test
  void messageThatTellsMoreThanAVisitDoesNotBelongToIt() {
    SpanPlan plan = TellingSpan.of(List.of(Optional.empty(), ONE));

    assertThat(plan.parent()).isEqualTo(new SpanParent.NewTrace());
    assertThat(plan.links()).containsExactly(ONE.orElseThrow());
  }

  @Test
  void messageGoesBackToNoMoreVisitsThanASpanHasLinks() {
    SpanPlan plan =
        TellingSpan.of(
            IntStream.rangeClosed(1, 500).mapToObj(it -> visit(it, "b7ad6b7169203331")).toList());

    assertThat(plan.parent()).isEqualTo(new SpanParent.NewTrace());
    assertThat(plan.links()).hasSize(128);
  }

  @Test
  void messageThatTellsOfNoVisitHasNoTrace() {
    assertThat(TellingSpan.of(List.of(Optional.empty())).parent())
        .isEqualTo(new SpanParent.CarriedTrace(Optional.empty()));
  }
}
