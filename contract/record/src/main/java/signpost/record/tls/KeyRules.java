package signpost.record.tls;

import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What must hold between configuration keys.
 *
 * @param prefix what the keys begin with, without the last dot
 */
public record KeyRules(String prefix) {
  /**
   * Makes sure of something.
   *
   * @param otherwise what is wrong: a key without the prefix and the rest of a sentence, without
   *     its end
   * @throws ConfigurationException if it does not hold
   */
  public void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ConfigurationException(prefix + "." + otherwise + ".");
    }
  }

  /**
   * Makes sure of the keys {@code tls}, {@code trust}, {@code certificate} and {@code key} of a
   * client, and of the files they name.
   *
   * @throws ConfigurationException if they do not go together, or a file cannot be used
   */
  public void client(
      boolean tls, Optional<Path> trust, Optional<Path> certificate, Optional<Path> key) {
    require(
        tls || (trust.isEmpty() && certificate.isEmpty() && key.isEmpty()),
        "trust, %1$s.certificate and %1$s.key need %1$s.tls=true".formatted(prefix));
    require(
        certificate.isPresent() == key.isPresent(),
        "certificate and %s.key are given together".formatted(prefix));
    trust.ifPresent(file -> PemFiles.certificates(prefix + ".trust", file));
    if (certificate.isPresent() && key.isPresent()) {
      PemFiles.pair(prefix, certificate.get(), key.get());
    }
  }
}
