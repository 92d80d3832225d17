package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.web.fetch.FetchSettings;

/** The limits of a visit as ops may set them; each is told at {@link FetchSettings}. */
@ConfigurationProperties("signpost.fetch")
record FetchConfig(
    @Bindable(defaultValue = "30s") Duration timeout,
    @Bindable(defaultValue = "10s") Duration dnsTimeout,
    @Bindable(defaultValue = "10s") Duration connectTimeout,
    @Bindable(defaultValue = "10s") Duration readTimeout,
    @Bindable(defaultValue = "10485760") int maxBytes,
    @Bindable(defaultValue = "200") int maxRatio,
    @Bindable(defaultValue = "256") int minBytesPerSecond,
    @Bindable(defaultValue = "10") int maxHops,
    @Bindable(defaultValue = "16384") int maxHeaderLine,
    @Bindable(defaultValue = "200") int maxHeaders,
    @Bindable(defaultValue = "") List<String> resolve,
    @Bindable(defaultValue = "") List<String> allow,
    @Bindable(defaultValue = "") Set<Integer> ports,
    Optional<Path> trust) {
  FetchConfig {
    resolve = resolve.stream().filter(text -> !text.isBlank()).toList();
    allow = allow.stream().filter(text -> !text.isBlank()).toList();
  }

  /**
   * The same, as the library takes them.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  FetchSettings limits() {
    return new FetchSettings(
        timeout,
        dnsTimeout,
        connectTimeout,
        readTimeout,
        maxBytes,
        maxRatio,
        minBytesPerSecond,
        maxHops,
        maxHeaderLine,
        maxHeaders,
        resolve,
        allow,
        ports,
        trust);
  }
}
