package signpost.bench;

import java.io.PrintWriter;

/** The figures as they come, each with what was wanted of it. */
public final class FigureTable {
  private final PrintWriter out;
  private boolean reached = true;

  /** Prints to here, a line at a time. */
  public FigureTable(PrintWriter out) {
    this.out = out;
  }

  /** A figure that is reported. */
  public void row(String what, String figure) {
    out.printf("%-44s %s%n", what, figure);
    out.flush();
  }

  /** A figure that is wanted. */
  public void row(String what, String figure, String wanted, boolean isReached) {
    row(what, "%s · wanted %s: %s".formatted(figure, wanted, isReached ? "reached" : "MISSED"));
    reached &= isReached;
  }

  /** Whether everything wanted was. */
  public boolean reached() {
    return reached;
  }
}
