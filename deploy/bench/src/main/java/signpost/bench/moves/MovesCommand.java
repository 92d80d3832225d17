package signpost.bench.moves;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.bench.moves.FinderRun.FoundCase;
import signpost.bench.moves.FinderRun.OldPage;
import signpost.bench.moves.MovedPage.MoveKind;
import signpost.successor.SuccessorFinder;
import signpost.successor.SuccessorWeights;

/** Asks where pages went that really moved, and compares with what is known. */
@Command(
    name = "moves",
    mixinStandardHelpOptions = true,
    description = {
      "Serves real sites as they are now on loopback and asks for each address that died, by"
          + " itself and then all of a site as one rebuild: is its page found, and is nothing"
          + " offered where it is gone? Beside it what one would try first."
    })
public final class MovesCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      required = true,
      description = "a folder for each site: now, before, cases.jsonl and truth.jsonl")
  private Path data = Path.of(".");

  @Option(names = "--site", paramLabel = "NAME", description = "only this site; repeatable")
  private List<String> only = List.of();

  @Option(
      names = "--budget",
      paramLabel = "NUMBER",
      description = "visits for one address at most (default: ${DEFAULT-VALUE})")
  private int budget = SuccessorFinder.USUAL_BUDGET;

  @Option(names = "--no-sitemap", description = "answers 404 for every sitemap")
  private boolean withoutSitemap;

  @Option(names = "--answers", paramLabel = "FILE", description = "writes the answers to FILE")
  private @Nullable Path answers;

  @Option(
      names = "--learn",
      paramLabel = "FILE",
      description =
          "learns the weights of the signs from these sites, with their sitemaps and without, and"
              + " writes them to FILE")
  private @Nullable Path learned;

  @Option(names = "--cases", description = "prints each case with what was made of it")
  private boolean eachCase;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<FoundCase> alone = alone(!withoutSitemap);
    if (learned != null) {
      List<FoundCase> more = new ArrayList<>(alone);
      more.addAll(alone(withoutSitemap));
      Files.writeString(learned, learn(more));
    }
    if (answers != null) {
      write(alone, answers);
    }
    print("each asked alone", alone, out);
    print("as one rebuild", rebuilt(), out);
    printNaive(out);
    return 0;
  }

  private FinderRun run(Path site, boolean sitemap) {
    return new FinderRun(site, SuccessorWeights.builtIn(), sitemap);
  }

  private List<FoundCase> alone(boolean sitemap) throws IOException, InterruptedException {
    List<FoundCase> found = new ArrayList<>();
    for (Path site : sites()) {
      found.addAll(run(site, sitemap).alone(MovedPage.in(site), budget));
    }
    return found;
  }

  private List<FoundCase> rebuilt() throws IOException, InterruptedException {
    List<FoundCase> found = new ArrayList<>();
    for (Path site : sites()) {
      found.addAll(
          run(site, !withoutSitemap).rebuilt(MovedPage.in(site), SuccessorFinder.REBUILT_BUDGET));
    }
    return found;
  }

  private List<Path> sites() throws IOException {
    try (Stream<Path> folders = Files.list(data)) {
      return folders
          .filter(it -> Files.isRegularFile(it.resolve("truth.jsonl")))
          .filter(it -> only.isEmpty() || only.contains(it.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static String learn(List<FoundCase> found) {
    var learner = new WeightLearner();
    for (FoundCase it : found) {
      MovedPage page = it.answer().page();
      if (page.kind() != MoveKind.WEAK) {
        it.found()
            .weighed()
            .forEach(
                one -> learner.add(one.likeness(), page.isRight(one.candidate().url().path())));
      }
    }
    return learner.learn();
  }

  private static void write(List<FoundCase> found, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (FoundCase it : found) {
      MoveAnswer answer = it.answer();
      ObjectNode line = JSON.createObjectNode();
      line.put("site", answer.page().site()).put("old", answer.page().old());
      line.put("offered", answer.offered().orElse(null)).put("requests", answer.requests());
      lines.add(JSON.writeValueAsString(line));
    }
    Files.write(file, lines);
  }

  private void print(String how, List<FoundCase> found, PrintWriter out) {
    if (eachCase) {
      found.forEach(it -> out.println(CaseLine.of(it)));
    }
    out.println(MoveScore.HEAD);
    var all = new MoveScore(found.stream().map(FoundCase::answer).toList());
    out.println(all.line(how));
    for (String site : all.answers().stream().map(it -> it.page().site()).distinct().toList()) {
      MoveScore here = all.of(it -> it.site().equals(site));
      out.println(here.line("  " + site));
      MoveScore moved = here.of(it -> it.kind() == MoveKind.MOVED);
      for (String text : List.of("same", "edited", "rewritten")) {
        out.println(moved.of(it -> it.text().equals(text)).line("    text " + text));
      }
      for (String evidence : List.of("redirect", "rename")) {
        out.println(
            moved.of(it -> it.evidence().equals(evidence)).line("    evidence " + evidence));
      }
    }
  }

  /** The methods one would try first; each has the whole site read before it answers. */
  private void printNaive(PrintWriter out) throws IOException, InterruptedException {
    Map<String, List<MoveAnswer>> answers = new LinkedHashMap<>();
    for (Path folder : sites()) {
      WholeSite site = WholeSite.in(folder.resolve("now"));
      for (OldPage old : run(folder, !withoutSitemap).read(MovedPage.in(folder))) {
        for (NaiveMethod method : NaiveMethod.values()) {
          String name = "whole site, by " + method.name().toLowerCase(Locale.ROOT);
          answers.computeIfAbsent(name, _ -> new ArrayList<>()).add(naive(method, old, site));
        }
      }
    }
    answers.forEach((name, all) -> printBySite(name, new MoveScore(all), out));
  }

  private static void printBySite(String name, MoveScore all, PrintWriter out) {
    out.println(all.line(name));
    all.answers().stream()
        .map(it -> it.page().site())
        .distinct()
        .forEach(site -> out.println(all.of(it -> it.site().equals(site)).line("  " + site)));
  }

  private static MoveAnswer naive(NaiveMethod method, OldPage old, WholeSite site) {
    return new MoveAnswer(
        old.page(),
        method.offer(site.remembered(old.page().old(), old.was()), site),
        site.pages().size());
  }
}
