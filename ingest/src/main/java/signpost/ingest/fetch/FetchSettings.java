package signpost.ingest.fetch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How long and how much a visit may take. {@code timeout}: the whole visit with its redirects;
 * {@code connectTimeout}: each address; {@code readTimeout}: silence between two reads, and the
 * grace before {@code minBytesPerSecond} is asked for; {@code maxBytes}: after decompression;
 * {@code maxRatio}: decompressed to received; {@code resolve}: {@code
 * "*.localhost=127.0.0.1:8600"}, names that are not looked up; {@code allow}: ranges let through
 * besides the public internet, {@code "127.0.0.0/8:8600"}; {@code ports}: besides 80 and 443;
 * {@code trust}: PEM file of further authorities.
 */
@ConfigurationProperties("signpost.fetch")
public record FetchSettings(
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
  public FetchSettings {
    for (Duration duration : List.of(timeout, dnsTimeout, connectTimeout, readTimeout)) {
      require(duration.isPositive(), "Times of signpost.fetch must be above zero: " + duration);
    }
    require(maxBytes > 0 && maxRatio > 0, "Sizes of signpost.fetch must be above zero");
    require(minBytesPerSecond >= 0 && maxHops >= 0, "signpost.fetch must not be negative");
    require(maxHeaderLine > 0 && maxHeaders > 0, "Sizes of signpost.fetch must be above zero");
    resolve = resolve.stream().filter(text -> !text.isBlank()).toList();
    allow = allow.stream().filter(text -> !text.isBlank()).toList();
    ports = Set.copyOf(ports);
    Objects.requireNonNull(trust, "trust");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
