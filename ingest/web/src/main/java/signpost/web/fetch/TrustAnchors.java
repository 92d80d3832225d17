package signpost.web.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.CertPathTrustManagerParameters;
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
  static SSLSocketFactory sockets(Optional<Path> more, Optional<InstantSource> clock) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          null, new TrustManager[] {new WitnessingTrust(judge(anchors(more), clock))}, null);
      return context.getSocketFactory();
    } catch (CertificateException e) {
      throw new IllegalStateException(
          "signpost.fetch.trust: no certificates in " + more.map(Path::toString).orElse("the JDK"),
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot do TLS", e);
    } catch (IOException e) {
      throw new UncheckedIOException("signpost.fetch.trust: " + e.getMessage(), e);
    }
  }

  /** By the system's time, or by a clock that runs otherwise: then made anew for each handshake. */
  private static Supplier<X509ExtendedTrustManager> judge(
      KeyStore anchors, Optional<InstantSource> clock) throws GeneralSecurityException {
    if (clock.isEmpty()) {
      X509ExtendedTrustManager always = trust(anchors);
      return () -> always;
    }
    return () -> trustAt(anchors, clock.get().instant());
  }

  private static X509ExtendedTrustManager trustAt(KeyStore anchors, Instant at) {
    try {
      var asked = new PKIXBuilderParameters(anchors, new X509CertSelector());
      asked.setRevocationEnabled(false);
      asked.setDate(Date.from(at));
      var factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(new CertPathTrustManagerParameters(asked));
      return extended(factory);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot judge certificates by a clock", e);
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
    return extended(factory);
  }

  private static X509ExtendedTrustManager extended(TrustManagerFactory factory)
      throws GeneralSecurityException {
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("No X.509 trust manager");
  }
}
