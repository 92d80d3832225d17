package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Optional;
import signpost.web.fetch.OutboundProxy;

/**
 * The proxy between ingest and the web.
 *
 * @param url of a proxy through which all pages are fetched, such as {@code
 *     http://proxy.example:3128}; what goes wrong at it says nothing of a page, which is then not
 *     checked. Commands such as {@code check} do not use it
 * @param username who signs in at the proxy; empty signs nobody in
 * @param password of the user who signs in at the proxy; best given as {@code
 *     SIGNPOST_FETCH_PROXY_PASSWORD}
 * @param resolves true where only the proxy can look names up: the guard cannot judge then where a
 *     name leads, and the proxy itself must keep Signpost out of your network
 */
@ConfigurationProperties("signpost.fetch.proxy")
record ProxyConfig(
    @Bindable(defaultValue = "") String url,
    @Bindable(defaultValue = "") String username,
    @Bindable(defaultValue = "") String password,
    @Bindable(defaultValue = "false") boolean resolves) {
  ProxyConfig {
    if (url.isEmpty() && (!username.isEmpty() || !password.isEmpty() || resolves)) {
      throw new ConfigurationException("signpost.fetch.proxy.… needs " + OutboundProxy.KEY + ".");
    }
    try {
      proxy(url, username, password, resolves);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Optional<OutboundProxy> proxy(
      String url, String username, String password, boolean resolves) {
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(OutboundProxy.of(url, username, password, resolves));
  }

  /** The same, as the library takes it. */
  Optional<OutboundProxy> proxy() {
    return proxy(url, username, password, resolves);
  }

  /** Without what must not be seen. */
  @Override
  public String toString() {
    return url.isEmpty() ? "no proxy" : "a proxy";
  }
}
