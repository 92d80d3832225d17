package signpost.ingest.extract;

import java.util.OptionalInt;

/** Doubts a reading that gave much less than the page usually gives. */
final class Usual {
  private Usual() {}

  /** Less than 40 % of the usual length is our failure or a broken answer, not a change. */
  static ReadOutcome judged(ReadOutcome outcome, OptionalInt usualLength) {
    if (outcome instanceof ReadOutcome.Read(ReadablePage page)
        && usualLength.isPresent()
        && page.length() * 5L < usualLength.getAsInt() * 2L) {
      return new ReadOutcome.Doubtful(
          page, page.length() + " characters where " + usualLength.getAsInt() + " are usual");
    }
    return outcome;
  }
}
