package signpost.tools.listing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.CatalogueProblem;
import signpost.catalogue.CatalogueProblem.Severity;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.Coverage;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;
import signpost.tools.ProjectFolder;

/** Looks after the catalogue's files. */
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    description = "Looks after the catalogue: the files that say what is watched, and for whom.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = CatalogueCommand.CheckCatalogue.class)
public final class CatalogueCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of those below.");
  }

  /** Says what is wrong in the files of a folder, and what they cover. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Reads the catalogue's files as the running Signpost does, and says what is wrong in them:",
        "file, line, column and what to do; then how much of what they place is watched."
      },
      footer = {
        "",
        "Exit code 0 if every file counts (there may be warnings), 1 if one has an error,",
        "3 if the folder cannot be read.",
        "",
        "Examples:",
        "  signpost catalogue check",
        "  signpost catalogue check --format json guides/"
      })
  static final class CheckCatalogue implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        arity = "0..1",
        paramLabel = "FOLDER",
        description = "the catalogue's folder (default: deploy/catalogue)")
    private @Nullable Path folder;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "text",
        description = "${COMPLETION-CANDIDATES}: lines as compilers write them, or a JSON object")
    private CatalogueFormat format = CatalogueFormat.text;

    /** How the result is written; lower case, for that is how it is typed. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum CatalogueFormat {
      text,
      json
    }

    @Override
    public Integer call() {
      Path where = folder == null ? ProjectFolder.top().resolve("deploy/catalogue") : folder;
      Optional<String> trouble = CatalogueReader.trouble(where);
      if (trouble.isPresent()) {
        throw new CannotStartException(where + ": " + trouble.get());
      }
      CatalogueLoad load = CatalogueReader.readFolder(where, CatalogueLoad.NOTHING);
      PrintWriter out = spec.commandLine().getOut();
      switch (format) {
        case text -> text(load, out);
        case json -> out.println(json(where, load).toPrettyString());
      }
      out.flush();
      return count(load.problems(), Severity.ERROR) > 0 ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private static void text(CatalogueLoad load, PrintWriter out) {
      List<CatalogueProblem> problems = load.problems();
      problems.forEach(out::println);
      long errors = count(problems, Severity.ERROR);
      out.println(
          plural(errors, "error") + ", " + plural(problems.size() - errors, "warning") + ".");
      out.println(Coverage.of(load.catalogue()).inWords());
    }

    private static ObjectNode json(Path folder, CatalogueLoad load) {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode root = mapper.createObjectNode();
      root.put("folder", folder.toString());
      root.put("errors", count(load.problems(), Severity.ERROR));
      root.put("warnings", count(load.problems(), Severity.WARNING));
      root.set("covers", mapper.valueToTree(Coverage.of(load.catalogue())));
      ArrayNode problems = root.putArray("problems");
      load.problems()
          .forEach(it ->
              problems
                  .addObject()
                  .put("file", it.file())
                  .put("line", it.line())
                  .put("column", it.column())
                  .put("severity", it.severity().name().toLowerCase(Locale.ROOT))
                  .put("message", it.message()));
      return root;
    }

    private static long count(List<CatalogueProblem> problems, Severity severity) {
      return problems.stream().filter(it -> it.severity() == severity).count();
    }

    private static String plural(long number, String what) {
      return number + " " + what + (number == 1 ? "" : "s");
    }
  }
}
