package signpost.search.gate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What ops may set of their own door. {@code host} and {@code port}: the management address, {@code
 * -1} for any free port; {@code url}: where ops reach it, if not there; {@code password}: lets user
 * {@code ops} in at the public address.
 */
@ConfigurationProperties("signpost.ops")
record OpsConfig(
    @Bindable(defaultValue = "127.0.0.1") String host,
    @Bindable(defaultValue = "8083") int port,
    @Bindable(defaultValue = "") String url,
    @Bindable(defaultValue = "") String password) {

  /** Whether the password lets somebody in: an empty one lets in nobody. */
  boolean hasPassword() {
    return !password.isEmpty();
  }
}
