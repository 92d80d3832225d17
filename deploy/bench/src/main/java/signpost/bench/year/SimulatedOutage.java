package signpost.bench.year;

import java.util.Optional;
import signpost.events.FailureClass;

/**
 * A time in which a target or a whole host does not answer as it should. Times are seconds since
 * 1970; what never ends has {@link #FOR_EVER} as its end.
 *
 * @param share of the host's targets that it befalls, 0 to 1
 */
record SimulatedOutage(long from, long to, OutageKind kind, double share) {
  static final long FOR_EVER = Long.MAX_VALUE;
  private static final long DAY = 86_400;

  /** What is wrong, and how it shows. */
  enum OutageKind {
    SERVER_ERRORS(FailureClass.SERVER_ERROR),
    TIMEOUTS(FailureClass.TIMED_OUT),
    REFUSED(FailureClass.REFUSED),
    DNS_TROUBLE(FailureClass.DNS_TROUBLE),
    DEPLOYMENT_404(FailureClass.NOT_FOUND),
    /** One page, for a few hours, and none of its neighbours. */
    GLITCH_404(FailureClass.NOT_FOUND),
    /** Several pages of a site that goes on. */
    SECTION_404(FailureClass.NOT_FOUND),
    /** Most pages of a site that goes on under new addresses. */
    REBUILT_404(FailureClass.NOT_FOUND),
    DEPLOYMENT_500(FailureClass.SERVER_ERROR),
    MAINTENANCE(FailureClass.SERVER_ERROR),
    FLAPPING(FailureClass.TIMED_OUT),
    TLS_EXPIRED(FailureClass.TLS_EXPIRED),
    HOST_GONE(FailureClass.UNKNOWN_HOST),
    PAGE_404(FailureClass.NOT_FOUND),
    PAGE_410(FailureClass.GONE),
    OUR_NETWORK(FailureClass.DNS_TROUBLE),
    SOFT_404(null),
    WALL(null),
    RATE_LIMIT(null),
    MOVE(null);

    private final @org.jspecify.annotations.Nullable FailureClass failure;

    OutageKind(@org.jspecify.annotations.Nullable FailureClass failure) {
      this.failure = failure;
    }

    /** How it shows, where it shows as a failure. */
    Optional<FailureClass> failure() {
      return Optional.ofNullable(failure);
    }
  }

  /** Nothing of the page itself is seen meanwhile. */
  boolean hides() {
    return switch (kind) {
      case SERVER_ERRORS,
          TIMEOUTS,
          REFUSED,
          DNS_TROUBLE,
          DEPLOYMENT_500,
          MAINTENANCE,
          FLAPPING,
          TLS_EXPIRED,
          HOST_GONE,
          OUR_NETWORK,
          WALL,
          RATE_LIMIT ->
          true;
      case DEPLOYMENT_404,
          GLITCH_404,
          SECTION_404,
          REBUILT_404,
          PAGE_404,
          PAGE_410,
          SOFT_404,
          MOVE ->
          false;
    };
  }

  /** The whole host gave no answer. */
  boolean isSilence() {
    return hides()
        && kind != OutageKind.WALL
        && kind != OutageKind.RATE_LIMIT
        && kind != OutageKind.OUR_NETWORK;
  }

  boolean at(long second) {
    return from <= second && second < to;
  }

  boolean lasts() {
    return to == FOR_EVER;
  }

  /** A reader has really lost the page for so long that its owner should know. */
  boolean worthTelling() {
    return switch (kind) {
      case MOVE, WALL, RATE_LIMIT, OUR_NETWORK, MAINTENANCE, FLAPPING -> false;
      case PAGE_404, PAGE_410, SECTION_404, REBUILT_404, SOFT_404, HOST_GONE -> true;
      case DEPLOYMENT_404, GLITCH_404, DEPLOYMENT_500 -> false;
      case TLS_EXPIRED -> to - from >= DAY;
      case SERVER_ERRORS, TIMEOUTS, REFUSED, DNS_TROUBLE -> to - from >= 3 * DAY;
    };
  }
}
