package signpost.search;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import signpost.record.tls.PemFiles;

/**
 * How it is asked whether Signpost answers at its https public address.
 *
 * @param enabled false where this machine cannot reach the public address though readers do: nobody
 *     then watches that address and its certificate
 * @param trust a PEM file of authorities, where readers’ browsers know one of your own; no others
 *     are then believed
 */
@ConfigurationProperties("signpost.public-check")
public record PublicCheckConfig(
    @Bindable(defaultValue = "true") boolean enabled, Optional<Path> trust) {
  private static final String TRUST = "signpost.public-check.trust";

  public PublicCheckConfig {
    trust.ifPresent(file -> PemFiles.certificates(TRUST, file));
  }

  /** Believes whom readers' browsers believe. */
  public SSLContext tls() {
    return PemFiles.context(TRUST, trust);
  }
}
