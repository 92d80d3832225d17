package signpost.bench.year;

/** How a host's sitemap tells of changes. */
enum HintManner {
  /** Each line has the time of its page's last change. */
  HONEST(0.35),
  /** Half of the changes move the time, one in five of those three days late. */
  LAZY(0.25),
  /** Each line has the time at which the sitemap was asked for. */
  LYING(0.15),
  /** There is no sitemap. */
  NONE(0.25);

  private final double share;

  HintManner(double share) {
    this.share = share;
  }

  /** By a number drawn from 0 to 1. */
  static HintManner drawn(double number) {
    double left = number;
    for (HintManner manner : values()) {
      left -= manner.share;
      if (left < 0) {
        return manner;
      }
    }
    return NONE;
  }
}
