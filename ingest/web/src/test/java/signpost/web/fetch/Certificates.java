package signpost.web.fetch;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Certificates made on the spot by the JDK's own keytool: an authority, and what servers show. */
final class Certificates {
  private static final char[] SECRET = "changeit".toCharArray();

  private final Path folder;
  private final Path store;

  Certificates(Path folder) throws Exception {
    this.folder = folder;
    this.store = folder.resolve("all.p12");
    make("root", "-ext", "bc:c");
    make("good", "-signer", "root", "-ext", "san=dns:host.given.test");
    make("other", "-signer", "root", "-ext", "san=dns:other.example");
    make(
        "expired",
        "-signer",
        "root",
        "-ext",
        "san=dns:host.given.test",
        "-startdate",
        "-10d",
        "-validity",
        "5");
    make("middle", "-signer", "root", "-ext", "bc:c");
    make(
        "leaf",
        "-signer",
        "middle",
        "-ext",
        "san=dns:host.given.test",
        "-ext",
        "aia=caIssuers:uri:http://authority.example/middle.crt");
  }

  private void make(String name, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
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
                new String(SECRET)));
    command.addAll(List.of(more));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve(name + ".log")));
    }
  }

  private KeyStore all() throws Exception {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, SECRET);
    }
    return all;
  }

  /** The authority, for the fetcher to trust. */
  Path trust() throws Exception {
    Path pem = folder.resolve("root.pem");
    try (OutputStream out = Files.newOutputStream(pem)) {
      String body =
          Base64.getMimeEncoder().encodeToString(all().getCertificate("root").getEncoded());
      out.write(
          ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
              .getBytes(StandardCharsets.US_ASCII));
    }
    return pem;
  }

  /** Server sockets that show the named certificate and so many of those above it. */
  ServerSocketFactory showing(String name, int length) throws Exception {
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
    return context.getServerSocketFactory();
  }
}
