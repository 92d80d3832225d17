package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import signpost.web.politeness.PaceSettings;

/** How gently hosts are treated, as ops may set it; each is told at {@link PaceSettings}. */
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
