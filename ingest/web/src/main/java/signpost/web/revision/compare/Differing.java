package signpost.web.revision.compare;

/** The words in which two texts differ, between those that both begin and end with. */
record Differing(String old, String young) {
  static Differing of(String old, String young) {
    int least = Math.min(old.length(), young.length());
    int start = 0;
    while (start < least && old.charAt(start) == young.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < least - start && fromEnd(old, end) == fromEnd(young, end)) {
      end++;
    }
    return new Differing(words(old, start, end), words(young, start, end));
  }

  private static char fromEnd(String text, int index) {
    return text.charAt(text.length() - 1 - index);
  }

  /** What stands between so many characters from either end, in whole words. */
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
