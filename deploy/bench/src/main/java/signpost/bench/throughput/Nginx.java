package signpost.bench.throughput;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import signpost.bench.BenchProcess;
import signpost.broker.FreePort;

/** An nginx of one worker on loopback, with room for as many connections as a tool likes. */
final class Nginx implements AutoCloseable {
  static final String INSTALL = "apt-get install nginx-light";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private final Path folder;
  private final BenchProcess process;
  private final int port;

  private Nginx(Path folder, BenchProcess process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /** {@code server}: what stands in its server block; {@code log}: whether requests are counted. */
  static Nginx serving(String server, boolean log)
      throws IOException, InterruptedException, MissingYardstick {
    MeasuredProgram nginx = MeasuredProgram.named("nginx", INSTALL);
    Path folder = Files.createTempDirectory("signpost-nginx");
    int port = FreePort.find();
    String to = log ? folder.resolve("access.log").toString() : "off";
    Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, to, server));
    BenchProcess process =
        BenchProcess.of(
            new ProcessBuilder(
                    nginx.path().toString(),
                    "-c",
                    folder.resolve("nginx.conf").toString(),
                    "-e",
                    folder.resolve("error.log").toString())
                .redirectOutput(folder.resolve("out.log").toFile())
                .redirectErrorStream(true));
    var made = new Nginx(folder, process, port);
    made.awaitAnswer();
    return made;
  }

  private static String configuration(Path folder, int port, String log, String server) {
    return """
    daemon off; worker_processes 1; worker_rlimit_nofile 20000; pid %1$s/pid;
    events { worker_connections 16384; }
    http {
      access_log %3$s; keepalive_requests 100000000; open_file_cache max=4000;
      include /etc/nginx/mime.types;
      client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
      uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
      server { listen 127.0.0.1:%2$d backlog=4096; index index.html; %4$s }
    }
    """
        .formatted(folder, port, log, server);
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(LOOPBACK, port), 1000);
        return;
      } catch (IOException _) {
        Thread.sleep(50);
      }
    }
    String errors = Files.readString(folder.resolve("out.log"));
    close();
    throw new IOException("nginx does not answer: " + errors.strip());
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** Requests answered since the last time this was asked. */
  long requests() throws IOException {
    Path log = folder.resolve("access.log");
    try (Stream<String> lines = Files.lines(log)) {
      long count = lines.count();
      Files.write(log, List.of());
      return count;
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
