package signpost.events;

/** The rule of RFC 5893 for labels with letters written from right to left. */
final class IdnaBidi {
  private IdnaBidi() {}

  static boolean valid(String label) {
    int[] points = label.codePoints().toArray();
    boolean rightToLeft = false;
    for (int c : points) {
      rightToLeft |= strongRight(c) || direction(c) == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }
    if (!rightToLeft) {
      return true;
    }
    if (!strongRight(points[0])) {
      return false;
    }
    boolean european = false;
    boolean arabic = false;
    for (int c : points) {
      european |= direction(c) == Character.DIRECTIONALITY_EUROPEAN_NUMBER;
      arabic |= direction(c) == Character.DIRECTIONALITY_ARABIC_NUMBER;
      if (direction(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
        return false;
      }
    }
    return !(european && arabic) && endsWell(points);
  }

  private static boolean endsWell(int[] points) {
    int last = points.length - 1;
    while (last > 0 && direction(points[last]) == Character.DIRECTIONALITY_NONSPACING_MARK) {
      last--;
    }
    return strongRight(points[last])
        || direction(points[last]) == Character.DIRECTIONALITY_EUROPEAN_NUMBER
        || direction(points[last]) == Character.DIRECTIONALITY_ARABIC_NUMBER;
  }

  private static boolean strongRight(int c) {
    return direction(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static byte direction(int c) {
    return Character.getDirectionality(c);
  }
}
