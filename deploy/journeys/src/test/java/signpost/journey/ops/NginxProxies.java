package signpost.journey.ops;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import signpost.broker.FreePort;
import signpost.kit.CertificateAuthority;
import signpost.kit.StartedProcess;

/** A real nginx before a server of ours, set up in the three ways people do. */
final class NginxProxies implements AutoCloseable {
  private static final Path NGINX = Path.of("/usr/sbin/nginx");

  private final StartedProcess process;
  private final int bare;
  private final int named;
  private final int secure;

  private NginxProxies(StartedProcess process, int bare, int named, int secure) {
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
    int bare = FreePort.find();
    int named = FreePort.find();
    CertificateAuthority authority =
        new CertificateAuthority(folder)
            .sign("web", CertificateAuthority.ROOT, "-ext", "san=dns:" + name);
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
                ssl_certificate %6$s; ssl_certificate_key %7$s;
                location / {
                  proxy_pass http://127.0.0.1:%5$d;
                  proxy_set_header Host $host;
                  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                  proxy_set_header X-Forwarded-Proto $scheme;
                }
              }
            }
            """
                .formatted(
                    folder,
                    bare,
                    named,
                    secure,
                    upstream,
                    authority.certificate("web"),
                    authority.key("web")));
    StartedProcess process =
        StartedProcess.of(
            new ProcessBuilder(
                    NGINX.toString(),
                    "-c",
                    file.toString(),
                    "-e",
                    folder.resolve("error.log").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile()));
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
      Thread.sleep(20);
    }
  }

  private boolean listens() throws IOException {
    try (Socket _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), secure)) {
      return true;
    } catch (ConnectException _) {
      return false;
    }
  }

  @Override
  public void close() {
    process.stop();
    process.exitCode();
  }
}
