package signpost.tools.check;

import java.util.Arrays;

/** Turns an offset in a text into line and column, both from 1, the column in characters. */
public final class LinePositions {
  /** For texts in which places mean nothing: always 0. */
  static final LinePositions NONE = new LinePositions("", new int[0], 0, new LastPosition());

  private final String text;
  private final int[] starts;
  private final int offset;
  private final LastPosition last;

  /** The place asked for last: a line may be the whole text, and is not counted again each time. */
  private static final class LastPosition {
    private int start;
    private int place;
    private int count;
  }

  private LinePositions(String text, int[] starts, int offset, LastPosition last) {
    this.text = text;
    this.starts = starts;
    this.offset = offset;
    this.last = last;
  }

  public static LinePositions in(String text) {
    int[] starts = new int[64];
    int n = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (n == starts.length) {
        starts = Arrays.copyOf(starts, n * 2);
      }
      starts[n++] = i + 1;
    }
    return new LinePositions(text, Arrays.copyOf(starts, n), 0, new LastPosition());
  }

  /** For a text that begins within this one. */
  LinePositions from(int beginning) {
    return new LinePositions(text, starts, offset + beginning, last);
  }

  /** Where a line of a text, counted from 1, begins. */
  int start(int line) {
    return starts[line - 1];
  }

  public int line(int at) {
    return starts.length == 0 ? 0 : index(place(at)) + 1;
  }

  public int column(int at) {
    if (starts.length == 0) {
      return 0;
    }
    int place = place(at);
    int start = starts[index(place)];
    if (last.start != start) {
      last.start = start;
      last.place = start;
      last.count = 0;
    }
    last.count +=
        place < last.place
            ? -text.codePointCount(place, last.place)
            : text.codePointCount(last.place, place);
    last.place = place;
    return last.count + 1;
  }

  private int place(int at) {
    return Math.min(offset + at, text.length());
  }

  private int index(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found >= 0 ? found : -found - 2;
  }
}
