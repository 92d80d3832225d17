package signpost.sample.ops;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import signpost.local.LocalPorts;

/** A real nginx before a server of ours, set up in the three ways people do. */
final class NginxProxies implements AutoCloseable {
  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final char[] SECRET = "secret".toCharArray();

  private final Process process;
  private final int bare;
  private final int named;
  private final int secure;

  private NginxProxies(Process process, int bare, int named, int secure) {
    this.process = process;
    this.bare = bare;
    this.named = named;
    this.secure = secure;
  }

  static void assumeInstalled() {
    Assumptions.assumeTrue(
        Files.isExecutable(NGINX), "skipped: no nginx at " + NGINX + " (apt install nginx-light)");
  }

  /** Starts it before a port of this machine. */
  static NginxProxies before(int upstream, int secure, String name, Path folder)
      throws IOException, InterruptedException {
    int bare = LocalPorts.free();
    int named = LocalPorts.free();
    writeCertificate(folder, name);
    Path file =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off; worker_processes 1; pid %1$s/pid;
            events {}
            http {
              access_log off;
              client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
              uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
              server {
                listen 127.0.0.1:%2$d;
                location / { proxy_pass http://127.0.0.1:%5$d; }
              }
              server {
                listen 127.0.0.1:%3$d;
                location / {
                  proxy_pass http://127.0.0.1:%5$d;
                  proxy_set_header Host $host;
                  proxy_set_header X-Real-IP $remote_addr;
                }
              }
              server {
                listen 127.0.0.1:%4$d ssl;
                ssl_certificate %1$s/certificate.pem; ssl_certificate_key %1$s/key.pem;
                location / {
                  proxy_pass http://127.0.0.1:%5$d;
                  proxy_set_header Host $host;
                  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                  proxy_set_header X-Forwarded-Proto $scheme;
                }
              }
            }
            """
                .formatted(folder, bare, named, secure, upstream));
    Process process =
        new ProcessBuilder(
                NGINX.toString(),
                "-c",
                file.toString(),
                "-e",
                folder.resolve("error.log").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile())
            .start();
    NginxProxies started = new NginxProxies(process, bare, named, secure);
    started.awaitListening(folder);
    return started;
  }

  /** {@code proxy_pass} alone. */
  int bare() {
    return bare;
  }

  /** With {@code Host} and {@code X-Real-IP}. */
  int named() {
    return named;
  }

  /** With TLS, {@code Host}, {@code X-Forwarded-For} and {@code X-Forwarded-Proto}. */
  int secure() {
    return secure;
  }

  private void awaitListening(Path folder) throws IOException, InterruptedException {
    while (!listens()) {
      if (!process.isAlive()) {
        throw new IOException("nginx ended: " + Files.readString(folder.resolve("error.log")));
      }
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
  }

  private boolean listens() throws IOException {
    try (Socket _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), secure)) {
      return true;
    } catch (ConnectException _) {
      return false;
    }
  }

  private static void writeCertificate(Path folder, String name)
      throws IOException, InterruptedException {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "web",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(SECRET))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("keytool.log")));
    }
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, SECRET);
      write(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey("web", SECRET).getEncoded());
      write(
          folder.resolve("certificate.pem"),
          "CERTIFICATE",
          keys.getCertificate("web").getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static void write(Path file, String what, byte[] body) throws IOException {
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(body);
    Files.write(file, List.of("-----BEGIN " + what + "-----", text, "-----END " + what + "-----"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
