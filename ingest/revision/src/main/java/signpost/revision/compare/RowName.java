package signpost.revision.compare;

/**
 * The name of a row, or what stands before a colon: it says what the rest of a passage is about.
 */
public final class RowName {
  private RowName() {}

  /** Empty where a passage has none. */
  public static String of(String passage) {
    int tab = passage.indexOf('\t');
    int end = tab >= 0 ? tab : passage.indexOf(": ");
    return end < 0 ? "" : passage.substring(0, end);
  }
}
