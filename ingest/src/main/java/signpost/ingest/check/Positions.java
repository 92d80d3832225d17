package signpost.ingest.check;

import java.util.Arrays;

/** Turns an offset in a text into line and column, both from 1. */
final class Positions {
  private final int[] starts;
  private final int line;
  private final int column;

  private Positions(int[] starts, int line, int column) {
    this.starts = starts;
    this.line = line;
    this.column = column;
  }

  static Positions in(String text) {
    int[] starts = new int[64];
    int n = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (n == starts.length) {
        starts = Arrays.copyOf(starts, n * 2);
      }
      starts[n++] = i + 1;
    }
    return new Positions(Arrays.copyOf(starts, n), 0, 0);
  }

  /** For a text whose place within another is known only as a whole. */
  static Positions at(int line, int column) {
    return new Positions(new int[] {0}, line, column);
  }

  int line(int offset) {
    return line > 0 || column < 0 ? line : index(offset) + 1;
  }

  int column(int offset) {
    return line > 0 || column < 0 ? Math.max(column, 0) : offset - starts[index(offset)] + 1;
  }

  private int index(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
