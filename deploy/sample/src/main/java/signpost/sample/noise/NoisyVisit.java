package signpost.sample.noise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * One visit to one page.
 *
 * @param seed of this page: the same seed, visit and instant give the same bytes
 * @param visit counted from 0
 */
public record NoisyVisit(long seed, int visit, Instant at) {
  public static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

  /** Other numbers at every visit. */
  public Random each(String what) {
    return new Random(mixed(seed, what, visit));
  }

  /** The same numbers all day. */
  public Random daily(String what) {
    return new Random(mixed(seed, what, today().toEpochDay()));
  }

  /** The same numbers at every visit. */
  public Random always(String what) {
    return new Random(mixed(seed, what, -1));
  }

  public LocalDate today() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  public int hour() {
    return at.atZone(ZoneOffset.UTC).getHour();
  }

  /** Since the page was first looked at. */
  public Duration since() {
    return Duration.between(FIRST, at);
  }

  public static long mixed(long seed, String what, long number) {
    long mixed = seed * 0x9E3779B97F4A7C15L + what.hashCode() * 0xBF58476D1CE4E5B9L + number;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
