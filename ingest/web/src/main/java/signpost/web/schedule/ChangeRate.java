package signpost.web.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a page changes, from visits at unequal intervals that say only whether it changed at
 * least once in between: the rate of greatest likelihood (Cho and Garcia-Molina, "Estimating
 * frequency of change", 2003, section 5), with a prior so that a new page is visited neither always
 * nor never, and one that has changed at each visit is not thought to change without end. What is
 * long past counts less: pages change their habits.
 *
 * @param quiet days of the intervals in which it did not change
 * @param changed how many intervals there were in which it did, by their length: each is a number
 *     of half doublings of a day
 */
public record ChangeRate(
    @JsonProperty(required = true) double quiet, Map<Integer, Double> changed) {
  /** Of a page of which nothing is known: once in 40 days, as soon outweighed. */
  public static final ChangeRate UNKNOWN = new ChangeRate(0, Map.of());

  private static final double PRIOR_CHANGES = 0.25;
  private static final double PRIOR_DAYS = 10;

  /** After so many days a visit counts for a third. */
  private static final double MEMORY = 240;

  private static final double DAY_MILLIS = 86_400_000;
  private static final double A_MINUTE = 1 / 1440.0;
  private static final double FORGOTTEN = 0.02;
  private static final double FASTEST = 100;
  private static final int HALVINGS = 40;

  public ChangeRate {
    changed = Map.copyOf(changed);
  }

  /** Changes a day. */
  public double perDay() {
    double low = 0;
    double high = FASTEST;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double rate = (low + high) / 2;
      boolean below = slope(rate) > 0;
      low = below ? rate : low;
      high = below ? high : rate;
    }
    return high;
  }

  /** Of the logarithm of the likelihood; it falls as the rate rises. */
  private double slope(double rate) {
    double sum = PRIOR_CHANGES / rate - PRIOR_DAYS - quiet;
    for (Map.Entry<Integer, Double> one : changed.entrySet()) {
      double days = days(one.getKey());
      sum += one.getValue() * days / Math.expm1(rate * days);
    }
    return sum;
  }

  /** What a visit adds that came so long after the one before. */
  public ChangeRate after(boolean change, Duration since) {
    double days = Math.max(since.toMillis() / DAY_MILLIS, A_MINUTE);
    double kept = Math.exp(-days / MEMORY);
    Map<Integer, Double> all = new TreeMap<>();
    changed.forEach((length, times) -> all.put(length, times * kept));
    all.values().removeIf(it -> it < FORGOTTEN);
    if (change) {
      all.merge(length(days), 1.0, Double::sum);
    }
    return new ChangeRate(kept * quiet + (change ? 0 : days), all);
  }

  private static int length(double days) {
    return (int) Math.round(2 * Math.log(days) / Math.log(2));
  }

  private static double days(int length) {
    return Math.pow(2, length / 2.0);
  }
}
