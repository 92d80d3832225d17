package signpost.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import signpost.broker.BrokerMain;
import signpost.record.AwayException;
import signpost.record.LoopPace;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.tools.CannotStartException;

/** The broker in a JVM of its own: when it dies it is started again, when we die it goes too. */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final LoopPlan WATCH =
      LoopPlan.of("broker-watch", "Keeping the broker running", LOOK);
  private static final LoopPace PACE =
      new LoopPace(
          Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ZERO);

  /** Kafka needs about a second; what it has not flushed by then it recovers at the next start. */
  private static final Duration STOP_WITHIN = Duration.ofMillis(2500);

  /** A log that was not flushed may take minutes to recover; what takes longer hangs. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(10);

  /** Bytes at the end of its log in which its last words are looked for. */
  private static final int TAIL = 8192;

  private static final String CACHE = "-XX:AOTCache=";

  /** What a cache needs to fit. */
  private static final List<String> FITTING =
      List.of(
          "--add-modules=",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:ArchiveRelocationMode=",
          "-XX:-AOTAdapterCaching");

  /** What Java says of such a module at each start. */
  private static final String INCUBATOR = "WARNING: Using incubator modules:";

  private final Path folder;
  private final int port;
  private final Duration readyWithin;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Supervisor supervisor;
  private volatile Process process;

  /** Its end was said, so that it may be started again. */
  private volatile boolean ended;

  private BrokerProcess(Path folder, int port, Duration readyWithin) throws IOException {
    this.folder = folder;
    this.port = port;
    this.readyWithin = readyWithin;
    this.process = launch();
    this.supervisor = new Supervisor(InstantSource.system(), PACE);
  }

  /**
   * Starts the broker and waits until clients may connect.
   *
   * @throws CannotStartException with the broker's own last words when it gives up
   */
  public static BrokerProcess start(Path folder, int port) {
    return start(folder, port, READY_WITHIN);
  }

  static BrokerProcess start(Path folder, int port, Duration readyWithin) {
    try {
      Files.createDirectories(folder);
      BrokerProcess broker = new BrokerProcess(folder, port, readyWithin);
      if (!broker.awaitReady(broker.process)) {
        broker.close();
        throw new CannotStartException(
            broker.lastWords().orElse("The broker ended without a word; see " + broker.log()));
      }
      SupervisedLoop _ = broker.supervisor.start(WATCH, broker::running);
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
      if (!running.waitFor(STOP_WITHIN.toMillis(), MILLISECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    supervisor.close();
  }

  private Process launch() throws IOException {
    if (Files.exists(log())) {
      Files.move(log(), olderLog(), StandardCopyOption.REPLACE_EXISTING);
    }
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
            // Else it begins with a 64th of the machine's memory, a third of it for garbage.
            "-Xms32m",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(cache());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BrokerMain.class.getName(),
            folder.toString(),
            Integer.toString(port),
            "--until-stdin-closes"));
    return command;
  }

  /** What lets it start from the same cache of classes as we did, where we did. */
  private static List<String> cache() {
    List<String> ours = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return ours.stream().noneMatch(it -> it.startsWith(CACHE))
        ? List.of()
        : ours.stream()
            .filter(it -> it.startsWith(CACHE) || FITTING.stream().anyMatch(it::startsWith))
            .toList();
  }

  /** False when it ends first, or hangs and is ended. */
  private boolean awaitReady(Process started) throws IOException {
    Executor later = CompletableFuture.delayedExecutor(readyWithin.toMillis(), MILLISECONDS);
    CompletableFuture<Void> ending = CompletableFuture.runAsync(started::destroyForcibly, later);
    try {
      return saysReady(started);
    } finally {
      ending.cancel(false);
    }
  }

  private static boolean saysReady(Process started) throws IOException {
    BufferedReader output = started.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(BrokerMain.READY)) {
        return true;
      }
    }
    return false;
  }

  /** Begins with a broker that clients may connect to. */
  private LoopWork.LoopLife running() throws IOException {
    if (ended && !closing.get()) {
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
    ended = false;
  }

  /** Fails when the broker has died. */
  private boolean watch() throws IOException, InterruptedException {
    Process running = process;
    boolean died = running.waitFor(LOOK.toMillis(), MILLISECONDS);
    if (died && !closing.get()) {
      ended = true;
      throw away("it died with status " + running.exitValue());
    }
    return !died;
  }

  /** Its log is the older one by the time somebody looks: we start it again at once. */
  private AwayException away(String how) {
    String words = lastWords().map(last -> " and ends: " + last).orElse("");
    return new AwayException(
        how + "; its log is kept in " + olderLog() + words, new IOException(how));
  }

  private Path log() {
    return folder.resolve("broker.log");
  }

  private Path olderLog() {
    return folder.resolve("broker.log.1");
  }

  /** The last line of its log that is no part of a stack trace. */
  private Optional<String> lastWords() {
    try (FileChannel channel = FileChannel.open(log())) {
      var tail = ByteBuffer.allocate(TAIL);
      channel.read(tail, Math.max(0, channel.size() - TAIL));
      return UTF_8
          .decode(tail.flip())
          .toString()
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("\t") && !line.startsWith(INCUBATOR))
          .reduce((_, last) -> last);
    } catch (IOException _) {
      return Optional.empty(); // what failed is told without them
    }
  }
}
