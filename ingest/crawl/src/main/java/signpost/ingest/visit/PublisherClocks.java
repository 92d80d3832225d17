package signpost.ingest.visit;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;

/**
 * How far our clock is from those of publishers, as their answers say (Date, RFC 9110 6.6.1): one
 * of them may be wrong, the middle of many is not.
 */
@Singleton
final class PublisherClocks implements FigureSource {
  private static final int MOST_HOSTS = 51;
  private static final int FEWEST_HOSTS = 3;

  /** What an answer said longer ago was of another hour; the clock may have been put right. */
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  /** So many seconds ahead of a host's clock, as seen then by ours. */
  private record SeenClock(double seconds, Instant at) {
    boolean isGood(Instant now) {
      return Duration.between(at, now).abs().compareTo(GOOD_FOR) <= 0;
    }
  }

  private final InstantSource wall;
  private final Map<String, SeenClock> aheadOf =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SeenClock> eldest) {
          return size() > MOST_HOSTS;
        }
      };

  PublisherClocks(@Named("wall") InstantSource wall) {
    this.wall = wall;
  }

  /** An answer that has just come. */
  void look(Answered answer) {
    Instant now = wall.instant();
    ahead(answer.headers(), now)
        .ifPresent(seconds -> add(answer.finalUrl().authority(), new SeenClock(seconds, now)));
  }

  private synchronized void add(String host, SeenClock seen) {
    aheadOf.remove(host);
    aheadOf.put(host, seen);
  }

  /** Seconds that {@code now} is later than an answer's date; none for what a cache kept. */
  private static Optional<Double> ahead(Headers headers, Instant now) {
    return headers.first("age").isPresent()
        ? Optional.empty()
        : headers
            .first("date")
            .flatMap(PublisherClocks::date)
            .map(there -> Duration.between(there, now).toMillis() / 1_000.0);
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The middle of what all hosts said lately; nothing while they are few. */
  synchronized OptionalDouble ahead() {
    Instant now = wall.instant();
    List<Double> sorted =
        aheadOf.values().stream()
            .filter(seen -> seen.isGood(now))
            .map(SeenClock::seconds)
            .sorted()
            .toList();
    return sorted.size() < FEWEST_HOSTS
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted.get(sorted.size() / 2));
  }

  @Override
  public List<Figure> figures() {
    return ahead().stream()
        .mapToObj(seconds -> Figure.of(SignpostMeter.CLOCK_OFFSET, seconds, "publishers"))
        .toList();
  }
}
