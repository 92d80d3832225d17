package signpost.web.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.web.health.TargetState.FailedVisit;

/**
 * How much must be seen before a failing link is called broken. Failures of one kind are counted
 * together from the first of them; and whatever the mixture, what has failed as long and as often
 * as the slowest kind asks is broken. So a change of kind neither loses evidence nor invents any.
 */
enum Evidence {
  /** Publishers remove pages on purpose, but a bad deployment answers 404 for half a day too. */
  MISSING(2, Duration.ofHours(1)),
  /** Names lapse and are renewed within a day. */
  NO_NAME(3, Duration.ofHours(24)),
  /** Certificates are renewed by a person who reads mail in the morning. */
  UNSAFE(2, Duration.ofHours(24)),
  /** Servers come back after a weekend. */
  TROUBLE(3, Duration.ofHours(72));

  /**
   * Unless its neighbours show that a page is missing alone it may be a bad deployment. Those last
   * up to half a day, so the third look that counts comes after it.
   */
  static final Duration DEPLOYMENT = Duration.ofHours(13);

  private static final int DEPLOYMENT_OBSERVATIONS = 3;

  private final int observations;
  private final Duration span;

  Evidence(int observations, Duration span) {
    this.observations = observations;
    this.span = span;
  }

  static Evidence of(FailureClass failure) {
    return switch (failure) {
      case NOT_FOUND, GONE -> MISSING;
      case UNKNOWN_HOST -> NO_NAME;
      case TLS_EXPIRED, TLS_UNTRUSTED, TLS_WRONG_HOST -> UNSAFE;
      case CLIENT_ERROR,
          SERVER_ERROR,
          DNS_TROUBLE,
          REFUSED,
          UNREACHABLE,
          TIMED_OUT,
          CONNECTION_LOST,
          TLS_HANDSHAKE,
          TOO_MANY_REDIRECTS,
          TOO_LARGE,
          INVALID_URL ->
          TROUBLE;
    };
  }

  /**
   * How far apart an ending must be seen twice: a page's own words need less than our inference.
   */
  static Duration ofEnding(GoneKind kind) {
    return isNotice(kind) ? Duration.ofMinutes(15) : Duration.ofHours(24);
  }

  static boolean isNotice(GoneKind kind) {
    return switch (kind) {
      case WITHDRAWN, SUPERSEDED, ARCHIVED -> true;
      case SOFT_404, REDIRECTED_HOME, OTHER_OWNER, PARKED_DOMAIN, HIJACKED, OTHER_SUBJECT -> false;
    };
  }

  /**
   * Whether failures since the last success, newest of this kind, are enough.
   *
   * @param vouched whether its neighbours, or its publisher, show that a page is missing on purpose
   */
  boolean isIn(List<FailedVisit> failures, boolean vouched) {
    List<Instant> own =
        failures.stream().filter(it -> of(it.failure()) == this).map(FailedVisit::at).toList();
    List<Instant> all = failures.stream().map(FailedVisit::at).toList();
    boolean longer = this == MISSING && !vouched;
    return enough(own, longer ? DEPLOYMENT_OBSERVATIONS : observations, longer ? DEPLOYMENT : span)
        || enough(all, TROUBLE.observations, TROUBLE.span);
  }

  /** Whether the newest failures, all of this kind, are enough without any others. */
  boolean isInLately(List<FailedVisit> failures) {
    int from = failures.size();
    while (from > 0 && of(failures.get(from - 1).failure()) == this) {
      from--;
    }
    List<Instant> run =
        failures.subList(from, failures.size()).stream().map(FailedVisit::at).toList();
    return enough(run, observations, span);
  }

  /** How long a whole host must be in this trouble before that is told. */
  Duration ofHost() {
    return this == NO_NAME ? NO_NAME.span : TROUBLE.span;
  }

  private static boolean enough(List<Instant> seen, int times, Duration span) {
    return seen.size() >= times
        && !Duration.between(seen.getFirst(), seen.getLast()).minus(span).isNegative();
  }
}
