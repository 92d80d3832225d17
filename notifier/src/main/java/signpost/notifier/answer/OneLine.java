package signpost.notifier.answer;

/** Words that somebody typed, as one line: no control or format characters, not endless. */
public final class OneLine {
  private OneLine() {}

  /** At most so many characters of it. */
  public static String of(String words, int most) {
    String line = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most));
  }
}
