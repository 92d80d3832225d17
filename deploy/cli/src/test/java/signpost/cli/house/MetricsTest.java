package signpost.cli.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.evidence.KeepOutcome;
import signpost.record.meter.MeterLabel;
import signpost.record.meter.SignpostMeter;
import signpost.web.browser.BrowserOutcome;
import signpost.web.browser.DeniedAct;
import signpost.web.browser.PictureOutcome;
import signpost.web.fetch.FetchOutcome;

/**
 * The vocabulary of meters is one, and whoever watches by it is told the truth: the page, the rules
 * and the dashboard name what there is. Run with {@code -Dsignpost.docs.write} it writes the page
 * instead.
 */
final class MetricsTest {
  private static final Path PAGE = House.TOP.resolve("docs/metrics.md");
  private static final Path TEMPLATE = Path.of("src/test/resources/metrics.md");
  private static final Path OBSERVE = House.TOP.resolve("deploy/observe");
  private static final Pattern SERIES = Pattern.compile("\\bsignpost_\\w+");

  @Test
  void pageSaysWhatTheCodeHas() throws IOException {
    String page =
        Files.readString(TEMPLATE)
            .formatted(
                Arrays.stream(SignpostMeter.values())
                    .map(MetricsTest::row)
                    .collect(Collectors.joining()));
    if (System.getProperty("signpost.docs.write") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).content(UTF_8).isEqualTo(page);
  }

  private static String row(SignpostMeter meter) {
    String labels =
        meter.labels().stream().map(MetricsTest::inWords).collect(Collectors.joining("; "));
    return "| `%s` | %s | %s | %s | %s |%n"
        .formatted(
            meter.series(),
            meter.kind().name().toLowerCase(Locale.ROOT),
            meter.parts(),
            labels,
            meter.help());
  }

  /** One that has but one value is told by its name: the version differs from build to build. */
  private static String inWords(MeterLabel label) {
    return label.values().size() == 1
        ? "`%s`".formatted(label.name())
        : label.values().stream()
            .map("`%s`"::formatted)
            .collect(Collectors.joining(", ", "`%s`: ".formatted(label.name()), ""));
  }

  @Test
  void outcomesOfTheCodeAreValuesOfTheirLabels() {
    assertThat(values(SignpostMeter.VISITS)).isEqualTo(cases(FetchOutcome.class));
    assertThat(values(SignpostMeter.EVIDENCE)).isEqualTo(cases(KeepOutcome.class));
    assertThat(values(SignpostMeter.BROWSER_PAGES)).isEqualTo(cases(BrowserOutcome.class));
    assertThat(values(SignpostMeter.PICTURES)).isEqualTo(cases(PictureOutcome.class));
    assertThat(values(SignpostMeter.BROWSER_DENIED))
        .isEqualTo(
            Arrays.stream(DeniedAct.values())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> values(SignpostMeter meter) {
    return new TreeSet<>(meter.labels().getFirst().values());
  }

  private static Set<String> cases(Class<?> sealed) {
    Set<String> names = new TreeSet<>();
    for (Class<?> one : sealed.getPermittedSubclasses()) {
      names.addAll(one.isSealed() ? cases(one) : Set.of(one.getSimpleName()));
    }
    return names;
  }

  @Test
  void rulesAndDashboardNameWhatThereIs() throws IOException {
    Set<String> known =
        Arrays.stream(SignpostMeter.values())
            .map(SignpostMeter::series)
            .collect(Collectors.toSet());

    assertThat(named("signpost-rules.yml")).isNotEmpty().isSubsetOf(known);
    assertThat(named("grafana-dashboard.json")).isNotEmpty().isSubsetOf(known);
    assertThat(named("signpost-rules-test.yml")).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void everyRuleIsTried() throws IOException {
    String tests = Files.readString(OBSERVE.resolve("signpost-rules-test.yml"));

    assertThat(found(Pattern.compile("alert: (\\w+)"), OBSERVE.resolve("signpost-rules.yml"), 1))
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(tests).contains("alertname=\"%s\"".formatted(alert)));
  }

  private static Set<String> named(String file) throws IOException {
    return found(SERIES, OBSERVE.resolve(file), 0);
  }

  private static Set<String> found(Pattern pattern, Path file, int group) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult it) -> it.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each fires within its time when its fault is made, and none on a calm day. */
  @Test
  void alertsFireInTimeAndNotOnACalmDay() throws Exception {
    promtool("test", "rules", OBSERVE.resolve("signpost-rules-test.yml").toString());
    promtool("check", "config", OBSERVE.resolve("prometheus.yml").toString());
  }

  private static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(OBSERVE.resolve("grafana-dashboard.json").toFile());
  }

  /** The last of a day's numbers would stay green when its part is gone. */
  @Test
  void whatIsSaidInOneLookIsAskedOfNow() throws IOException {
    List<JsonNode> questions = new ArrayList<>();
    for (JsonNode panel : dashboard().path("panels")) {
      if (panel.path("type").asText().equals("stat")) {
        panel.path("targets").forEach(questions::add);
      }
    }

    assertThat(questions)
        .allSatisfy(it -> assertThat(it.path("instant").asBoolean()).as("%s", it).isTrue())
        .extracting(it -> it.path("expr").asText())
        .contains("up{job=\"signpost\"}");
  }

  @Test
  void questionsOfTheDashboardAreUnderstood(@TempDir Path folder) throws Exception {
    StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
    JsonNode dashboard = dashboard();
    List<JsonNode> questions = dashboard.findValues("expr");
    for (int i = 0; i < questions.size(); i++) {
      rules.append(
          "      - record: question_%d%n        expr: %s%n".formatted(i, questions.get(i)));
    }
    Path file = folder.resolve("dashboard.yml");
    Files.writeString(file, rules);

    assertThat(questions).hasSizeGreaterThan(20);
    promtool("check", "rules", file.toString());
  }

  private static void promtool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    assumeTrue(isThere("promtool"), "promtool is missing: install Debian's prometheus");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

    assertThat(process.exitValue()).as(said).isZero();
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
