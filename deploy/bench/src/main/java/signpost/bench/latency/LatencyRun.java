package signpost.bench.latency;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.bench.Figures;
import signpost.ingest.frontier.Frontier;
import signpost.local.LocalMachine;
import signpost.local.LocalModule;
import signpost.local.PendingWork;
import signpost.local.RunPlan;
import signpost.sample.demo.DemoClock;
import signpost.url.CanonicalUrl;

/** One run over everything on this machine: pages first, then one broken link after the other. */
final class LatencyRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_RECHECKS = 16;

  private final int pages;
  private final int mails;
  private final Path data;
  private final VisitedWeb web;
  private final PostWatch post = PostWatch.start();
  private final DemoClock clock = new DemoClock(Instant.parse("2026-11-02T09:00:00Z"));
  private final RunPlan.ListenAddresses addresses = RunPlan.ListenAddresses.free();
  private final LocalMachine machine;

  private LatencyRun(int pages, int mails) throws IOException {
    this.pages = pages;
    this.mails = mails;
    this.data = Files.createTempDirectory("signpost-latency");
    this.web = VisitedWeb.start();
    LatencyCatalogue.write(data.resolve("catalogue"), web, pages, mails);
    this.machine = LocalMachine.start(plan(), _ -> {});
  }

  static LatencyRun start(int pages, int mails) throws IOException {
    return new LatencyRun(pages, mails);
  }

  /** Prints both figures; false when a page was not found or a mail did not come. */
  boolean measure(PrintWriter out) throws InterruptedException {
    List<Duration> found = new PageProbe(web, addresses.search(), pages, PATIENCE).measure();
    print(out, "visit → searchable", found, pages, Duration.ofSeconds(1));
    awaitQuiet();
    clock.advanceTo(clock.instant().plus(Duration.ofHours(2))); // the first report settles
    awaitQuiet();
    List<Duration> told = new ArrayList<>();
    for (int link = 0; link < mails; link++) {
      breakLink(link).ifPresent(told::add);
    }
    print(out, "confirming visit → mail accepted", told, mails, Duration.ofSeconds(2));
    return found.size() == pages && told.size() == mails;
  }

  private static void print(
      PrintWriter out, String what, List<Duration> times, int of, Duration target) {
    Figures figures = Figures.of(times);
    boolean reached = figures.percentile(95).compareTo(target) <= 0;
    out.printf(
        "%-34s %d of %d · %s · p95 wanted ≤ %d ms: %s%n",
        what, times.size(), of, figures, target.toMillis(), reached ? "reached" : "MISSED");
  }

  /** Rechecks until the link is believed broken; the last visit before the mail confirmed it. */
  private Optional<Duration> breakLink(int link) throws InterruptedException {
    String url = web.link(link);
    web.remove(url);
    frontier().runNow(CanonicalUrl.parse(url).orElseThrow(), clock.instant());
    for (int recheck = 0; recheck < MOST_RECHECKS; recheck++) {
      awaitQuiet();
      Optional<Long> accepted = post.acceptedAt("“" + LatencyCatalogue.title(link) + "”");
      if (accepted.isPresent()) {
        return Optional.of(Duration.ofNanos(accepted.get() - web.answeredAt(url).orElseThrow()));
      }
      clock.advanceTo(clock.instant().plus(Duration.ofMinutes(61)));
    }
    return Optional.empty();
  }

  private Frontier frontier() {
    return machine.module(LocalModule.INGEST).bean(Frontier.class);
  }

  private void awaitQuiet() throws InterruptedException {
    int quiet = 0;
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (quiet < 2) {
      quiet = PendingWork.of(machine::module).quiet() ? quiet + 1 : 0;
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("Work waits and is not done");
      }
      Thread.sleep(5);
    }
  }

  private RunPlan plan() {
    return new RunPlan(
        data,
        addresses,
        Optional.of(clock),
        false,
        Map.of("signpost.catalogue", data.resolve("catalogue").toString()),
        Map.of(
            LocalModule.INGEST,
            Map.of(
                "signpost.contact", "https://bench.test/",
                "signpost.fetch.resolve", "*.localhost=127.0.0.1",
                "signpost.fetch.allow", "127.0.0.1/32:" + web.port(),
                "signpost.fetch.host-delay", "50ms",
                "signpost.poll", "20ms"),
            LocalModule.NOTIFIER,
            Map.of(
                "signpost.shadow-days", "0",
                "signpost.debounce", "0s",
                "signpost.immediate-per-day", "1000",
                "signpost.tick", "20ms",
                "signpost.smtp.host", "127.0.0.1",
                "signpost.smtp.port", post.port(),
                "signpost.smtp.tls", "none",
                "signpost.smtp.from", "signpost@bench.test")));
  }

  @Override
  public void close() throws IOException {
    machine.close();
    web.close();
    post.close();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(LatencyRun::delete);
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
