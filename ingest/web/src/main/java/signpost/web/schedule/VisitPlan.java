package signpost.web.schedule;

import java.time.Duration;

/** How long a target that is well may wait for its next visit, by how often it changes. Pure. */
public sealed interface VisitPlan {
  /** No target is left alone for longer. */
  Duration FOUR_WEEKS = Duration.ofDays(28);

  /**
   * How long a target waits.
   *
   * @param perDay changes a day that nobody tells us of
   */
  Duration wait(double perDay);

  /** The same where visits are dearer: a host gets no more than its budget. */
  VisitPlan dearer(double times);

  /** Of a target that a guide leads to, which is visited at least every {@code promise}. */
  static VisitPlan placed(Duration promise) {
    Duration shortest = WorthVisits.earlier(WorthVisits.AN_HOUR, promise);
    return new WorthVisits(promise, shortest, WorthVisits.OF_PLACED);
  }

  /** Of a page that is read and that no guide leads to. */
  static VisitPlan read() {
    return new WorthVisits(FOUR_WEEKS, WorthVisits.AN_HOUR, WorthVisits.OF_OTHERS);
  }

  /** Of a mere link, which is asked only whether it works. */
  static VisitPlan linked(Duration usual) {
    return new RareVisits(usual);
  }

  /**
   * Visits that are worth their price. Two things shorten a wait: a promise, which holds whatever a
   * page does, and what is to be gained by looking earlier.
   *
   * <p>A page that changes {@code r} times a day and is visited every {@code t} days is as it was
   * last seen for {@code (1 - e^-rt) / rt} of the time. One more visit a day gains {@code (1 -
   * (1+rt)e^-rt) / r} days, and is made where that is worth its price. Of pages that change faster
   * than they can be followed it never is (Cho and Garcia-Molina, "Effective page refresh
   * policies", 2003; Azar et al. 2018).
   *
   * @param longest what was promised
   * @param shortest no two visits are nearer together for the sake of changes
   * @param price how many days more of a fresh page a further visit a day must bring
   */
  record WorthVisits(Duration longest, Duration shortest, double price) implements VisitPlan {
    /** Nobody writes a page faster than that for people to read. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final double OF_PLACED = 0.03;

    /**
     * Of what nobody chose: eighteen of those are worth one that an owner did. A new one waits a
     * week.
     */
    private static final double OF_OTHERS = 18 * OF_PLACED;

    private static final double DAY = 86_400;
    private static final double FOR_EVER = 1e6;
    private static final int HALVINGS = 40;

    @Override
    public WorthVisits dearer(double times) {
      return new WorthVisits(longest, shortest, price * times);
    }

    @Override
    public Duration wait(double perDay) {
      double worth = price * perDay;
      if (perDay <= 0 || worth >= 1) {
        return longest;
      }
      double days = Math.min(gaining(worth) / perDay, FOR_EVER);
      return earlier(later(Duration.ofSeconds((long) (DAY * days)), shortest), longest);
    }

    /** Where {@code 1 - (1+x)e^-x} reaches this share. */
    private static double gaining(double share) {
      double low = 0;
      double high = 64;
      for (int halving = 0; halving < HALVINGS; halving++) {
        double x = (low + high) / 2;
        boolean below = 1 - (1 + x) * Math.exp(-x) < share;
        low = below ? x : low;
        high = below ? high : x;
      }
      return high;
    }

    private static Duration earlier(Duration one, Duration other) {
      return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration later(Duration one, Duration other) {
      return one.compareTo(other) >= 0 ? one : other;
    }
  }

  /**
   * Visits that grow rarer the longer nothing befalls a link, from the usual time to four weeks.
   *
   * @param usual of a link of which nothing is known
   */
  record RareVisits(Duration usual) implements VisitPlan {
    @Override
    public RareVisits dearer(double times) {
      return this;
    }

    @Override
    public Duration wait(double perDay) {
      double times = ChangeRate.UNKNOWN.perDay() / Math.max(perDay, 1e-6);
      Duration grown = Duration.ofSeconds((long) (usual.toSeconds() * Math.max(times, 1)));
      Duration longest = WorthVisits.later(usual, FOUR_WEEKS);
      return WorthVisits.earlier(grown, longest);
    }
  }
}
