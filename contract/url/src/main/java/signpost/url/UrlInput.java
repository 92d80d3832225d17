package signpost.url;

/** The code points of a URL as written, and how far the parser has come. */
final class UrlInput {
  static final int EOF = -1;

  private final int[] points;
  private int pointer;

  /** Leading and trailing controls and spaces go, tabs and line ends go wherever they stand. */
  UrlInput(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    this.points =
        text.substring(start, end)
            .codePoints()
            .filter(c -> c != '\t' && c != '\n' && c != '\r')
            .map(c -> (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
            .toArray();
  }

  boolean ended() {
    return pointer > points.length;
  }

  int current() {
    return pointer == points.length ? EOF : points[pointer];
  }

  int next() {
    return pointer + 1 < points.length ? points[pointer + 1] : EOF;
  }

  void advance() {
    pointer++;
  }

  void back(int steps) {
    pointer -= steps;
  }

  void restart() {
    pointer = -1;
  }

  /** Consumes the second of two slashes if they stand here. */
  boolean twoSlashes() {
    boolean two = current() == '/' && next() == '/';
    if (two) {
      pointer++;
    }
    return two;
  }

  boolean driveLetterHere() {
    if (pointer + 1 >= points.length || !UrlParts.driveLetter(new String(points, pointer, 2))) {
      return false;
    }
    return pointer + 2 == points.length || "/\\?#".indexOf(points[pointer + 2]) >= 0;
  }
}
