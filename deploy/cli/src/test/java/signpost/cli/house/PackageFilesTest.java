package signpost.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import signpost.cli.CommandRehearsal;
import signpost.cli.PartRehearsal;
import signpost.kit.StartedProcess;
import signpost.local.ConfigFile;

/** What the packages' files must say, without an engine or systemd to run them. */
class PackageFilesTest {
  private static final Path FILES = House.TOP.resolve("deploy/package");
  private static final Path CONTAINERS = House.TOP.resolve("deploy/container/Containerfile");
  private static final Path COMPOSE = House.TOP.resolve("deploy/compose/compose.yaml");
  private static final Pattern PINNED = Pattern.compile(".+:v?\\d+\\.\\d+(\\.\\d+)?(-[a-z]+)?");
  private static final Set<String> PARTS = Set.of("ingest", "search", "notifier");

  static List<Path> units() throws IOException {
    try (Stream<Path> files = Files.list(FILES.resolve("systemd"))) {
      return files.filter(it -> it.toString().endsWith(".service")).sorted().toList();
    }
  }

  static Map<String, Map<String, Object>> services() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<String, Map<String, Map<String, Object>>> compose = yaml.load(Files.readString(COMPOSE));
    return new TreeMap<>(compose.getOrDefault("services", Map.of()));
  }

  @Test
  void everyPartAndAllTogetherHaveAUnit() throws IOException {
    assertThat(units())
        .extracting(it -> it.getFileName().toString())
        .containsExactly(
            "signpost-backup.service",
            "signpost-broker.service",
            "signpost-ingest.service",
            "signpost-notifier.service",
            "signpost-search.service",
            "signpost.service");
  }

  @ParameterizedTest
  @MethodSource("units")
  void unitMayDoNoMoreThanItNeeds(Path unit) throws IOException {
    assertThat(Files.readAllLines(unit))
        .contains(
            "User=signpost",
            "StateDirectory=signpost",
            "ProtectSystem=strict",
            "ProtectHome=yes",
            "PrivateTmp=yes",
            "PrivateDevices=yes",
            "PrivateUsers=yes",
            "ProtectProc=invisible",
            "RemoveIPC=yes",
            "NoNewPrivileges=yes",
            "SystemCallFilter=@system-service",
            "SystemCallErrorNumber=EPERM",
            "CapabilityBoundingSet=",
            "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
            "StandardOutput=journal",
            "KillMode=mixed")
        .anyMatch(line -> line.matches("MemoryMax=[1-9]G"))
        .noneMatch(line -> line.startsWith("Environment=") || line.matches("(?i).*password=\\w.*"));
  }

  @Test
  void backupRunsByItselfOnceADayAndMayWriteWhereItIsConfiguredTo() throws IOException {
    Path systemd = FILES.resolve("systemd");
    assertThat(Files.readAllLines(systemd.resolve("signpost-backup.timer")))
        .contains("OnCalendar=*-*-* 02:30:00", "Persistent=true", "WantedBy=timers.target");
    assertThat(Files.readAllLines(systemd.resolve("signpost-backup.service")))
        .contains("Type=oneshot", "ReadWritePaths=-/var/backups/signpost")
        .as("what it says is seen: only 0 is well, and to be told to stop")
        .contains("SuccessExitStatus=143")
        .noneMatch(it -> it.startsWith("ExecStart=-"));
    assertThat(Files.readString(FILES.resolve("debian/postinst")))
        .contains("install -d -o signpost -g signpost -m 0700 /var/backups/signpost");
    assertThat(Files.readAllLines(FILES.resolve("debian/prerm")))
        .as("an upgrade stops a backup, and does not begin and wait for another")
        .anyMatch(it -> it.contains("systemctl stop signpost-backup.service"))
        .filteredOn(it -> it.startsWith("units="))
        .singleElement()
        .asString()
        .contains("signpost-backup.timer")
        .doesNotContain("signpost-backup.service");
  }

  /** Chromium's own sandbox leaves its root and makes namespaces; who may start it must be told. */
  @ParameterizedTest
  @ValueSource(strings = {"signpost.service", "signpost-ingest.service"})
  void unitThatMayStartABrowserSaysWhatItsSandboxNeeds(String unit) throws IOException {
    assertThat(Files.readString(FILES.resolve("systemd").resolve(unit)))
        .contains("RestrictNamespaces=no and one more SystemCallFilter=chroot");
  }

  @Test
  void configurationThatIsShippedIsUnderstoodAndSoIsEachCommentedKey() throws IOException {
    assertThat(ConfigFile.read(FILES.resolve("signpost.yml"), Set.of()))
        .isEqualTo(
            Map.of(
                "signpost.catalogue", "/etc/signpost/catalogue",
                "signpost.backup.folder", "/var/backups/signpost",
                "signpost.backup.keep-days", "14"));

    assertThat(everyKey())
        .contains("signpost.contact", "signpost.smtp.tls", "signpost.kafka.replication");
  }

  @Test
  void launcherRehearsesClassesThatAreThere() throws IOException {
    assertThat(Files.readString(House.TOP.resolve("deploy/signpost")))
        .contains("-cp \"$jar\" \"" + PartRehearsal.class.getPackageName() + ".$class\"")
        .contains("commands) class=" + CommandRehearsal.class.getSimpleName() + " ")
        .contains("parts) class=" + PartRehearsal.class.getSimpleName() + " ");
  }

  @Test
  void containersRunAsAUserAndSayWhetherTheyAreWell() throws IOException {
    String text = Files.readString(CONTAINERS);
    Map<String, String> targets =
        Stream.of(text.split("(?m)^FROM ", -1))
            .skip(1)
            .collect(Collectors.toMap(it -> it.lines().findFirst().orElse(""), it -> it));

    assertThat(targets.keySet())
        .containsExactlyInAnyOrder(
            "debian:12.11-slim AS base", "base AS ingest", "base AS search", "base AS notifier");
    targets.forEach((name, lines) -> {
      if (name.startsWith("base ")) {
        assertThat(lines).containsPattern("ENV HEALTH_PORT=(\\d+)\nEXPOSE \\1\n");
        assertThat(lines).doesNotContain("USER").doesNotContain("HEALTHCHECK");
      } else {
        assertThat(name.split(" ", -1)[0]).matches(PINNED);
        assertThat(lines).containsPattern("(?m)^USER 1\\d{4}:1\\d{4}$");
      }
    });
  }

  @Test
  void healthCheckTellsWellFromIllAndFromAway() throws Exception {
    AtomicInteger status = new AtomicInteger(200);
    HttpServer part =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    part.createContext(
        "/health",
        asked -> {
          asked.sendResponseHeaders(status.get(), -1);
          asked.close();
        });
    part.start();
    int port = part.getAddress().getPort();

    assertThat(healthCheck(port)).isZero();
    status.set(503);
    assertThat(healthCheck(port)).isNotZero();
    part.stop(0);
    assertThat(healthCheck(port)).isNotZero();
  }

  /** The exit code of the images' own check, which starts no JVM. */
  private static int healthCheck(int port) throws IOException {
    Matcher check =
        Pattern.compile("HEALTHCHECK .*\\\\\n +CMD (\\[\"bash\".*])")
            .matcher(Files.readString(CONTAINERS));
    assertThat(check.find()).isTrue();
    List<String> command = new Yaml(new SafeConstructor(new LoaderOptions())).load(check.group(1));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HEALTH_PORT", String.valueOf(port));
    try (StartedProcess process = StartedProcess.of(builder)) {
      return process.exitCode();
    }
  }

  @Test
  void composeHasThePartsAndWhatTheyStandOn() throws IOException {
    assertThat(services().keySet())
        .containsAll(PARTS)
        .contains("kafka", "postgres", "nginx", "mail");
  }

  @ParameterizedTest
  @MethodSource("names")
  void serviceIsPinnedBoundedWatchedAndNobodysRoot(String name) throws IOException {
    Map<String, Object> service = services().getOrDefault(name, Map.of());

    assertThat(service).containsKeys("mem_limit", "restart");
    assertThat(String.valueOf(service.get("user"))).matches("[1-9]\\d*:[1-9]\\d*");
    if (PARTS.contains(name)) {
      assertThat(service).containsKey("build").containsEntry("read_only", true);
    } else {
      assertThat(service).containsKey("healthcheck");
      assertThat(String.valueOf(service.get("image"))).matches(PINNED);
    }
  }

  static Set<String> names() throws IOException {
    return services().keySet();
  }

  @Test
  void nothingSecretIsWrittenDown() throws IOException {
    Map<String, String> secrets = new TreeMap<>();
    for (String name : names()) {
      environment(name)
          .forEach((key, value) -> {
            if (key.matches(".*(PASSWORD|TOKEN|SECRET|KEY)")) {
              secrets.put(name + " " + key, value);
            }
          });
    }

    assertThat(secrets.keySet())
        .containsExactly(
            "ingest SIGNPOST_API_TOKEN",
            "ingest SIGNPOST_JDBC_PASSWORD",
            "notifier SIGNPOST_API_TOKEN",
            "notifier SIGNPOST_JDBC_PASSWORD",
            "notifier SIGNPOST_SMTP_PASSWORD",
            "postgres POSTGRES_PASSWORD",
            "search SIGNPOST_API_TOKEN",
            "search SIGNPOST_OPS_PASSWORD");
    assertThat(secrets.values()).allMatch(it -> it.matches("\\$\\{[A-Z_]+(:\\?[^}]*|:-)?}"));
  }

  @Test
  void whatThePackagesFileNamesCanBeSaidToTheContainersToo() throws IOException {
    Set<String> keys = everyKey();
    keys.add("signpost.smtp.password");
    // The one broker of these containers has no door to the world: no copies, TLS or passwords.
    keys.removeIf(it -> it.startsWith("signpost.kafka.") && !it.endsWith("bootstrap-servers"));
    keys.removeIf(it -> it.startsWith("signpost.backup.")); // for the timer, which they have not
    Set<String> said = new TreeSet<>();
    for (String part : PARTS) {
      said.addAll(environment(part).keySet());
    }

    assertThat(said)
        .containsAll(
            keys.stream().map(it -> it.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")).toList());
  }

  @Test
  void mailServersNameAloneIsEnough() throws IOException {
    assertThat(environment("notifier"))
        .containsEntry("SIGNPOST_SMTP_PORT", "${SIGNPOST_SMTP_PORT:-25}");
    assertThat(environment("mail")).containsEntry("MP_SMTP_BIND_ADDR", "0.0.0.0:25");
  }

  private static Map<String, String> environment(String service) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    if (services().getOrDefault(service, Map.of()).get("environment") instanceof Map<?, ?> all) {
      all.forEach((key, value) -> variables.put(String.valueOf(key), String.valueOf(value)));
    }
    return variables;
  }

  /** The keys of the configuration that is shipped, commented ones too. */
  private static Set<String> everyKey() throws IOException {
    String every =
        Files.readString(FILES.resolve("signpost.yml"))
            .replaceAll("(?m)^( +)# ( *[a-z-]+:( |$))", "$1$2");
    Path all = Files.writeString(Files.createTempFile("signpost", ".yml"), every);
    Set<String> keys = new TreeSet<>(ConfigFile.read(all, Set.of()).keySet());
    Files.delete(all);
    return keys;
  }
}
