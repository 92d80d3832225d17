package signpost.local.preflight;

import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import signpost.catalogue.CatalogueReader;
import signpost.http.access.ApiDoor;
import signpost.http.access.UnguardedAddress;
import signpost.ingest.IngestRecord;
import signpost.local.KnownKeys;
import signpost.local.LocalModule;
import signpost.local.SettingsReader;
import signpost.notifier.NotifierRecord;
import signpost.notifier.delivery.MailPreflight;
import signpost.notifier.delivery.SmtpConfig;
import signpost.record.preflight.PreflightFinding;
import signpost.record.store.DatabasePreflight;
import signpost.record.store.JdbcConfig;
import signpost.record.store.ModuleSchema;
import signpost.record.topic.KafkaConfig;
import signpost.record.topic.KafkaPreflight;
import signpost.search.PublicCheckConfig;
import signpost.search.SearchRecord;
import signpost.search.gate.ClientAddress;
import signpost.search.gate.OpenAddresses;
import signpost.search.gate.OpsConfig;
import signpost.search.pages.site.OrganisationConfig;
import signpost.trace.TracesConfig;

/**
 * Reads the configuration as the modules would, and tries all that it leads to side by side. What
 * fails stops nothing else, and what hangs is told as such in time.
 */
public final class ConfigurationPreflight {
  private static final String EDGE = "configuration";

  /** Each try has its own, shorter ends; this is for what does not keep to them. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final PreflightPlan plan;
  private final InstantSource wall;
  private final List<PreflightFinding> read = new ArrayList<>();
  private final Map<String, Callable<List<PreflightFinding>>> tries = new LinkedHashMap<>();

  private ConfigurationPreflight(PreflightPlan plan, InstantSource wall) {
    this.plan = plan;
    this.wall = wall;
  }

  /**
   * What is to be tried.
   *
   * @param modules what each is given, as at its start
   * @param ownKafka whether one is started beside them, which cannot be tried before
   * @param environment the variables that are set; none where they do not count
   */
  public record PreflightPlan(
      Map<LocalModule, Map<String, Object>> modules,
      boolean ownKafka,
      Map<String, String> environment) {
    public PreflightPlan {
      modules = Map.copyOf(modules);
      environment = Map.copyOf(environment);
    }
  }

  /** Everything that was found, the configuration itself first. */
  public static List<PreflightFinding> of(PreflightPlan plan, InstantSource wall)
      throws InterruptedException {
    ConfigurationPreflight preflight = new ConfigurationPreflight(plan, wall);
    preflight.read();
    return preflight.tried();
  }

  private void read() {
    KnownKeys known = KnownKeys.all();
    known
        .strangers(plan.environment().keySet())
        .forEach(it -> read.add(PreflightFinding.warning(EDGE, it, "")));
    List<String> problems = new ArrayList<>(known.problems(plan.environment()));
    for (LocalModule module : LocalModule.values()) {
      Map<String, Object> settings = plan.modules().get(module);
      if (settings != null) {
        try (SettingsReader reader =
            SettingsReader.open(module, settings, !plan.environment().isEmpty())) {
          problems.addAll(reader.problems());
          plan(module, reader);
        }
      }
    }
    problems.stream().distinct().forEach(it -> read.add(PreflightFinding.wrong(EDGE, it, "")));
    if (problems.isEmpty()) {
      read.addFirst(PreflightFinding.ok(EDGE, "It can be read."));
    }
  }

  private void plan(LocalModule module, SettingsReader reader) {
    Path folder = Path.of(reader.value("signpost.data"));
    tries.put("disk of " + module.lowerCase(), () -> DiskPreflight.of(folder));
    reader.read(KafkaConfig.class).ifPresent(this::kafka);
    reader.read(TracesConfig.class).ifPresent(this::traces);
    switch (module) {
      case INGEST -> {
        door(module, reader);
        catalogue(reader);
        database(IngestRecord.SCHEMA, reader, folder);
        String contact = reader.value("signpost.contact");
        String proxy = reader.value("signpost.fetch.proxy.url");
        tries.put("contact", () -> WebPreflight.contact(contact, proxy, wall));
      }
      case SEARCH -> {
        reader.read(OpsConfig.class).ifPresent(ops -> cover(ops, reader));
        database(SearchRecord.SCHEMA, reader, folder);
        clients(reader);
        String reached = reader.value("signpost.contact");
        reader
            .read(OrganisationConfig.class)
            .ifPresent(it -> read.addAll(OrganisationPreflight.of(it, reached)));
        String url = reader.value("signpost.public-url");
        reader
            .read(PublicCheckConfig.class)
            .ifPresent(
                check -> tries.put("public-url", () -> WebPreflight.publicUrl(url, check, wall)));
      }
      case NOTIFIER -> {
        door(module, reader);
        catalogue(reader);
        database(NotifierRecord.SCHEMA, reader, folder);
        reader
            .read(SmtpConfig.class)
            .ifPresent(smtp -> tries.put("mail", () -> MailPreflight.of(smtp)));
      }
    }
  }

