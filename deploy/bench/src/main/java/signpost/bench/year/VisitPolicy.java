package signpost.bench.year;

/** Who says when a page is looked at again. Times are seconds from the year's beginning. */
interface VisitPolicy {
  /** After a visit that found it changed or not: when the next is due. */
  long next(int page, boolean changed, long now);

  /** What is done besides visits at this time; which pages that makes due at once. */
  default int[] hinted(long now) {
    return new int[0];
  }

  /** Requests made for hints so far. */
  default long hintRequests() {
    return 0;
  }
}
