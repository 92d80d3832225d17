package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.record.tls.PemFiles;
import signpost.url.IpRange;
import signpost.web.fetch.FetchSettings;

/**
 * The limits of a visit, as ops may set them; the library has them as {@link FetchSettings}.
 *
 * @param timeout the longest that a visit may take, with its redirects
 * @param dnsTimeout the longest that the look-up of a name may take
 * @param connectTimeout the longest that a connection to each address of a host may take
 * @param readTimeout the longest silence between two reads, and the grace before {@code
 *     min-bytes-per-second} is asked for
 * @param maxBytes more of an answer than this is not read, counted after decompression
 * @param maxRatio an answer that unpacks to more than so many times its size is given up
 * @param minBytesPerSecond an answer that brings fewer bytes a second is given up
 * @param maxHops the most redirects that are followed
 * @param maxHeaderLine the longest line of an answer’s head, in bytes
 * @param maxHeaders the most lines of an answer’s head
 * @param resolve names answered without DNS, such as {@code *.localhost=127.0.0.1:8600}
 * @param allow address ranges dialled besides public ones, and taken for a replacement in an
 *     answer, such as {@code 127.0.0.0/8:8600}. Each is a door into your network
 * @param ports ports dialled besides 80 and 443
 * @param trust a PEM file of certificates believed besides the usual ones
 */
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
    allow.forEach(FetchConfig::checkRange);
    trust.ifPresent(file -> PemFiles.certificates("signpost.fetch.trust", file));
  }

  private static void checkRange(String range) {
    try {
      IpRange.of(range);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("signpost.fetch.allow: " + e.getMessage(), e);
    }
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
