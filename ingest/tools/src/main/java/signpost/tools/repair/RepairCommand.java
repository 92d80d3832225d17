package signpost.tools.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;
import signpost.url.AddressGuard;
import signpost.url.IpRange;
import signpost.url.WebUrl;

/** Applies owners' answers to the file a guide is made from. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Applies answers to the file a guide is made from, Word (.docx), HTML or Markdown: replaces the",
      "targets of its links, touches nothing else, and reports what was done and what is left for you.",
      "Without --output or --in-place it only reports.",
      ""
    },
    footer = {
      "",
      "Answers are a JSON array of objects:",
      "  [{\"target\": \"https://old.example/a\", \"answer\": \"replace\", \"with\": \"https://new.example/a\",",
      "    \"by\": \"Ann\", \"at\": \"2026-11-24T09:30:00Z\"},",
      "   {\"target\": \"https://old.example/b\", \"answer\": \"remove\"},",
      "   {\"target\": \"https://old.example/c\", \"answer\": \"keep\"}]",
      "by and at may be left out. A target means every link to that page, whatever place in it or",
      "tracking parameters the link names; a target with #place means links to this place only.",
      "",
      "Left for you, with line and column or paragraph: what is to be removed, words that show an old",
      "address, images and other uses that are no links, and Word fields split over several runs.",
      "",
      "An answer that cannot be understood, contradicts another, or leads readers into a private",
      "network that no --allow names, is set aside and reported.",
      "",
      "Exit code 0 if all was done, 1 if something is left for you or set aside, 2 if the command",
      "line was not understood, 3 if a file cannot be used or written, and then nothing is.",
      "",
      "Examples:",
      "  signpost repair guide.docx --answers answers.json",
      "  signpost repair guide.docx --answers answers.json --output repaired.docx",
      "  signpost repair guide.html --answers answers.json --in-place     the old one is guide.html.orig"
    })
public final class RepairCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the guide: a .docx, .html or .md file")
  private Path file = Path.of("");

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      required = true,
      description = "what owners answered, a JSON file")
  private Path answers = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where the repaired file goes; one that is there is replaced")
  private @Nullable Path output;

  @Option(
      names = "--in-place",
      description = "repair the file itself; as it was it stays beside it as FILE.orig")
  private boolean inPlace;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "where the guide is on the web, for relative links if it does not say so itself")
  private @Nullable String url;

  @Option(
      names = "--allow",
      paramLabel = "RANGE",
      description = {
        "private addresses that a replacement may lead to, as 10.0.0.0/8",
        "or 127.0.0.1/32:8080, like signpost.fetch.allow (may be repeated)"
      })
  private List<String> allow = List.of();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "of the report, ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private RepairFormat format = RepairFormat.text;

  /** How the report is written; lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum RepairFormat {
    text,
    json
  }

  @Override
  public Integer call() {
    Optional<WebUrl> page = page();
    AddressGuard guard = guard();
    try {
      checkOutput();
      if (inPlace) {
        FileSaving.mayKeep(file);
      }
      AnswersByAddress given = AnswersFile.read(answers, guard);
      GuideRepair repair = GuideRepair.of(file, given, page);
      report(repair, save(repair));
      return repair.report().isDone() ? ExitCode.FINE : ExitCode.PROBLEMS;
    } catch (RefusedException e) {
      throw new CannotStartException(String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<Path> save(GuideRepair repair) throws RefusedException {
    if (output != null) {
      FileSaving.to(output, file, repair);
      return Optional.of(output);
    }
    if (inPlace && repair.changes()) {
      FileSaving.over(file, repair);
      return Optional.of(file);
    }
    return Optional.empty();
  }

  private void report(GuideRepair repair, Optional<Path> written) {
    var out = spec.commandLine().getOut();
    String report =
        switch (format) {
          case text -> ReportText.of(repair.report(), file.toString(), end(written));
          case json -> ReportJson.of(repair.report(), file.toString(), written);
        };
    out.print(report);
    out.flush();
  }

  private String end(Optional<Path> written) {
    if (written.isPresent()) {
      String kept = inPlace ? "; as it was it is " + file + ".orig" : "";
      return "Written to " + written.get() + kept + ".";
    }
    return inPlace
        ? "There is nothing to write."
        : "Dry run: nothing was written; --output or --in-place writes.";
  }

  private void checkOutput() {
    if (output == null) {
      return;
    }
    if (inPlace) {
      throw wrong("Give --output or --in-place, not both.");
    }
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw wrong("--output: there is no folder for " + output + ".");
    }
    if (Files.isDirectory(output)) {
      throw wrong("--output: " + output + " is a folder.");
    }
    if (same(output, file)) {
      throw wrong("--output: " + output + " is the file to be repaired; --in-place does that.");
    }
    if (same(output, answers)) {
      throw wrong("--output: " + output + " holds the answers.");
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException _) {
      return true; // it cannot be ruled out
    }
  }

  private Optional<WebUrl> page() {
    if (url == null) {
      return Optional.empty();
    }
    Optional<WebUrl> page = WebUrl.parse(url).filter(WebUrl::web);
    if (page.isEmpty()) {
      throw wrong("--url: '" + url + "' is no address with http:// or https://.");
    }
    return page;
  }

  private AddressGuard guard() {
    try {
      return new AddressGuard(allow.stream().map(IpRange::of).toList(), Set.of());
    } catch (IllegalArgumentException e) {
      throw wrong("--allow: " + e.getMessage() + ".");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
