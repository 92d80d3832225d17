package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import signpost.web.politeness.PaceSettings;

/**
 * How gently hosts are treated, as ops may set it; the library has it as {@link PaceSettings}.
 *
 * @param hostDelay the least pause between two requests to one host; less is rude
 * @param maxDelay the longest that slowness or Crawl-delay may make the pause between two requests
 *     to one host
 * @param backOff the first pause after 429 or 503, doubled each time up to {@code retry-cap}
 * @param retryCap no pause is longer, whatever Retry-After says
 * @param breakerAfter so many failures to connect in a row leave the host alone for a while
 * @param breakerOpen how long such a host is left alone the first time, doubled each time up to
 *     {@code retry-cap}
 */
@ConfigurationProperties("signpost.fetch")
record PaceConfig(
    @Bindable(defaultValue = "1s") Duration hostDelay,
    @Bindable(defaultValue = "1h") Duration maxDelay,
    @Bindable(defaultValue = "10s") Duration backOff,
    @Bindable(defaultValue = "1h") Duration retryCap,
    @Bindable(defaultValue = "3") int breakerAfter,
    @Bindable(defaultValue = "5m") Duration breakerOpen) {
  /**
   * The same, as the library takes it.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  PaceSettings pace() {
    return new PaceSettings(hostDelay, maxDelay, backOff, retryCap, breakerAfter, breakerOpen);
  }
}
