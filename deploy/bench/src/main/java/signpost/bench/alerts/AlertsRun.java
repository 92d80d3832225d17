package signpost.bench.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import signpost.bench.FigureTable;
import signpost.bench.alerts.NotifierProcess.ProcessSettings;
import signpost.broker.FreePort;
import signpost.local.BrokerProcess;

/** One run: a real broker, a real SMTP server, and the notifier as a process of its own. */
final class AlertsRun implements AutoCloseable {
  private static final double WANTED = 2_000;

  private final FigureTable table;
  private final int heap;
  private final long seed;
  private final Instant now = InstantSource.system().instant();
  private final Path data;
  private final BrokerProcess broker;
  private final SmtpSink post = SmtpSink.open();

  private AlertsRun(FigureTable table, int heap, long seed, Path data, BrokerProcess broker) {
    this.table = table;
    this.heap = heap;
    this.seed = seed;
    this.data = data;
    this.broker = broker;
  }

  static AlertsRun begin(FigureTable table, int heap, long seed)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("signpost-alerts");
    return new AlertsRun(
        table, heap, seed, data, BrokerProcess.start(data.resolve("broker"), FreePort.find()));
  }

  private ProcessSettings place() {
    return new ProcessSettings(data, broker.bootstrapServers(), post.port(), heap);
  }

  /** Lists guides for so many owners and lets everything settle, first reports included. */
  private void settle(MadeAlerts made, EventStream stream)
      throws IOException, InterruptedException {
    Files.createDirectories(data.resolve("catalogue"));
    Files.writeString(data.resolve("catalogue").resolve("owners.yml"), made.catalogue());
    try (NotifierProcess notifier = NotifierProcess.start(place())) {
      notifier.await(false);
      stream.publish(made.listing());
      notifier.await(true);
      table.row("listed", "%,d owners, %,d first reports".formatted(made.owners(), post.count()));
    }
  }

  /** Many events at once. */
  void throughput(int owners, int links, int events) throws IOException, InterruptedException {
    MadeAlerts made = new MadeAlerts(owners, links, now);
    try (EventStream stream = new EventStream(broker.bootstrapServers(), now)) {
      settle(made, stream);
      int before = post.count();
      stream.publish(made.happenings(events, seed).stream());
      try (NotifierProcess notifier = NotifierProcess.start(place())) {
        long start = System.nanoTime();
        notifier.await(false);
        double handled = seconds(start);
        notifier.await(true);
        double sent = seconds(start);
        rate(events, handled);
        table.row(
            "decided and sent",
            "%,d mails, all %.1f s after the start".formatted(post.count() - before, sent));
        table.row("memory at most", "%,d MiB, heap %,d".formatted(notifier.resident(), heap));
      }
      long repeated = post.byId().values().stream().filter(times -> times > 1).count();
      table.row("messages sent twice", Long.toString(repeated), "0", repeated == 0);
    }
  }

  private void rate(int events, double seconds) {
    double rate = events / seconds;
    table.row(
        "events handled, start of the process included",
        "%,.0f/s (%,d in %.1f s)".formatted(rate, events, seconds),
        "≥ %,.0f/s".formatted(WANTED),
        rate >= WANTED);
  }

  /** Killed again and again while it sends. */
  void kills(int deliveries, int kills) throws IOException, InterruptedException {
    MadeAlerts made = new MadeAlerts(deliveries, 1, now);
    SplittableRandom random = new SplittableRandom(seed);
    try (EventStream stream = new EventStream(broker.bootstrapServers(), now)) {
      settle(made, stream);
      int before = post.count();
      stream.publish(made.breakOne().stream());
      int each = deliveries / (kills + 1);
      for (int kill = 1; kill <= kills; kill++) {
        NotifierProcess notifier = NotifierProcess.start(place());
        awaitMails(before + kill * each + random.nextInt(Math.max(1, each / 2)));
        Thread.sleep(random.nextInt(10));
        notifier.kill();
      }
      try (NotifierProcess notifier = NotifierProcess.start(place())) {
        notifier.await(true);
      }
      report(deliveries, kills);
    }
  }

  private void report(int deliveries, int kills) {
    Map<String, Integer> times = post.byId();
    long lost = 2L * deliveries - times.size();
    long repeats = times.values().stream().mapToLong(it -> it - 1L).sum();
    table.row("killed", "%d times amid %,d deliveries".formatted(kills, deliveries));
    table.row("lost", Long.toString(lost), "0", lost == 0);
    table.row(
        "repeats, each with its Message-ID",
        Long.toString(repeats),
        "≤ " + kills,
        repeats <= kills);
  }

  private void awaitMails(int wanted) throws InterruptedException {
    long giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (post.count() < wanted && System.nanoTime() < giveUp) {
      Thread.sleep(1);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() throws IOException {
    broker.close();
    post.close();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(AlertsRun::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
