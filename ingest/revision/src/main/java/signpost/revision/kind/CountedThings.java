package signpost.revision.kind;

/** "1 page", "2 pages". */
final class CountedThings {
  private CountedThings() {}

  static String of(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
