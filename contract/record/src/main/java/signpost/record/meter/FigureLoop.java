package signpost.record.meter;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;

/** Asks for the figures every few seconds. A source that fails or hangs has none, others theirs. */
@Context
final class FigureLoop {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final List<FigureWatch> watches;
  private final SupervisedLoop loop;

  FigureLoop(List<FigureSource> sources, FigureBoard board, Supervisor supervisor) {
    this.watches = sources.stream().map(source -> new FigureWatch(source, board)).toList();
    this.loop =
        supervisor.start(
            LoopPlan.of("figures", "Counting what is told at /prometheus", EVERY).unneeded(),
            LoopWork.steps(this::look));
  }

  private boolean look() {
    watches.forEach(FigureWatch::look);
    return false;
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
