package signpost.ingest.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import signpost.record.LoopHealth;
import signpost.record.LoopPace;
import signpost.record.LoopPlan;
import signpost.record.Supervisor;

/** What ops is told of visits that fail at something of ours. */
class VisitOutcomesTest {
  private final Supervisor supervisor = new Supervisor(InstantSource.system(), LoopPace.USUAL);
  private final LoopHealth visits =
      supervisor.watch(LoopPlan.of("visits", "Visiting pages", Duration.ofSeconds(1)));
  private final VisitOutcomes outcomes = new VisitOutcomes(visits);

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void oddPagesAmongOthersAreSetAside() {
    for (int i = 0; i < 3 * VisitOutcomes.MOST_IN_A_ROW; i++) {
      fails();
      outcomes.done();
      assertThat(supervisor.isReady()).isTrue();
    }
  }

  @Test
  void crawlAtWhichEveryVisitFailsIsNotWellUntilOneGoesThrough() {
    for (int i = 1; i < VisitOutcomes.MOST_IN_A_ROW; i++) {
      fails();
      assertThat(supervisor.isReady()).isTrue();
    }
    fails();
    assertThat(supervisor.isReady()).isFalse();
    fails();
    assertThat(supervisor.isReady()).isFalse();
    outcomes.done();
    assertThat(supervisor.isReady()).isTrue();
  }

  private void fails() {
    visits.failed(new IllegalStateException("odd"));
    outcomes.putOff();
  }
}
