package signpost.revision.compare;

/**
 * Holds the words in which two texts differ: what is left without their common beginning and end.
 */
record DifferingWords(String old, String young) {
  static DifferingWords of(String old, String young) {
    int least = Math.min(old.length(), young.length());
    int start = 0;
    while (start < least && old.charAt(start) == young.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < least - start && fromEnd(old, end) == fromEnd(young, end)) {
      end++;
    }
    return new DifferingWords(words(old, start, end), words(young, start, end));
  }

  private static char fromEnd(String text, int index) {
    return text.charAt(text.length() - 1 - index);
  }

  /**
   * Returns the whole words between a number of characters from the start and a number from the
   * end.
   */
  private static String words(String text, int start, int end) {
    int from = start;
    int to = text.length() - end;
    while (from > 0 && text.charAt(from - 1) != ' ') {
      from--;
    }
    while (to < text.length() && text.charAt(to) != ' ') {
      to++;
    }
    return text.substring(from, to);
  }
}
