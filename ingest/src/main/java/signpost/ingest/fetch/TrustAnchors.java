package signpost.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities we believe: the JDK's, and those of a PEM file if one is given. */
final class TrustAnchors {
  private TrustAnchors() {}

  /** Sockets that check chains, but not names: that is {@link Tls}'s second step. */
  static SSLSocketFactory sockets(Optional<Path> more) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new WitnessingTrust(trust(anchors(more)))}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot do TLS", e);
    } catch (IOException e) {
      throw new UncheckedIOException("signpost.fetch.trust: " + e.getMessage(), e);
    }
  }

  private static KeyStore anchors(Optional<Path> more)
      throws GeneralSecurityException, IOException {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    int n = 0;
    for (X509Certificate authority : trust(null).getAcceptedIssuers()) {
      anchors.setCertificateEntry("jdk-" + n++, authority);
    }
    if (more.isPresent()) {
      try (InputStream pem = Files.newInputStream(more.get())) {
        for (Certificate authority :
            CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
          anchors.setCertificateEntry("given-" + n++, authority);
        }
      }
    }
    return anchors;
  }

  private static X509ExtendedTrustManager trust(@Nullable KeyStore anchors)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(anchors);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("No X.509 trust manager");
  }
}
