package signpost.web.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import signpost.url.AddressGuard;
import signpost.url.IpRange;

/**
 * How long and how much a visit may take. {@code timeout}: the whole visit with its redirects;
 * {@code connectTimeout}: each address; {@code readTimeout}: silence between two reads, and the
 * grace before {@code minBytesPerSecond} is asked for; {@code maxBytes}: after decompression;
 * {@code maxRatio}: decompressed to received; {@code resolve}: {@code
 * "*.localhost=127.0.0.1:8600"}, names that are not looked up; {@code allow}: ranges let through
 * besides the public internet, {@code "127.0.0.0/8:8600"}; {@code ports}: besides 80 and 443;
 * {@code trust}: PEM file of further authorities.
 */
public record FetchSettings(
    Duration timeout,
    Duration dnsTimeout,
    Duration connectTimeout,
    Duration readTimeout,
    int maxBytes,
    int maxRatio,
    int minBytesPerSecond,
    int maxHops,
    int maxHeaderLine,
    int maxHeaders,
    List<String> resolve,
    List<String> allow,
    Set<Integer> ports,
    Optional<Path> trust) {
  public FetchSettings {
    for (Duration duration : List.of(timeout, dnsTimeout, connectTimeout, readTimeout)) {
      require(duration.isPositive(), "Times of signpost.fetch must be above zero: " + duration);
    }
    require(maxBytes > 0 && maxRatio > 0, "Sizes of signpost.fetch must be above zero");
    require(minBytesPerSecond >= 0 && maxHops >= 0, "signpost.fetch must not be negative");
    require(maxHeaderLine > 0 && maxHeaders > 0, "Sizes of signpost.fetch must be above zero");
    resolve = List.copyOf(resolve);
    allow = List.copyOf(allow);
    ports = Set.copyOf(ports);
    Objects.requireNonNull(trust, "trust");
  }

  /** What suits the public web, with nothing let through besides. */
  public static FetchSettings usual() {
    Duration step = Duration.ofSeconds(10);
    return new FetchSettings(
        Duration.ofSeconds(30),
        step,
        step,
        step,
        10 << 20,
        200,
        256,
        10,
        16 << 10,
        200,
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  /** Judges addresses by what is let through here besides the public internet. */
  public AddressGuard guard() {
    return new AddressGuard(allow.stream().map(IpRange::of).toList(), ports);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
