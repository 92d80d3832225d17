package signpost.tools.reading;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;

/** What changed between two readings of a page. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Compares two readings of a page as Signpost does: what sort of change it is, how much it"
            + " matters, and the places that changed, word by word.",
    footer = {
      "",
      "Exit code 0 if they are the same to a reader, 1 if they differ, 3 if one cannot be read.",
      "",
      "Examples:",
      "  signpost diff before.html after.html",
      "  signpost diff --format html before.pdf after.pdf > change.html",
      "  signpost diff --format json saved.html https://www.gov.uk/apply-free-school-meals"
    })
public final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ReadingOptions options = new ReadingOptions();

  @Parameters(index = "0", paramLabel = "BEFORE", description = "a file, a URL, or -")
  private String before = "";

  @Parameters(index = "1", paramLabel = "AFTER", description = "a file, a URL, or -")
  private String after = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}: text, a JSON object, or a page of its own")
  private DiffFormat format = DiffFormat.text;

  /** How the result is written; lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum DiffFormat {
    text,
    json,
    html
  }

  @Override
  public Integer call() {
    return options.with(List.of(before, after), this::compare);
  }

  private int compare(InputReader reader) {
    ExtractedInput old = one(reader, before);
    ExtractedInput young = one(reader, after);
    if (old instanceof ExtractedInput.ExtractedPage from
        && young instanceof ExtractedInput.ExtractedPage to) {
      return compare(ComparedPages.of(from, to));
    }
    if (format == DiffFormat.json) {
      print(ComparedJson.unread(old, young) + "\n");
    }
    throw new CannotStartException(
        Stream.of(old, young).flatMap(DiffCommand::trouble).collect(Collectors.joining("\n")));
  }

  private int compare(ComparedPages compared) {
    String result =
        switch (format) {
          case text -> ComparedText.of(compared);
          case json -> ComparedJson.of(compared) + "\n";
          case html -> ComparedHtml.of(compared);
        };
    print(result);
    return compared.diff().change().isEmpty() ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  private void print(String result) {
    spec.commandLine().getOut().print(result);
    spec.commandLine().getOut().flush();
  }

  private static ExtractedInput one(InputReader reader, String input) {
    List<ExtractedInput> read = reader.read(input).limit(2).toList();
    if (read.size() != 1) {
      throw new CannotStartException("'" + input + "' is more than one page.");
    }
    return read.getFirst();
  }

  private static Stream<String> trouble(ExtractedInput side) {
    return switch (side) {
      case ExtractedInput.ExtractedPage _ -> Stream.empty();
      case ExtractedInput.UnreadableInput it ->
          Stream.of(it.input() + " cannot be read (" + it.reason() + "): " + it.detail() + ".");
    };
  }
}
