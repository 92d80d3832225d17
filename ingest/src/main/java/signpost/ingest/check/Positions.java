package signpost.ingest.check;

import java.util.Arrays;

/** Turns an offset in a text into line and column, both from 1, the column in characters. */
final class Positions {
  /** For texts in which places mean nothing: always 0. */
  static final Positions NONE = new Positions("", new int[0], 0);

  private final String text;
  private final int[] starts;
  private final int offset;

  private Positions(String text, int[] starts, int offset) {
    this.text = text;
    this.starts = starts;
    this.offset = offset;
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
    return new Positions(text, Arrays.copyOf(starts, n), 0);
  }

  /** For a text that begins within this one. */
  Positions from(int beginning) {
    return new Positions(text, starts, offset + beginning);
  }

  int line(int at) {
    return starts.length == 0 ? 0 : index(place(at)) + 1;
  }

  int column(int at) {
    if (starts.length == 0) {
      return 0;
    }
    int place = place(at);
    return text.codePointCount(starts[index(place)], place) + 1;
  }

  private int place(int at) {
    return Math.min(offset + at, text.length());
  }

  private int index(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found >= 0 ? found : -found - 2;
  }
}
