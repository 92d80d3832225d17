package signpost.ingest.successor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.web.health.Observation.PageEnded;
import signpost.web.health.TargetState;
import signpost.web.health.TargetState.EndingSeen;

class EndingStageTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void missingPageIsLookedForBeforeItsEndIsProven() {
    assertThat(of(new LinkHealth.Suspect(FailureClass.NOT_FOUND, NOON)))
        .isEqualTo(EndingStage.SUSPECTED);
    assertThat(of(new LinkHealth.Broken(FailureClass.GONE, NOON))).isEqualTo(EndingStage.CONFIRMED);
  }

  @Test
  void silentHostSaysNothingOfWhereItsPagesWent() {
    assertThat(of(new LinkHealth.Suspect(FailureClass.TIMED_OUT, NOON)))
        .isEqualTo(EndingStage.UNKNOWN);
    assertThat(of(new LinkHealth.Broken(FailureClass.REFUSED, NOON)))
        .isEqualTo(EndingStage.UNKNOWN);
  }

  @Test
  void notFoundPageBehindA200IsLookedForFromItsFirstSight() {
    assertThat(of(new LinkHealth.Ok(), GoneKind.SOFT_404)).isEqualTo(EndingStage.SUSPECTED);
    assertThat(of(new LinkHealth.Ok())).isEqualTo(EndingStage.NONE);
  }

  @Test
  void whatWasWithdrawnOrSaysWhereItWentIsNotLookedFor() {
    assertThat(of(gone(GoneKind.WITHDRAWN, Optional.empty()))).isEqualTo(EndingStage.NONE);
    assertThat(of(gone(GoneKind.SUPERSEDED, Optional.of("https://example.org/new"))))
        .isEqualTo(EndingStage.NONE);
    assertThat(of(gone(GoneKind.SUPERSEDED, Optional.empty()))).isEqualTo(EndingStage.CONFIRMED);
  }

  @Test
  void strangersAreNotAskedWhereAPageWent() {
    assertThat(EndingStage.nowhereToLook(gone(GoneKind.PARKED_DOMAIN, Optional.empty())))
        .isPresent();
    assertThat(EndingStage.nowhereToLook(new LinkHealth.Broken(FailureClass.UNKNOWN_HOST, NOON)))
        .isPresent();
    assertThat(EndingStage.nowhereToLook(new LinkHealth.Broken(FailureClass.GONE, NOON))).isEmpty();
  }

  private static LinkHealth gone(GoneKind kind, Optional<String> replacement) {
    return new LinkHealth.GoneInPlace(kind, NOON, "", replacement);
  }

  private static EndingStage of(LinkHealth health) {
    return EndingStage.of(state(health, Optional.empty()));
  }

  private static EndingStage of(LinkHealth health, GoneKind seen) {
    PageEnded ended = new PageEnded(seen, "", Optional.empty());
    return EndingStage.of(
        state(health, Optional.of(new EndingSeen(ended, NOON, NOON, false, Optional.empty()))));
  }

  private static TargetState state(LinkHealth health, Optional<EndingSeen> ending) {
    return new TargetState(
        health,
        List.of(),
        false,
        0,
        Optional.empty(),
        ending,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
