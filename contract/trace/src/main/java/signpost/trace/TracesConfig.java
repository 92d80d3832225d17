package signpost.trace;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.url.WebUrl;

/**
 * Whether traces are kept, and who collects them.
 *
 * @param endpoint where a collector of OpenTelemetry takes traces by OTLP over HTTP, as {@code
 *     http://127.0.0.1:4318}; without it there are none, and they cost nothing
 * @param ratio how many visits are traced, from 0 to 1: 0.1 is every tenth. What comes of a visit
 *     is traced if the visit is
 * @param headers what a collector wants to see that lets nobody in without it, as {@code
 *     Authorization=Bearer …}; several with commas between, and a comma in one as {@code %2C}, as
 *     in {@code OTEL_EXPORTER_OTLP_HEADERS}. Best given as {@code SIGNPOST_TRACES_HEADERS}
 * @param trust a PEM file of the authorities that the collector’s certificate comes from; none but
 *     those are believed then. Without it those that Java knows
 */
@ConfigurationProperties("signpost.traces")
public record TracesConfig(
    @Bindable(defaultValue = "") String endpoint,
    @Bindable(defaultValue = "1.0") double ratio,
    @Bindable(defaultValue = "") String headers,
    Optional<Path> trust) {
  /** Where OTLP over HTTP has traces, below the address of a collector. */
  private static final String SIGNAL = "/v1/traces";

  private static final Pattern HERE = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");

  public TracesConfig {
    endpoint = endpoint.strip();
    if (!endpoint.isEmpty() && !isCollector(endpoint)) {
      throw new ConfigurationException(
          "signpost.traces.endpoint takes the address of a collector, as http://127.0.0.1:4318,"
              + " without who signs in, without ? and #. What it is now is not repeated here: it may"
              + " let somebody in.");
    }
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new ConfigurationException(
          "signpost.traces.ratio takes a number from 0 to 1, not %s.".formatted(ratio));
    }
    boolean secure = endpoint.isEmpty() || endpoint.startsWith("https:");
    if (!CollectorHeaders.of(headers).isEmpty() && !secure && !isHere(endpoint)) {
      throw new ConfigurationException(
          "signpost.traces.headers could be read by anybody on the way: it needs an https address in"
              + " signpost.traces.endpoint, or one of this machine.");
    }
    if (trust.isPresent() && !secure) {
      throw new ConfigurationException(
          "signpost.traces.trust needs an https address in signpost.traces.endpoint.");
    }
    trust.ifPresent(CollectorTrust::read);
  }

  /** No traces. */
  public static TracesConfig off() {
    return at("", 1);
  }

  /** To a collector that takes them from anybody. */
  public static TracesConfig at(String endpoint, double ratio) {
    return new TracesConfig(endpoint, ratio, "", Optional.empty());
  }

  /** What is sent beside traces, by name: secrets. */
  public Map<String, String> fields() {
    return CollectorHeaders.of(headers);
  }

  /** What traces are posted to; empty where there are none. */
  public Optional<URI> target() {
    return endpoint.isEmpty()
        ? Optional.empty()
        : Optional.of(URI.create(endpoint.replaceFirst("/+$", "") + SIGNAL));
  }

  /** Without what must not be seen. */
  @Override
  public String toString() {
    return "%s of the traces to %s".formatted(ratio, endpoint);
  }

  private static boolean isHere(String endpoint) {
    return WebUrl.parse(endpoint).filter(it -> HERE.matcher(it.host()).matches()).isPresent();
  }

  private static boolean isCollector(String endpoint) {
    return WebUrl.parse(endpoint)
        .filter(url -> url.web() && !url.hasUserinfo())
        .filter(url -> url.query().isEmpty() && url.fragment().isEmpty())
        .filter(url -> isUri(endpoint))
        .isPresent();
  }

  private static boolean isUri(String endpoint) {
    try {
      return URI.create(endpoint).getHost() != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
