package signpost.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority nobody else trusts, made on the spot by the JDK's own keytool, and what it signs.
 */
public final class CertificateAuthority {
  /** The name of its own certificate, as a signer. */
  public static final String ROOT = "root";

  private static final char[] SECRET = "changeit".toCharArray();

  private final Path folder;
  private final Path store;

  /** Keeps its keys in a folder, which is a test's own. */
  public CertificateAuthority(Path folder) {
    this.folder = folder;
    this.store = folder.resolve("all.p12");
    make(ROOT, "-ext", "bc:c");
  }

  /**
   * Makes a certificate.
   *
   * @param more as keytool takes it: {@code -ext san=dns:host.test}, {@code -validity 5}
   */
  public CertificateAuthority sign(String name, String signer, String... more) {
    List<String> all = new ArrayList<>(List.of("-signer", signer));
    all.addAll(List.of(more));
    make(name, all.toArray(String[]::new));
    return this;
  }

  /**
   * Makes a certificate whose time is over.
   *
   * @param names as keytool takes them: {@code san=dns:host.test}
   */
  public CertificateAuthority expired(String name, String names) {
    return sign(name, ROOT, "-ext", names, "-startdate", "-10d", "-validity", "5");
  }

  private void make(String name, String... more) {
    List<String> command =
        StartedProcess.tool(
            "keytool",
            "-J-XX:TieredStopAtLevel=1",
            "-J-XX:+UseSerialGC",
            "-genkeypair",
            "-alias",
            name,
            "-dname",
            "CN=" + name,
            "-keyalg",
            "EC",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(SECRET));
    command.addAll(List.of(more));
    try (StartedProcess keytool =
        StartedProcess.of(new ProcessBuilder(command).redirectErrorStream(true))) {
      int code = keytool.exitCode();
      assertThat(code).as(keytool.said()).isZero();
    }
  }

  /** Its own certificate, for a client to trust. */
  public Path trust() {
    return certificate(ROOT);
  }

  /** The named certificate as PEM. */
  public Path certificate(String name) {
    try {
      return write(name + ".pem", "CERTIFICATE", all().getCertificate(name).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key of the named certificate as PEM. */
  public Path key(String name) {
    try {
      return write(name + ".key", "PRIVATE KEY", all().getKey(name, SECRET).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path write(String file, String what, byte[] body) {
    String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(body);
    String pem = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
    try {
      return Files.writeString(folder.resolve(file), pem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Server sockets that show the named certificate and so many of those above it. */
  public ServerSocketFactory showing(String name, int length) {
    return context(name, length).getServerSocketFactory();
  }

  /** As {@link #showing}, for servers that make their own sockets. */
  public SSLContext context(String name, int length) {
    try {
      KeyStore all = all();
      Certificate[] chain = all.getCertificateChain(name);
      KeyStore shown = KeyStore.getInstance("PKCS12");
      shown.load(null, null);
      shown.setKeyEntry(
          name,
          (PrivateKey) all.getKey(name, SECRET),
          SECRET,
          Arrays.copyOf(chain, Math.min(length, chain.length)));
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(shown, SECRET);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KeyStore all() throws GeneralSecurityException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore all = KeyStore.getInstance("PKCS12");
      all.load(in, SECRET);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
