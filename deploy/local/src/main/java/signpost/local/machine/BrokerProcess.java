package signpost.local.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import signpost.broker.BrokerMain;
import signpost.record.AwayException;
import signpost.record.Loop;
import signpost.record.LoopPace;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.Supervisor;

/** The broker in a JVM of its own: when it dies it is started again, when we die it goes too. */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final LoopPlan WATCH =
      LoopPlan.of("broker-watch", "Keeping the broker running", LOOK);
  private static final LoopPace PACE =
      new LoopPace(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(30));

  /** Kafka needs about a second; what it has not flushed by then it recovers at the next start. */
  private static final Duration STOP_WITHIN = Duration.ofMillis(2500);

  private final Path folder;
  private final int port;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Supervisor supervisor;
  private volatile Process process;

  private BrokerProcess(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.process = launch();
    this.supervisor = new Supervisor(InstantSource.system(), PACE);
  }

  /**
   * Starts the broker and waits until clients may connect.
   *
   * @throws CannotStartException with the broker's own last words when it gives up
   */
  public static BrokerProcess start(Path folder, int port) {
    try {
      Files.createDirectories(folder);
      BrokerProcess broker = new BrokerProcess(folder, port);
      if (!broker.awaitReady(broker.process)) {
        broker.close();
        throw new CannotStartException(broker.lastWords());
      }
      Loop _ = broker.supervisor.start(WATCH, broker::running);
      return broker;
    } catch (IOException e) {
      throw new CannotStartException("The broker cannot be started in " + folder + ": " + e, e);
    }
  }

  /** {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The process in which it runs now. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    closing.set(true);
    Process running = process;
    running.destroy();
    try {
      if (!running.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    supervisor.close();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command())
        .redirectError(ProcessBuilder.Redirect.to(log().toFile()))
        .start();
  }

  /** The shell makes the child deaf to Ctrl-C, which a terminal sends to all: we stop it last. */
  private List<String> command() {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "-"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            BrokerMain.class.getName(),
            folder.toString(),
            Integer.toString(port),
            "--until-stdin-closes"));
    return command;
  }

  private boolean awaitReady(Process started) throws IOException {
    BufferedReader output = started.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(BrokerMain.READY)) {
        return true;
      }
    }
    return false;
  }

  /** Begins with a broker that clients may connect to. */
  private LoopWork.Life running() throws IOException {
    if (!process.isAlive() && !closing.get()) {
      startAgain();
    }
    return this::watch;
  }

  private void startAgain() throws IOException {
    Process again = launch();
    process = again;
    if (closing.get()) {
      again.destroy();
    }
    if (!awaitReady(again) && !closing.get()) {
      again.destroyForcibly();
      throw away("it ended before clients could connect");
    }
  }

  /** Fails when the broker has died. */
  private boolean watch() throws IOException, InterruptedException {
    Process running = process;
    boolean died = running.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    if (died && !closing.get()) {
      throw away("it died with status " + running.exitValue());
    }
    return !died;
  }

  private AwayException away(String how) throws IOException {
    return new AwayException(how + "; its log is " + log(), new IOException(lastWords()));
  }

  private Path log() {
    return folder.resolve("broker.log");
  }

  private String lastWords() throws IOException {
    return Files.readAllLines(log()).stream()
        .filter(line -> !line.isBlank())
        .reduce((before, last) -> last)
        .orElse("The broker ended without a word; see " + log());
  }
}
