package signpost.sample.demo;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.FindingEvent.FindingState;
import signpost.local.LocalMachine;
import signpost.local.LocalModule;
import signpost.local.PendingWork;
import signpost.local.RunPlan;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.delivery.Delivery;
import signpost.sample.mailbox.Mailbox;
import signpost.sample.mailbox.MailboxPages;
import signpost.sample.web.SampleHappening;
import signpost.sample.web.SampleWeb;

/** One demo from its first page to the table at the end of its story. */
public final class DemoRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final DemoSetting setting;
  private final PrintWriter out;
  private final InstantSource wall = InstantSource.system();
  private final Instant startedAt = wall.instant();
  private final Instant end;
  private final DemoFolder folder;
  private final DemoClock clock;
  private final Mailbox mailbox;
  private final SampleWeb web;
  private final LocalMachine machine;
  private final ProcessMemory memory = new ProcessMemory();

  /**
   * What its user chose.
   *
   * @param wallPerDay at least this much real time for a simulated day
   */
  public record DemoSetting(
      Path data,
      int days,
      boolean afresh,
      RunPlan.ListenAddresses addresses,
      int webPort,
      Duration wallPerDay) {}

  private DemoRun(DemoSetting setting, PrintWriter out) {
    this.setting = setting;
    this.out = out;
    this.end = SampleWeb.dayZero().plus(Duration.ofDays(setting.days()));
    this.folder = new DemoFolder(setting.data());
    this.clock = new DemoClock(folder.begin(SampleWeb.dayZero(), end, setting.afresh()));
    this.mailbox = new Mailbox(setting.data().resolve("notifier").resolve("outgoing"));
    this.web = SampleWeb.start(setting.webPort(), clock, new MailboxPages(mailbox)::at);
    try {
      web.writeTrust(trust());
      SampleWeb.writeCatalogue(setting.data().resolve("catalogue"), setting.webPort());
      this.machine = LocalMachine.start(plan(), said -> out.println(said));
    } catch (RuntimeException e) {
      web.close();
      throw e;
    }
  }

  /**
   * Starts the sample web and all parts.
   *
   * @throws signpost.tools.CannotStartException when a port or the folder cannot be had
   */
  public static DemoRun start(DemoSetting setting, PrintWriter out) {
    return new DemoRun(setting, out);
  }

  /** Runs to the last day and prints the table; true when nothing was missed and nothing false. */
  public boolean tell() throws InterruptedException {
    out.printf("Everything answers after %s. The story begins.%n%n", seconds());
    Thread watch = FirstPage.watch(setting.addresses().search(), this::firstPage);
    ProgressLine progress = new ProgressLine(out, onTerminal(), SampleWeb.dayZero(), wall);
    try {
      awaitCatalogue();
      ticker().runTo(end, now -> moved(now, progress));
    } finally {
      progress.end();
      watch.interrupt();
    }
    DemoStory story = DemoStory.of(SampleWeb.calendar(setting.webPort()), told(), end);
    out.printf("%n%s%n%n", new StoryTable(SampleWeb.dayZero()).of(story));
    out.printf("Whole story: %s", seconds());
    memory
        .peakMiB()
        .ifPresent(peak -> out.printf(" · all processes together at most %d MiB", peak));
    out.println();
    return story.good();
  }

  @Override
  public void close() {
    Thread.interrupted(); // whoever stopped us waits for this to be done
    machine.close();
    web.close();
  }

  private Path trust() {
    return setting.data().resolve("sample-authority.pem");
  }

  private RunPlan plan() {
    Map<String, Object> everywhere =
        Map.of(
            "signpost.catalogue",
            setting.data().resolve("catalogue").toAbsolutePath().toString(),
            "signpost.contact",
            "http://mailbox.localhost:%d/".formatted(setting.webPort()));
    return new RunPlan(
        setting.data(),
        setting.addresses(),
        Optional.of(clock),
        false,
        everywhere,
        Map.of(
            LocalModule.INGEST,
            Map.of(
                "signpost.fetch.resolve", "*.localhost=127.0.0.1",
                "signpost.fetch.allow", "127.0.0.1/32:" + setting.webPort(),
                "signpost.fetch.host-delay", "0s",
                "signpost.fetch.trust", trust().toAbsolutePath().toString(),
                "signpost.control-urls",
                    "http://control.localhost:%d/".formatted(setting.webPort()),
                // A day takes four seconds here: a pause of real minutes would outlast the story.
                "signpost.fetch.retry-cap", "0s",
                "signpost.poll", "20ms"),
            LocalModule.NOTIFIER,
            Map.of(
                "signpost.fetch.allow", "127.0.0.1/32:" + setting.webPort(),
                "signpost.shadow-days", "0",
                "signpost.tick", "20ms")));
  }

  /** Before ingest has read the catalogue nothing is due, which is not the quiet we wait for. */
  private void awaitCatalogue() throws InterruptedException {
    ProgressPatience waiting = new ProgressPatience(wall, PATIENCE);
    while (backlog().next().findAny().isEmpty()) {
      if (waiting.ended(standing())) {
        throw new StuckException(clock.instant(), PATIENCE, "the guides, which nobody has read");
      }
      Thread.sleep(20);
    }
  }

  private ClockTicker ticker() {
    List<Instant> happenings =
        SampleWeb.calendar(setting.webPort()).stream().map(SampleHappening::at).toList();
    ClockStride stride =
        new ClockStride(Duration.ofHours(6), Duration.ofHours(1), setting.wallPerDay());
    return new ClockTicker(clock, wall, stride, happenings, this::standing, PATIENCE);
  }

  private PendingWork backlog() {
    return PendingWork.of(machine::module);
  }

  private ClockTicker.WorkStanding standing() {
    return new ClockTicker.WorkStanding(backlog(), requests() + mailbox.size());
  }

  private long requests() {
    return web.visits().values().stream().mapToLong(Long::longValue).sum();
  }

  private void moved(Instant now, ProgressLine progress) {
    try {
      folder.keep(now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    memory.look();
    progress.show(now, requests(), mailbox.size());
  }

  private List<ToldFinding> told() {
    Deliveries ledger = machine.module(LocalModule.NOTIFIER).bean(Deliveries.class);
    return ledger.latest(Integer.MAX_VALUE).stream().flatMap(DemoRun::told).toList();
  }

  private static Stream<ToldFinding> told(Delivery delivery) {
    return delivery.told().stream()
        .filter(item -> delivery.sentAt().isPresent())
        .map(item ->
            new ToldFinding(
                delivery.owner(),
                item.finding(),
                item.kind(),
                item.subject(),
                item.state() == FindingState.RESOLVED,
                delivery.decidedAt()));
  }

  private void firstPage() {
    out.printf("First page searchable after %s%n", seconds());
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private String seconds() {
    return "%.1f s".formatted(Duration.between(startedAt, wall.instant()).toMillis() / 1000.0);
  }
}
