package signpost.search.gate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What ops may set of their own door.
 *
 * @param host the management address. One that others than this machine can reach needs the
 *     password too
 * @param port the port of the management address; -1 takes any free one
 * @param url where ops reach it, if by another name; names it does not know are refused
 * @param password lets user {@code ops} in at the public address; best given as {@code
 *     SIGNPOST_OPS_PASSWORD}
 */
@ConfigurationProperties("signpost.ops")
public record OpsConfig(
    @Bindable(defaultValue = "127.0.0.1") String host,
    @Bindable(defaultValue = "8083") int port,
    @Bindable(defaultValue = "") String url,
    @Bindable(defaultValue = "") String password) {

  /** Whether the password lets somebody in: an empty one lets in nobody. */
  public boolean hasPassword() {
    return !password.isEmpty();
  }
}
