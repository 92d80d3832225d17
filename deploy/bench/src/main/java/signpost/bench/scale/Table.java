package signpost.bench.scale;

import java.io.PrintWriter;

/** The figures as they come, each with what was wanted of it. */
final class Table {
  private final PrintWriter out;
  private boolean reached = true;

  Table(PrintWriter out) {
    this.out = out;
  }

  void row(String what, String figure) {
    out.printf("%-44s %s%n", what, figure);
    out.flush();
  }

  void row(String what, String figure, String wanted, boolean isReached) {
    row(what, "%s · wanted %s: %s".formatted(figure, wanted, isReached ? "reached" : "MISSED"));
    reached &= isReached;
  }

  /** Whether everything wanted was. */
  boolean reached() {
    return reached;
  }
}
