package signpost.ingest.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import signpost.http.ModuleSettings;
import signpost.ingest.backlog.IngestBacklog;
import signpost.kit.SharedBroker;
import signpost.kit.SteppedClock;
import signpost.record.camel.RouteFigure;
import signpost.record.camel.RouteFigures;

/** An ingest that crawls a test's site, tells a real broker, and keeps the test's time. */
final class Crawl implements AutoCloseable {
  private static final String IDLE = "due 0, leased 0, searches 0, unsent 0, watched true";
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Set<String> LOOKS =
      Set.of("catalogue-look", "schedule-look", "registration-look");

  private final Path folder;
  private final Map<String, Object> more;
  private Map<String, Object> now = Map.of();
  private final Site site;
  private final SteppedClock clock;
  private final String prefix;
  private final Told told;
  private ApplicationContext ingest;

  /** Starts with a guide that signposts to paths of the site. */
  Crawl(Path folder, Site site, SteppedClock clock, Class<?> test, String... paths)
      throws IOException {
    this(folder, site, clock, test, Map.of(), paths);
  }

  /** The same on a database of the test's own. */
  Crawl(Path folder, Site site, SteppedClock clock, Class<?> test, String jdbcUrl, String[] paths)
      throws IOException {
    this(folder, site, clock, test, Map.of("signpost.jdbc.url", jdbcUrl), paths);
  }

  /** The same with settings of the test's own. */
  Crawl(
      Path folder,
      Site site,
      SteppedClock clock,
      Class<?> test,
      Map<String, Object> more,
      String[] paths)
      throws IOException {
    this.folder = folder;
    this.more = more;
    this.site = site;
    this.clock = clock;
    this.prefix = SharedBroker.prefix(test) + System.nanoTime() + ".";
    Files.createDirectories(folder.resolve("catalogue"));
    guide(paths);
    SharedBroker.topics(prefix);
    this.ingest = ingest();
    this.told = new Told(SharedBroker.bootstrapServers(), prefix);
  }

  void restart() {
    restart(Map.of());
  }

  /** Starts it again with one more thing set. */
  void restart(Map<String, Object> since) {
    ingest.close();
    now = since;
    ingest = ingest();
  }

  Told told() {
    return told;
  }

  /** Writes a guide that signposts to paths of the site. */
  final void guide(String... paths) throws IOException {
    StringBuilder yaml =
        new StringBuilder(
                "guide: {id: g, title: A guide, schedule: \"0 0 6 * * ?\", owners: [mk]}\n")
            .append("owners: {mk: {name: MK, email: mk@council.test, zone: Europe/London}}\n")
            .append("sections:\n  - title: Section\n    resources:\n");
    List.of(paths)
        .forEach(path ->
            yaml.append(
                "      - {text: \"A link to %s\", url: \"%s\", status: active}%n"
                    .formatted(path, site.url(path))));
    Files.writeString(folder.resolve("catalogue/g.yaml"), yaml);
  }

  /** Replaces words in the guide's file. */
  void edit(String words, String by) throws IOException {
    Path file = folder.resolve("catalogue/g.yaml");
    Files.writeString(file, Files.readString(file).replace(words, by));
  }

  /** What ingest answers to a GET. */
  String get(String path) throws IOException {
    URI address = ingest.getBean(EmbeddedServer.class).getURI().resolve(path);
    try (InputStream in = address.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private ApplicationContext ingest() {
    ApplicationContext context =
        ApplicationContext.builder()
            .overrideConfigLocations(ModuleSettings.of("ingest"))
            .deduceEnvironment(false)
            .banner(false)
            .properties(
                Map.of(
                    "micronaut.server.port",
                    -1,
                    "signpost.clock",
                    "external",
                    "signpost.data",
                    folder.resolve("data").toString(),
                    "signpost.catalogue",
                    folder.resolve("catalogue").toString(),
                    "signpost.kafka.bootstrap-servers",
                    SharedBroker.bootstrapServers(),
                    "signpost.kafka.topic-prefix",
                    prefix,
                    "signpost.fetch.allow",
                    "127.0.0.0/8:" + site.port(),
                    "signpost.fetch.host-delay",
                    "0s",
                    "signpost.tick",
                    "20ms",
                    "signpost.poll",
                    "10ms"))
            .properties(more)
            .properties(now)
            .build();
    context.registerSingleton(InstantSource.class, clock, Qualifiers.byName("clock"));
    context.start();
    context.getBean(EmbeddedServer.class).start();
    return context;
  }

  <T> T bean(Class<T> type) {
    return ingest.getBean(type);
  }

  void later(Duration time) {
    clock.advance(time);
    settle();
  }

  /**
   * Waits until nothing is due, under way or unsent three times in a row, with all that happens by
   * the clock looked at in between.
   */
  void settle() {
    int idle = 0;
    while (idle < 3) {
      long began = ticks();
      await().pollInterval(POLL).until(() -> ticks() > began + 1); // one may have been under way
      idle = standing().equals(IDLE) ? idle + 1 : awaitIdle();
    }
    await().until(() -> told.all().size() > 0);
  }

  private int awaitIdle() {
    await().pollInterval(POLL).untilAsserted(() -> assertThat(standing()).isEqualTo(IDLE));
    return 0;
  }

  private String standing() {
    IngestBacklog backlog = ingest.getBean(IngestBacklog.class);
    return "due %d, leased %d, searches %d, unsent %d, watched %s"
        .formatted(
            backlog.due(),
            backlog.leased(),
            backlog.searches(),
            backlog.unsent(),
            backlog.nextDueAt().isPresent());
  }

  /** How often all of them have been looked at. */
  private long ticks() {
    return ingest.getBean(RouteFigures.class).all().stream()
        .filter(it -> LOOKS.contains(it.route()))
        .mapToLong(RouteFigure::through)
        .min()
        .orElseThrow();
  }

  @Override
  public void close() {
    told.close();
    ingest.close();
  }
}
