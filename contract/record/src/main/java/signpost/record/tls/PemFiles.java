package signpost.record.tls;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Reads PEM files (RFC 7468) that the configuration names, and says which key to mend. */
public final class PemFiles {
  private static final String KEY = "-----BEGIN PRIVATE KEY-----";
  private static final String KEYS_END = "-----END PRIVATE KEY-----";

  private PemFiles() {}

  /**
   * The certificates of a file, in its order.
   *
   * @param key the configuration key that names the file
   * @throws ConfigurationException if it cannot be read or holds none
   */
  public static List<X509Certificate> certificates(String key, Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw unusable(key, file, "it holds no certificate");
      }
      return found;
    } catch (IOException e) {
      throw unusable(key, file, "it cannot be read (" + e + ")");
    } catch (CertificateException e) {
      throw unusable(key, file, "it is no PEM file of certificates (" + e.getMessage() + ")");
    }
  }

  /**
   * The text of a private key without a password, as PKCS #8.
   *
   * @throws ConfigurationException if it cannot be read or is none
   */
  public static String key(String key, Path file) {
    String text = text(key, file);
    if (!text.contains(KEY)) {
      throw unusable(
          key,
          file,
          "it holds no key without a password in PKCS #8 (openssl pkcs8 -topk8 -nocrypt makes one)");
    }
    if (!text.substring(text.indexOf(KEY)).contains(KEYS_END)) {
      throw unusable(key, file, "it ends amid the key, before " + KEYS_END);
    }
    return text;
  }

  /**
   * Makes sure that a key is that of a certificate.
   *
   * @param prefix of the configuration keys {@code certificate} and {@code key}
   * @throws ConfigurationException if one of them cannot be used, or they do not belong together
   */
  public static void pair(String prefix, Path certificate, Path key) {
    X509Certificate own = certificates(prefix + ".certificate", certificate).getFirst();
    if (!isPair(own.getPublicKey(), key(prefix + ".key", key))) {
      throw unusable(prefix + ".key", key, "it is not the key of " + certificate);
    }
  }

  /** The algorithm of a certificate's key, by the JDK's name: {@code EC}, {@code RSA}. */
  public static String algorithm(String key, Path certificate) {
    return certificates(key, certificate).getFirst().getPublicKey().getAlgorithm();
  }

  /** By signing something and looking whether the certificate bears it out. */
  private static boolean isPair(PublicKey known, String pem) {
    try {
      String algorithm = known.getAlgorithm();
      PrivateKey secret =
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(body(pem)));
      Signature signature =
          Signature.getInstance(
              switch (algorithm) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> algorithm;
              });
      signature.initSign(secret);
      byte[] signed = signature.sign();
      signature.initVerify(known);
      return signature.verify(signed);
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }

  private static byte[] body(String pem) {
    int from = pem.indexOf(KEY) + KEY.length();
    return Base64.getMimeDecoder().decode(pem.substring(from, pem.indexOf(KEYS_END, from)));
  }

  /**
   * The text of a file.
   *
   * @throws ConfigurationException if it cannot be read
   */
  public static String text(String key, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unusable(key, file, "it cannot be read (" + e + ")");
    }
  }

  /**
   * Sockets that believe the authorities of a file and no other, or without one those of the JDK.
   * Who uses them checks the name.
   *
   * @throws ConfigurationException if the file cannot be used
   */
  public static SSLSocketFactory sockets(String key, Optional<Path> trust) {
    return context(key, trust).getSocketFactory();
  }

  /** As {@link #sockets}, for those who make their own. */
  public static SSLContext context(String key, Optional<Path> trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManagerFactory judges =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      judges.init(trust.isEmpty() ? null : anchors(certificates(key, trust.get())));
      context.init(null, judges.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This JDK cannot do TLS", e);
    }
  }

  private static KeyStore anchors(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      anchors.setCertificateEntry("given-" + i, authorities.get(i));
    }
    return anchors;
  }

  private static ConfigurationException unusable(String key, Path file, String why) {
    return new ConfigurationException("%s: %s cannot be used: %s.".formatted(key, file, why));
  }
}
