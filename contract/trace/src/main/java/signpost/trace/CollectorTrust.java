package signpost.trace;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/**
 * The PEM file of the authorities a collector's certificate comes from. What reads such files for
 * databases and mail is in {@code signpost.record}, which stands on traces.
 */
final class CollectorTrust {
  private CollectorTrust() {}

  /**
   * The bytes of the file.
   *
   * @throws ConfigurationException if it cannot be read or holds no certificate
   */
  static byte[] read(Path file) {
    try {
      byte[] pem = Files.readAllBytes(file);
      if (CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem))
          .isEmpty()) {
        throw unusable(file, "it holds no certificate");
      }
      return pem;
    } catch (IOException e) {
      throw unusable(file, "it cannot be read (" + e + ")");
    } catch (CertificateException e) {
      throw unusable(file, "it is no PEM file of certificates (" + e.getMessage() + ")");
    }
  }

  private static ConfigurationException unusable(Path file, String why) {
    return new ConfigurationException(
        "signpost.traces.trust: %s cannot be used: %s.".formatted(file, why));
  }
}
