package signpost.sample.web;

import java.time.Duration;

/**
 * The longest an owner may wait, counted from the happening: at most a day until the next visit,
 * then the evidence the rules for links ask for, then mail.
 */
final class EvidenceWait {
  private static final Duration NEXT_VISIT = Duration.ofHours(24);
  private static final Duration MAIL = Duration.ofHours(3);
  private static final Duration NEXT_DIGEST = Duration.ofDays(2);

  /** A notice seen twice, 15 minutes apart. */
  static final Duration NOTICE = NEXT_VISIT.plus(MAIL);

  /** Other contact details, seen twice, 15 minutes apart: told at once. */
  static final Duration CONTACT = NOTICE;

  /** Other words, seen twice, 15 minutes apart: told in a digest. */
  static final Duration WORDS = NEXT_VISIT.plus(NEXT_DIGEST).plus(MAIL);

  /** 404 twice an hour apart, and once more when much of the host says so. */
  static final Duration NOT_FOUND = NEXT_VISIT.plusHours(24).plus(MAIL);

  /** What a good status hides, seen twice a day apart, and the probe between. */
  static final Duration HIDDEN = NEXT_VISIT.plusHours(25).plus(MAIL);

  /** Three failures over 72 hours. */
  static final Duration UNREACHABLE = NEXT_VISIT.plusHours(72).plus(MAIL);

  /** A permanent redirect, stable for seven days, told in a digest. */
  static final Duration MOVED = NEXT_VISIT.plusDays(7).plus(NEXT_DIGEST);

  /** A certificate seen to end soon, told in a digest. */
  static final Duration CERTIFICATE = NEXT_VISIT.plus(NEXT_DIGEST).plus(MAIL);

  private EvidenceWait() {}
}
