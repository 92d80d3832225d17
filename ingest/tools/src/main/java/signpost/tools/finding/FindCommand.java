package signpost.tools.finding;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.successor.SuccessorOutcome;
import signpost.tools.ExitCode;
import signpost.url.WebUrl;
import signpost.web.fetch.SiteFetcher;

/** Where pages went that are no longer at their addresses. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for the new home of a page that is no longer at its address: asks its publisher's site"
          + " politely, some ten requests for one address, and compares what it reads with the page"
          + " as it was.",
      "Without --was only the words of its address and of the guide's links are known: then a page"
          + " is never more than a hint."
    },
    footer = {
      "",
      "Several addresses are asked for together: where a site was rebuilt, two requests each.",
      "",
      "Exit code 0 if a new home was found for all of them, 1 if for any there is only a hint or"
          + " nothing, 3 if a file cannot be read.",
      "",
      "Examples:",
      "  signpost find --was saved.html https://council.example/old/rent-arrears",
      "  signpost find --guide guide.html https://council.example/a https://council.example/b",
      "  signpost find --format json https://council.example/old/rent-arrears"
    })
public final class FindCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "URL", arity = "1..*", description = "addresses that died")
  private List<String> urls = List.of();

  @Option(
      names = "--guide",
      paramLabel = "FILE|URL",
      description = "a guide that links to them: the words of its links are compared too")
  private @Nullable String guide;

  @Option(
      names = "--was",
      paramLabel = "FILE|URL",
      description = "the page as it was, saved or archived; for one address")
  private @Nullable String was;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}: text, or JSON with one object in each line")
  private FindFormat format = FindFormat.text;

  @Option(
      names = "--delay",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "between two requests to one host (default: ${DEFAULT-VALUE})")
  private double delay = 1;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "for each request (default: ${DEFAULT-VALUE})")
  private int timeout = 30;

  @Option(
      names = "--contact",
      paramLabel = "URL|ADDRESS",
      defaultValue = "${env:SIGNPOST_CONTACT}",
      description = "sent with requests, so that the publisher can reach you")
  private @Nullable String contact;

  /** How results are written; lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum FindFormat {
    text,
    json
  }

  @Override
  public Integer call() throws InterruptedException {
    List<FoundHome> homes = homes();
    PrintWriter out = spec.commandLine().getOut();
    homes.forEach(
        it -> out.println(format == FindFormat.json ? HomeText.json(it) : HomeText.text(it)));
    boolean all = homes.stream().allMatch(it -> it.outcome() instanceof SuccessorOutcome.Offer);
    return all ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  private List<FoundHome> homes() throws InterruptedException {
    if (timeout < 1 || delay < 0) {
      throw new ParameterException(
          spec.commandLine(), "--timeout must be above 0, and --delay not below");
    }
    if (was != null && urls.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--was is the page of one address");
    }
    List<WebUrl> asked = urls.stream().map(this::web).distinct().toList();
    try (var search =
        new HomeSearch(
            asked,
            SiteFetcher.NamedSite.of(asked),
            Duration.ofSeconds(timeout),
            pause(),
            Optional.empty(),
            said(contact).orElse(""))) {
      return search.homes(said(was), said(guide));
    }
  }

  private Duration pause() {
    return Duration.ofMillis(Math.round(1000 * delay));
  }

  private static Optional<String> said(@Nullable String option) {
    return Optional.ofNullable(option);
  }

  private WebUrl web(String text) {
    return WebUrl.parse(text.strip())
        .filter(WebUrl::web)
        .orElseThrow(
            () -> new ParameterException(spec.commandLine(), "'" + text + "' is no web address"));
  }
}
