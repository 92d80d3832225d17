package signpost.tools.reading;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.tools.ExitCode;

/** What a person would read on a page. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Reads pages as Signpost does: title, lead, language, blocks of text, notices and links,"
          + " without what every page of a site carries.",
      "HTML, PDF, Word (.docx), slides (.pptx), OpenDocument (.odt), EPUB and text; one result for"
          + " each page, in order."
    },
    footer = {
      "",
      "Exit code 1 if any page could not be read; the others are printed all the same.",
      "",
      "Examples:",
      "  signpost extract https://www.gov.uk/apply-free-school-meals",
      "  signpost extract --format json saved/ leaflet.pdf > pages.jsonl",
      "  signpost extract --url https://council.example/help --rules my-rules.yml help.html",
      "  signpost extract --explain https://www.gov.uk/apply-free-school-meals",
      "  signpost extract --browser https://council.example/find-help",
      "  signpost extract - < list-of-urls.txt"
    })
public final class ExtractCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ReadingOptions options = new ReadingOptions();

  @Parameters(
      paramLabel = "FILE|URL|-",
      arity = "1..*",
      description =
          "pages; a folder means the pages in it, - the standard input: a page, or a list of what"
              + " to read with one in each line")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}: text, or JSON with one object in each line")
  private ExtractFormat format = ExtractFormat.text;

  @Option(
      names = "--explain",
      description =
          "say of every line of an HTML page whether it is read, and what spoke for and against it")
  private boolean explain;

  /** How results are written; lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum ExtractFormat {
    text,
    json
  }

  @Override
  public Integer call() {
    boolean explained = explain || format == ExtractFormat.json;
    return options.with(inputs, reader -> extract(explained ? reader.explained() : reader));
  }

  private int extract(InputReader reader) {
    PrintWriter out = spec.commandLine().getOut();
    Function<ExtractedInput, String> form =
        switch (format) {
          case text -> explain ? ExtractedText::explained : ExtractedText::text;
          case json -> explain ? ExtractedText::explainedJson : ExtractedText::json;
        };
    int code = ExitCode.FINE;
    for (String input : inputs) {
      for (ExtractedInput page : (Iterable<ExtractedInput>) reader.read(input)::iterator) {
        out.println(form.apply(page));
        code = page instanceof ExtractedInput.UnreadableInput ? ExitCode.PROBLEMS : code;
      }
    }
    return code;
  }
}
