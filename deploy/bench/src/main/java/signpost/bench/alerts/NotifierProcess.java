package signpost.bench.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import signpost.bench.BenchProcess;
import signpost.broker.FreePort;

/** {@code signpost notifier} in a process of its own, on SQLite. */
final class NotifierProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final BenchProcess process;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Where it keeps things, who brings events and who takes mails; {@code heap} in MiB. */
  record ProcessSettings(Path data, String kafka, int smtp, int heap) {}

  private NotifierProcess(BenchProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  static NotifierProcess start(ProcessSettings place) throws IOException {
    int port = FreePort.find();
    List<String> command =
        BenchProcess.signpost(
            List.of(
                "-Xmx" + place.heap() + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"),
            List.of(
                "notifier",
                "--data",
                place.data().toString(),
                "--catalogue",
                place.data().resolve("catalogue").toString(),
                "--kafka",
                place.kafka(),
                "--port",
                Integer.toString(port)));
    settings(place).forEach(setting -> command.addAll(List.of("--set", setting)));
    BenchProcess process =
        BenchProcess.of(
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(place.data().resolve("notifier.log").toFile()));
    return new NotifierProcess(process, port);
  }

  private static List<String> settings(ProcessSettings place) {
    return List.of(
        "signpost.smtp.host=127.0.0.1",
        "signpost.smtp.port=" + place.smtp(),
        "signpost.smtp.from=signpost@bench.test",
        "signpost.shadow-days=0",
        "signpost.debounce=0s",
        "signpost.first-report-settling=0s");
  }

  private JsonNode status() throws IOException {
    try {
      return JSON.readTree(
          http.send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/status"))
                      .timeout(Duration.ofSeconds(30))
                      .build(),
                  BodyHandlers.ofString())
              .body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Returns when every event is handled; {@code all}: and everything due is decided and sent. */
  void await(boolean all) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!isDone(all)) {
      if (!process.process().isAlive() || System.nanoTime() > giveUp) {
        throw new IOException("the notifier did not come to an end of its work");
      }
      Thread.sleep(50);
    }
  }

  private boolean isDone(boolean all) {
    try {
      JsonNode status = status();
      boolean handled = status.hasNonNull("lag") && status.get("lag").asLong() == 0;
      return handled && (!all || status.get("undelivered").asLong() == 0);
    } catch (IOException _) {
      return false;
    }
  }

  /** What it holds of the machine's memory, in MiB. */
  long resident() throws IOException {
    String status =
        Files.readString(Path.of("/proc", Long.toString(process.process().pid()), "status"));
    return status
            .lines()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
            .findFirst()
            .orElse(0)
        / 1024;
  }

  /** As the operating system does it when it must: nothing is closed, nothing said. */
  void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
