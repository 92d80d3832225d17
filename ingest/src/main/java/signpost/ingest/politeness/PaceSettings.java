package signpost.ingest.politeness;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * How gently hosts are treated. {@code hostDelay}: the least between two visits of one host; {@code
 * maxDelay}: the most that slowness or Crawl-delay make of it; {@code backOff}: the first pause
 * after 429 or 503, doubled each time up to {@code retryCap}, which caps Retry-After too; {@code
 * breakerAfter}: so many failures to connect in a row open the breaker for {@code breakerOpen},
 * doubled each time up to {@code retryCap}. A pause of 0 switches it off.
 */
@ConfigurationProperties("signpost.fetch")
public record PaceSettings(
    @Bindable(defaultValue = "1s") Duration hostDelay,
    @Bindable(defaultValue = "1h") Duration maxDelay,
    @Bindable(defaultValue = "10s") Duration backOff,
    @Bindable(defaultValue = "1h") Duration retryCap,
    @Bindable(defaultValue = "3") int breakerAfter,
    @Bindable(defaultValue = "5m") Duration breakerOpen) {
  public PaceSettings {
    for (Duration duration : List.of(hostDelay, maxDelay, backOff, retryCap, breakerOpen)) {
      if (duration.isNegative()) {
        throw new IllegalArgumentException("Pauses of signpost.fetch must not be negative");
      }
    }
    if (breakerAfter < 1) {
      throw new IllegalArgumentException("signpost.fetch.breaker-after must be at least 1");
    }
  }
}
