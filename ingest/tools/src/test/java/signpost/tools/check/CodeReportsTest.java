package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import signpost.tools.check.CheckVerdict.ResultClass;

/** Reports that are shown beside the code they are about. */
final class CodeReportsTest {
  private static LinkReference at(String page, int line) {
    return new LinkReference(page, line, line == 0 ? 0 : 7, "a", "words", "");
  }

  private static TargetResult result(ResultClass kind, String url, LinkReference... at) {
    return new TargetResult(url, kind, 404, "not found", "", List.of(at));
  }

  private static CheckReport report(int line) {
    return new CheckReport(
        List.of(
            result(
                ResultClass.BROKEN,
                "https://a.example/x",
                at("docs/a b.md", line),
                at("docs/a b.md", line + 1),
                at("https://b.example/page", 3)),
            result(ResultClass.FRAGMENT, "file:///z.html#no", at("/z.html", 1)),
            result(ResultClass.SUSPECT, "https://c.example/", at("list.pdf", 0)),
            result(ResultClass.BROKEN, "http://[", at("", 0)),
            result(ResultClass.OK, "https://d.example/", at("docs/a.md", 1)),
            result(ResultClass.SKIPPED, "x:y", at("docs/a.md", 1))),
        9,
        Duration.ofSeconds(1),
        Set.of());
  }

  private static String written(CheckReport report, ReportFormat format, boolean suspects) {
    var out = new StringWriter();
    format.write(report, new PrintWriter(out), suspects, false);
    return out.toString();
  }

  private static JsonNode run(CheckReport report) throws Exception {
    JsonNode sarif = KeptText.JSON.readTree(written(report, ReportFormat.sarif, false));
    assertThat(sarif.path("version").asText()).isEqualTo("2.1.0");
    assertThat(sarif.path("$schema").asText()).contains("sarif-schema-2.1.0.json");
    assertThat(sarif.path("runs")).hasSize(1);
    return sarif.path("runs").path(0);
  }

  /** The rules of the schema for what is used of it, and those of GitHub's code scanning. */
  @Test
  void everyResultHasARuleAMessageAndAPlace() throws Exception {
    JsonNode run = run(report(5));
    JsonNode driver = run.path("tool").path("driver");
    assertThat(driver.path("name").asText()).isNotEmpty();
    JsonNode rules = driver.path("rules");
    for (JsonNode rule : rules) {
      assertThat(rule.path("id").isTextual()).isTrue();
      assertThat(rule.path("shortDescription").path("text").asText()).isNotEmpty();
      assertThat(rule.path("defaultConfiguration").path("level").asText())
          .isIn("none", "note", "warning", "error");
    }
    assertThat(run.path("results")).hasSize(6);
    for (JsonNode result : run.path("results")) {
      int index = result.path("ruleIndex").asInt(-1);
      assertThat(rules.path(index).path("id")).isEqualTo(result.path("ruleId"));
      assertThat(result.path("message").path("text").asText()).isNotEmpty();
      assertThat(result.path("level").asText()).isIn("note", "warning", "error");
      assertThat(result.path("locations")).hasSize(1);
      JsonNode place = result.path("locations").path(0).path("physicalLocation");
      URI uri = URI.create(place.path("artifactLocation").path("uri").asText());
      assertThat(uri.getScheme()).isIn("file", null); // GitHub refuses the upload for any other
      assertThat(place.path("region").path("startLine").asInt()).isPositive();
      assertThat(place.path("region").path("startColumn").asInt()).isPositive();
      assertThat(result.path("partialFingerprints")).hasSize(1);
    }
  }

  @Test
  void aFileIsNamedFromTheFolderOnAndColumnsCountCharacters() throws Exception {
    JsonNode run = run(report(5));
    JsonNode place = run.path("results").path(0).path("locations").path(0).path("physicalLocation");
    assertThat(place.path("artifactLocation").path("uri").asText()).isEqualTo("docs/a%20b.md");
    assertThat(place.path("region").path("startLine").asInt()).isEqualTo(5);
    assertThat(run.path("columnKind").asText()).isEqualTo("unicodeCodePoints");
  }

  private static Set<String> fingerprints(CheckReport report) throws Exception {
    Set<String> all = new HashSet<>();
    run(report)
        .path("results")
        .forEach(
            result -> all.add(result.path("partialFingerprints").path("signpostLink/v1").asText()));
    return all;
  }

  @Test
  void fingerprintsAreOnePlacesOwnAndStayWhenItsLineMoves() throws Exception {
    assertThat(fingerprints(report(5))).hasSize(6).isEqualTo(fingerprints(report(90)));
  }

  @Test
  void wordsOfOthersAreNoLinksAndNoPlaceholders() throws Exception {
    var hostile = result(ResultClass.BROKEN, "[x](https://evil.example/?q={0})", at("a.md", 1));
    JsonNode told =
        run(new CheckReport(List.of(hostile), 1, Duration.ZERO, Set.of())).path("results").path(0);
    assertThat(told.path("message").path("text").asText())
        .contains("{{0}}")
        .doesNotContain("](")
        .contains("[x] (https://evil.example/");
  }

  @Test
  void annotationsNameFileLineAndColumn() {
    String said = written(report(5), ReportFormat.github, false);
    assertThat(said.lines())
        .startsWith(
            "::error file=docs/a b.md,line=5,col=7,title=broken::broken: https://a.example/x"
                + " — 404 not found")
        .contains(
            "::error title=broken::broken: https://a.example/x — 404 not found"
                + " (on https://b.example/page)",
            "::warning file=list.pdf,title=suspect::suspect: https://c.example/ — 404 not found")
        .hasSize(7);
    assertThat(written(report(5), ReportFormat.github, true))
        .contains("::error file=list.pdf")
        .doesNotContain("::warning");
  }

  @Test
  void annotationsCannotBeBrokenOutOf() {
    var hostile =
        result(ResultClass.BROKEN, "https://a.example/%0A\n::set-env x", at("a:b,c%.md", 1));
    String said =
        written(
            new CheckReport(List.of(hostile), 1, Duration.ZERO, Set.of()),
            ReportFormat.github,
            false);
    assertThat(said)
        .startsWith("::error file=a%3Ab%2Cc%25.md,line=1,col=7,title=broken::broken: ")
        .contains("%250A::set-env x");
    assertThat(said.lines().filter(it -> it.startsWith("::"))).hasSize(1);
  }
}
