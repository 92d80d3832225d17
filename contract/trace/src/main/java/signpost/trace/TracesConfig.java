package signpost.trace;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.Optional;
import signpost.url.WebUrl;

/**
 * Whether traces are kept, and who collects them.
 *
 * @param endpoint where a collector of OpenTelemetry takes traces by OTLP over HTTP, as {@code
 *     http://127.0.0.1:4318}; without it there are none, and they cost nothing
 * @param ratio how many visits are traced, from 0 to 1: 0.1 is every tenth. What comes of a visit
 *     is traced if the visit is
 */
@ConfigurationProperties("signpost.traces")
public record TracesConfig(
    @Bindable(defaultValue = "") String endpoint, @Bindable(defaultValue = "1.0") double ratio) {
  /** Where OTLP over HTTP has traces, below the address of a collector. */
  private static final String SIGNAL = "/v1/traces";

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
  }

  /** No traces. */
  public static TracesConfig off() {
    return new TracesConfig("", 1);
  }

  /** What traces are posted to; empty where there are none. */
  public Optional<URI> target() {
    return endpoint.isEmpty()
        ? Optional.empty()
        : Optional.of(URI.create(endpoint.replaceFirst("/+$", "") + SIGNAL));
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
