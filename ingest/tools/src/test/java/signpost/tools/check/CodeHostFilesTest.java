package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** The action and the hook that other repositories name, as far as they go without their hosts. */
final class CodeHostFilesTest {
  private static final Path TOP = Path.of("../..").toAbsolutePath().normalize();
  private static final Path ACTION = TOP.resolve("deploy/action/action.yml");

  @TempDir Path folder = Path.of("");

  private static JsonNode yaml(Path file) throws IOException {
    Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    return KeptText.JSON.valueToTree(read);
  }

  private static String script() throws IOException {
    for (JsonNode step : yaml(ACTION).at("/runs/steps")) {
      if (step.path("name").asText().equals("Check links")) {
        return step.path("run").asText();
      }
    }
    throw new IllegalStateException("The action has no such step");
  }

  @Test
  void theActionIsCompositeAndStartsOurLauncher() throws Exception {
    JsonNode action = yaml(ACTION);
    assertThat(action.fieldNames()).toIterable().contains("name", "description", "inputs", "runs");
    assertThat(action.at("/runs/using").asText()).isEqualTo("composite");
    assertThat(action.at("/runs/steps"))
        .isNotEmpty()
        .allMatch(it -> it.has("uses") || it.has("shell"));
    assertThat(script()).contains("\"$GITHUB_ACTION_PATH/../signpost\"").doesNotContain("${{");
    assertThat(ACTION.resolveSibling("../signpost").normalize()).isExecutable();
  }

  @Test
  void everyInputIsDescribedAndUsed() throws Exception {
    String text = Files.readString(ACTION);
    assertThat(yaml(ACTION).path("inputs").properties())
        .isNotEmpty()
        .allSatisfy(input -> {
          assertThat(input.getValue().has("description") && input.getValue().has("default"))
              .isTrue();
          assertThat(text).contains("${{ inputs." + input.getKey() + " }}");
        });
  }

  /** The words that the action's script hands to whatever stands where the launcher does. */
  private List<String> words(String options, String paths) throws Exception {
    Path action = Files.createDirectories(folder.resolve("action"));
    Path recorder = folder.resolve("signpost");
    Files.writeString(recorder, "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done\n");
    Files.setPosixFilePermissions(recorder, PosixFilePermissions.fromString("rwx------"));
    var bash =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script());
    bash.environment()
        .putAll(
            Map.of(
                "GITHUB_ACTION_PATH",
                action.toString(),
                "FORMAT",
                "github",
                "OPTIONS",
                options,
                "PATHS",
                paths));
    Process process = bash.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  @Test
  void whatAWorkflowSaysReachesTheCommandAsItIs() throws Exception {
    String exclude = "--exclude=a b$(touch x);'\"`*";
    List<String> words = words("--depth=0\n\n" + exclude + "\n", "docs\nmy page.md\n-odd.md\n");
    assertThat(words)
        .contains(exclude)
        .startsWith("check")
        .endsWith("docs", "my page.md", "-odd.md");
    List<String> typed = new ArrayList<>(words.subList(1, words.size()));
    var parsed = new CommandLine(new CheckCommand()).parseArgs(typed.toArray(String[]::new));
    assertThat(parsed.matchedPositionals()).hasSize(1);
    assertThat(parsed.matchedOptionValue("--format", ReportFormat.text))
        .isEqualTo(ReportFormat.github);
    assertThat(words("", ".")).endsWith("--", ".");
  }

  @Test
  void theHookNamesOurLauncherAndACommandThatItKnows() throws Exception {
    JsonNode hooks = yaml(TOP.resolve(".pre-commit-hooks.yaml"));
    assertThat(hooks).isNotEmpty();
    for (JsonNode hook : hooks) {
      assertThat(hook.fieldNames())
          .toIterable()
          .contains("id", "name", "entry", "language", "types_or");
      List<String> entry = List.of(hook.path("entry").asText().split(" "));
      assertThat(TOP.resolve(entry.getFirst())).isExecutable();
      List<String> typed = new ArrayList<>(entry.subList(2, entry.size()));
      typed.addAll(List.of("a.md", "b.html"));
      new CommandLine(new CheckCommand()).parseArgs(typed.toArray(String[]::new));
    }
  }
}
