package signpost.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import signpost.cli.ClassListRun;
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
      return files.sorted().toList();
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
            "NoNewPrivileges=yes",
            "CapabilityBoundingSet=",
            "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
            "StandardOutput=journal",
            "KillMode=mixed")
        .anyMatch(line -> line.matches("MemoryMax=[1-9]G"))
        .noneMatch(line -> line.startsWith("Environment=") || line.matches("(?i).*password=\\w.*"));
  }

  @Test
  void configurationThatIsShippedIsUnderstoodAndSoIsEachCommentedKey() throws IOException {
    Path shipped = FILES.resolve("signpost.yml");
    assertThat(ConfigFile.read(shipped, Set.of()))
        .isEqualTo(Map.of("signpost.catalogue", "/etc/signpost/catalogue"));

    String every = Files.readString(shipped).replaceAll("(?m)^( +)# ( *[a-z-]+:( |$))", "$1$2");
    Path all = Files.writeString(Files.createTempFile("signpost", ".yml"), every);
    assertThat(ConfigFile.read(all, Set.of()))
        .containsKeys("signpost.contact", "signpost.smtp.tls", "signpost.kafka.replication");
    Files.delete(all);
  }

  @Test
  void launcherRehearsesAClassThatIsThere() throws IOException {
    assertThat(Files.readString(House.TOP.resolve("deploy/signpost")))
        .contains(" " + ClassListRun.class.getName() + " ");
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
        assertThat(lines).contains("HEALTHCHECK ", "CMD [\"signpost\", \"check\"");
        assertThat(lines).doesNotContain("USER").doesNotContain("sh -c");
      } else {
        assertThat(name.split(" ", -1)[0]).matches(PINNED);
        assertThat(lines).containsPattern("(?m)^USER 1\\d{4}:1\\d{4}$");
      }
    });
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
    for (String name : names()) {
      String environment =
          String.valueOf(services().getOrDefault(name, Map.of()).get("environment"));
      Pattern.compile("\\w*(PASSWORD|TOKEN)=([^,}]*)")
          .matcher(environment)
          .results()
          .forEach(secret -> assertThat(secret.group(2)).startsWith("${"));
    }
  }
}
