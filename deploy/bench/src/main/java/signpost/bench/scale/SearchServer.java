package signpost.bench.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.bench.BenchProcess;
import signpost.broker.FreePort;

/** {@code signpost search} in a process of its own, over an index that is there already. */
final class SearchServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern USED = Pattern.compile("(?m)^(?:DefNew|Tenured) .*?used (\\d+)K");

  private final BenchProcess process;
  private final int port;
  private final int opsPort;

  private SearchServer(BenchProcess process, int port, int opsPort) {
    this.process = process;
    this.port = port;
    this.opsPort = opsPort;
  }

  /** Returns when it is ready, with all of its topics read. {@code heap}: in MiB. */
  static SearchServer start(Path data, int heap, String kafka, boolean embedding)
      throws IOException, InterruptedException {
    int port = FreePort.find();
    int opsPort = FreePort.find();
    List<String> command =
        BenchProcess.signpost(
            options(heap),
            List.of(
                "search",
                "--data",
                data.toString(),
                "--kafka",
                kafka,
                "--port",
                Integer.toString(port),
                "--ops-port",
                Integer.toString(opsPort),
                "--set",
                "signpost.embedding=" + embedding));
    BenchProcess process =
        BenchProcess.of(
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT));
    SearchServer server = new SearchServer(process, port, opsPort);
    server.awaitReady();
    return server;
  }

  /** A JVM like this one, but for the size of its heap. */
  private static List<String> options(int heap) {
    return Stream.concat(
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Xmx")),
            Stream.of("-Xmx" + heap + "m"))
        .toList();
  }

  private void awaitReady() throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.process().isAlive() || System.nanoTime() > giveUp) {
        close();
        throw new IOException("signpost search did not start");
      }
      Thread.sleep(100);
    }
  }

  /** Returns when it can search by meaning. */
  void awaitModel() throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!embeddingIsReady()) {
      if (System.nanoTime() > giveUp) {
        throw new IOException("the model did not load");
      }
      Thread.sleep(100);
    }
  }

  private boolean embeddingIsReady() throws IOException {
    try (BenchConnection wire = new BenchConnection(opsPort)) {
      return wire.get("/health").body().contains("{\"state\":\"ready\"}");
    }
  }

  private boolean isReady() {
    try (BenchConnection wire = new BenchConnection(port)) {
      return wire.get("/health/readiness").status() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  long pid() {
    return process.process().pid();
  }

  int port() {
    return port;
  }

  /** What it has used of the cores since it began, to a hundredth of a second. */
  Duration cpu() {
    return process.process().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What its heap holds after a collection, in MiB. */
  long heap() throws IOException, InterruptedException {
    tell("GC.run");
    Matcher used = USED.matcher(tell("GC.heap_info"));
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
    }
    return kilobytes / 1024;
  }

  private String tell(String what) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(BenchProcess.tool("jcmd"), Long.toString(pid()), what)
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    jcmd.waitFor();
    return answer;
  }

  @Override
  public void close() {
    process.close();
  }
}
