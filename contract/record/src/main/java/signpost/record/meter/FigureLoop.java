package signpost.record.meter;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;

/** Asks for the figures every few seconds. A source that fails has none, and the others theirs. */
@Context
final class FigureLoop {
  private static final Logger LOG = LoggerFactory.getLogger(FigureLoop.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final List<FigureSource> sources;
  private final FigureBoard board;
  private final SupervisedLoop loop;

  FigureLoop(List<FigureSource> sources, FigureBoard board, Supervisor supervisor) {
    this.sources = List.copyOf(sources);
    this.board = board;
    this.loop =
        supervisor.start(
            LoopPlan.of("figures", "Counting what is told at /prometheus", EVERY).unneeded(),
            LoopWork.steps(this::look));
  }

  private boolean look() {
    List<Figure> figures = new ArrayList<>();
    sources.forEach(source -> figures.addAll(asked(source)));
    board.put(figures);
    return false;
  }

  /** Whatever it asks has a loop of its own that fails, too, and says why. */
  private static List<Figure> asked(FigureSource source) {
    try {
      return source.figures();
    } catch (Exception e) {
      LOG.debug("Some figures cannot be known now", e);
      return List.of();
    }
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
