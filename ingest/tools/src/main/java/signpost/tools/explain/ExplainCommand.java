package signpost.tools.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
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
import signpost.web.fetch.LoneNames;
import signpost.web.fetch.LoneNames.LookupResult;
import signpost.web.politeness.OptOutList;
import signpost.web.politeness.RobotsText;

/** Why a URL is crawled, or is not, or was told of. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Says of URLs, without visiting them, what Signpost makes of them: one result for each, in order.",
      "A line that is no URL, an empty one too, has its result as well, and says why."
    },
    footer = {"", "Exit code 0 whatever the answers are."})
public final class ExplainCommand implements Callable<Integer> {
  private static final String DATABASE = "ingest.db";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "URL|-",
      arity = "1..*",
      description = "URLs, or - for one in each line of the standard input")
  private List<String> urls = List.of();

  @Option(
      names = "--robots",
      paramLabel = "FILE",
      description = "a robots.txt whose rules for us are applied to every URL")
  private @Nullable Path robots;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}: text, or JSON with one object in each line")
  private ExplainFormat format = ExplainFormat.text;

  @Option(
      names = "--resolve",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "whether names are looked up (default: they are)")
  private boolean resolve = true;

  @Option(
      names = "--resolve-timeout",
      paramLabel = "MS",
      defaultValue = "2000",
      description = "how long to wait for a name, in milliseconds (default: ${DEFAULT-VALUE})")
  private int patience = 2_000;

  @Option(
      names = "--allow",
      paramLabel = "RANGE",
      description = "a range that ingest is allowed to dial, such as 10.0.0.0/8 (may be repeated)")
  private List<String> allow = List.of();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "a port that ingest is allowed to dial besides 80 and 443 (may be repeated)")
  private List<Integer> ports = List.of();

  @Option(
      names = "--opt-out",
      paramLabel = "HOST",
      description =
          "who asked to be left alone, as in signpost.opt-out.hosts (may be repeated; --data knows it)")
  private List<String> optOuts = List.of();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "an ingest's data folder: tells health, evidence and next due too")
  private @Nullable Path data;

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "an ingest's database, instead of --data; the password is only taken from SIGNPOST_JDBC_PASSWORD")
  private @Nullable String jdbcUrl;

  @Option(names = "--jdbc-username", paramLabel = "NAME", description = "who reads there")
  private String jdbcUser = "";

  /** How results are written; lower case, for that is how it is typed. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum ExplainFormat {
    text,
    json
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    PrintWriter out = spec.commandLine().getOut();
    Function<ExplainedLine, String> form =
        switch (format) {
          case text -> ExplainedText::text;
          case json -> ExplainedText::json;
        };
    try (LoneNames names = LoneNames.within(Duration.ofMillis(patience));
        @Nullable SqlStore store = store()) {
      LineExplainer explainer = explainer(names, store);
      for (String url : urls) {
        if (url.equals("-")) {
          new OrderedResults(form, out).write(new InputLines(System.in), explainer);
        } else {
          out.println(form.apply(explainer.explain(url).join()));
        }
      }
    }
    return ExitCode.FINE;
  }

  private LineExplainer explainer(LoneNames names, @Nullable SqlStore store) {
    if (patience < 1) {
      throw new ParameterException(spec.commandLine(), "--resolve-timeout must be above 0");
    }
    Function<String, CompletableFuture<LookupResult>> lookUp =
        resolve ? names::lookUp : LoneNames::literal;
    List<IpRange> ranges = allow.stream().map(this::range).toList();
    return new LineExplainer(
        new AddressGuard(ranges, Set.copyOf(ports)),
        lookUp,
        rules(),
        optOuts(store == null ? List.of() : store.optOuts()),
        Optional.ofNullable(store));
  }

  private OptOutList optOuts(List<String> remembered) {
    try {
      return OptOutList.of(Stream.concat(optOuts.stream(), remembered.stream()).toList());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--opt-out: " + e.getMessage(), e);
    }
  }

  private IpRange range(String text) {
    try {
      return IpRange.of(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--allow: " + e.getMessage(), e);
    }
  }

  private Optional<RobotsText> rules() {
    if (robots == null) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(robots)) {
      return Optional.of(RobotsText.read(in));
    } catch (IOException e) {
      throw new CannotStartException("--robots: " + robots + " cannot be read.", e);
    }
  }

  private @Nullable SqlStore store() {
    String url = data == null ? jdbcUrl : "jdbc:sqlite:" + database(data);
    if (url == null) {
      return null;
    }
    String password = Optional.ofNullable(System.getenv("SIGNPOST_JDBC_PASSWORD")).orElse("");
    try {
      return SqlStore.open(url, jdbcUser, password);
    } catch (SQLException e) {
      throw new CannotStartException(
          "The ingest's database cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** In a folder of ingest alone, or of everything on one machine. */
  private static Path database(Path folder) {
    return List.of(folder.resolve(DATABASE), folder.resolve("ingest").resolve(DATABASE)).stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () -> new CannotStartException("There is no ingest's database in " + folder + "."));
  }
}
