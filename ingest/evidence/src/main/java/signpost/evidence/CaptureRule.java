package signpost.evidence;

import java.util.Optional;

/**
 * What becomes of a reading. The first of a page is kept, and the readings before and after
 * everything that is told of it; any other is only held until the next takes its place.
 */
final class CaptureRule {
  private CaptureRule() {}

  /** What is done with it. */
  enum CaptureAct {
    KEEP,
    /** What is held is kept first: it is what the page said before. */
    KEEP_BOTH,
    HOLD,
    PASS
  }

  /**
   * By versions alone, so that what could not be written at one visit is made up for at the next.
   *
   * @param kept the version of the newest capture that is kept
   * @param held the version of the capture that is held
   * @param settled whether nothing in the reading still waits to be seen again
   */
  static CaptureAct of(
      Optional<PageVersion> kept, Optional<PageVersion> held, PageVersion now, boolean settled) {
    if (kept.isEmpty()) {
      return CaptureAct.KEEP;
    }
    if (!kept.get().equals(now)) {
      return held.equals(kept) ? CaptureAct.KEEP_BOTH : CaptureAct.KEEP;
    }
    return settled && now.trouble().isEmpty() ? CaptureAct.HOLD : CaptureAct.PASS;
  }
}
