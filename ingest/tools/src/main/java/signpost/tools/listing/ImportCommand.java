package signpost.tools.listing;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.tools.ExitCode;
import signpost.web.fetch.FetchSettings;
import signpost.web.fetch.HttpFetcher;
import signpost.web.guide.GuideImporter;
import signpost.web.guide.ImportOutcome;
import signpost.web.guide.ImportedGuide;

/** A guide's page or document to a catalogue file. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a catalogue file of a guide: headings become sections, links become placements.",
      "Read the file through before you put it into the catalogue's folder."
    },
    footer = {"", "Exit code 1 if it is no guide, or cannot be fetched or read."})
public final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "URL|FILE",
      description = "the guide's page, or an .html, .docx, .pptx, .odt, .epub or .pdf file")
  private String what = "";

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      defaultValue = ".",
      description = "where to write it; never over another file (default: a new file here)")
  private Path out = Path.of(".");

  @Option(
      names = "--contact",
      paramLabel = "URL|ADDRESS",
      defaultValue = "${env:SIGNPOST_CONTACT}",
      description = "sent with the request, so that the publisher can reach you")
  private @Nullable String contact;

  @Override
  public Integer call() throws Exception {
    try (HttpFetcher fetcher =
        HttpFetcher.of(
            FetchSettings.usual(), Optional.ofNullable(contact).orElse(""), Optional.empty())) {
      return switch (GuideImporter.importFrom(what, fetcher, out)) {
        case ImportOutcome.ImportWritten written -> said(written);
        case ImportOutcome.NotAGuide none -> complained(none.reason());
        case ImportOutcome.ImportFailed failed -> complained(failed.reason());
      };
    }
  }

  private int said(ImportOutcome.ImportWritten written) {
    ImportedGuide guide = written.guide();
    spec.commandLine()
        .getOut()
        .printf(
            "%s: “%s” has %d links in %d sections%n",
            written.file(), guide.title(), guide.links(), guide.sections().size());
    guide.problems().forEach(problem -> spec.commandLine().getErr().println("Note: " + problem));
    return ExitCode.FINE;
  }

  private int complained(String reason) {
    spec.commandLine().getErr().println("signpost: " + reason);
    return ExitCode.PROBLEMS;
  }
}