  private void kafka(KafkaConfig kafka) {
    tries.put(
        "kafka",
        () -> plan.ownKafka() ? List.of(own(kafka)) : KafkaPreflight.of(kafka, wall.instant()));
  }

  private void traces(TracesConfig config) {
    config.target().ifPresent(it -> tries.put("traces", () -> TracesPreflight.of(it, config)));
  }

  private static PreflightFinding own(KafkaConfig kafka) {
    return kafka.tls() || kafka.sasl() != KafkaConfig.KafkaSasl.NONE
        ? PreflightFinding.wrong(
            "kafka",
            "One of its own is started with it, which knows neither TLS nor a sign-in.",
            "Leave signpost.kafka.tls and signpost.kafka.sasl out, or start the parts one by one.")
        : PreflightFinding.ok("kafka", "One of its own is started with it, unencrypted.");
  }

  private void database(ModuleSchema schema, SettingsReader reader, Path folder) {
    reader
        .read(JdbcConfig.class)
        .ifPresent(jdbc ->
            tries.put(
                "database of " + schema.module(),
                () -> DatabasePreflight.of(schema, jdbc, folder, wall)));
  }

  private void door(LocalModule module, SettingsReader reader) {
    guarded(() ->
        ApiDoor.at(
            module.lowerCase(),
            reader.value("micronaut.server.host"),
            reader.value(ApiDoor.TOKEN_KEY)));
  }

  private void cover(OpsConfig ops, SettingsReader reader) {
    guarded(() ->
        new OpenAddresses(
                reader.value("micronaut.server.host"),
                Boolean.parseBoolean(reader.value("micronaut.server.ssl.enabled")),
                ops.host(),
                ops.hasPassword(),
                Boolean.parseBoolean(reader.value("signpost.behind-proxy")))
            .requireCover());
  }

  private void guarded(Runnable look) {
    try {
      look.run();
    } catch (UnguardedAddress e) {
      read.add(PreflightFinding.wrong(EDGE, String.valueOf(e.getMessage()), ""));
    }
  }

  private void clients(SettingsReader reader) {
    boolean named = !reader.value("signpost.trusted-proxies").isBlank();
    boolean tls = Boolean.parseBoolean(reader.value("micronaut.server.ssl.enabled"));
    boolean proxied = Boolean.parseBoolean(reader.value("signpost.behind-proxy"));
    if (ClientAddress.areAlike(named, reader.value("signpost.public-url"), tls, proxied)) {
      read.add(PreflightFinding.warning(EDGE, ClientAddress.ALIKE, ""));
    }
  }

  private void catalogue(SettingsReader reader) {
    String given = reader.value("signpost.catalogue");
    Path folder = Path.of(given.isEmpty() ? "deploy/catalogue" : given);
    CatalogueReader.trouble(folder)
        .map(why ->
            PreflightFinding.wrong(
                EDGE,
                "%s is no catalogue folder that can be read. %s"
                    .formatted(folder.toAbsolutePath(), why),
                "See signpost.catalogue."))
        .filter(it -> !read.contains(it))
        .ifPresent(read::add);
  }

  private List<PreflightFinding> tried() throws InterruptedException {
    Map<String, CompletableFuture<List<PreflightFinding>>> running = new LinkedHashMap<>();
    tries.forEach((edge, attempt) -> running.put(edge, started(edge, attempt)));
    List<PreflightFinding> findings = new ArrayList<>(read);
    long endsAt = System.nanoTime() + LONGEST.toNanos();
    for (Map.Entry<String, CompletableFuture<List<PreflightFinding>>> one : running.entrySet()) {
      findings.addAll(result(one.getKey(), one.getValue(), endsAt - System.nanoTime()));
    }
    return findings.stream().distinct().toList();
  }

  /** In a thread that keeps nobody from ending, whatever it waits for. */
  private static CompletableFuture<List<PreflightFinding>> started(
      String edge, Callable<List<PreflightFinding>> attempt) {
    CompletableFuture<List<PreflightFinding>> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("preflight " + edge)
        .start(() -> {
          try {
            result.complete(attempt.call());
          } catch (Throwable e) { // whatever it was, it is told, and the others go on
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private static List<PreflightFinding> result(
      String edge, CompletableFuture<List<PreflightFinding>> running, long nanos)
      throws InterruptedException {
    try {
      return running.get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return List.of(
          PreflightFinding.wrong(
              edge, "It was tried for %d s, without an end.".formatted(LONGEST.toSeconds()), ""));
    } catch (ExecutionException e) {
      String why =
          e.getCause() instanceof ConfigurationException known
              ? String.valueOf(known.getMessage())
              : "It could not be tried: " + e.getCause();
      return List.of(PreflightFinding.wrong(edge, why, ""));
    }
  }
}
