package signpost.record.meter;

import jakarta.inject.Singleton;
import signpost.record.Supervisor;

/** Says how this part stands. */
@Singleton
public final class PartFigures {
  private final Supervisor supervisor;
  private final FigureBoard board;

  PartFigures(Supervisor supervisor, FigureBoard board) {
    this.supervisor = supervisor;
    this.board = board;
  }

  /** As it is known now. */
  public PartStatus status() {
    return new PartStatus(
        PartVersion.TEXT,
        supervisor.isReady(),
        board.all().stream().map(PartStatus.FigureLine::of).toList());
  }
}
