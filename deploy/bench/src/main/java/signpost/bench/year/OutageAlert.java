package signpost.bench.year;

import java.util.Optional;

/**
 * Somebody was told that a target, or a whole host, is broken.
 *
 * @param subject the target's number, or the host's
 * @param truth what was wrong with it at that moment, if anything was
 * @param evidence what had been seen of it, in words
 */
record OutageAlert(
    long at, int subject, boolean host, Optional<SimulatedOutage> truth, String evidence) {
  /** Of a host only its silence is right: one that answers is there. */
  boolean right() {
    return truth
        .filter(SimulatedOutage::worthTelling)
        .filter(trouble -> !host || trouble.isSilence())
        .isPresent();
  }
}
