package signpost.bench.noise;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.bench.noise.PageTrial.QuietVisits;
import signpost.sample.noise.NoiseKind;
import signpost.sample.noise.NoiseKinds;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;

/** Measures that noise is never told, and that what somebody writes amid it always is. */
@Command(
    name = "noise",
    mixinStandardHelpOptions = true,
    description = {
      "Made-up pages of many publishers, visited when ingest would: about once a day, and again a quarter"
          + " of an hour after something new. First with each kind of noise alone, then with three to"
          + " eight kinds at once, then with an edit amid those.",
      "Told is what an owner hears of; revisions of dates and spelling are kept and counted apart. An edit"
          + " must be told at its second sighting, by the right kind first.",
      "The same seed gives the same pages and figures."
    })
public final class NoiseCommand implements Callable<Integer> {
  private static final int STILL = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--pages", defaultValue = "60", description = "default: ${DEFAULT-VALUE}")
  private int pages;

  @Option(
      names = "--visits",
      defaultValue = "60",
      description = "to each page; edits are made half-way (default: ${DEFAULT-VALUE})")
  private int visits;

  @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--alone",
      defaultValue = "10",
      description = "pages each kind of noise is tried on alone (default: ${DEFAULT-VALUE})")
  private int alone;

  @Option(
      names = "--noise",
      split = ",",
      paramLabel = "KIND",
      description = "only these kinds, such as NEWS_TICKER")
  private List<String> noises = List.of();

  @Option(
      names = "--edit",
      split = ",",
      paramLabel = "KIND",
      description = "only these edits, such as CHILDLINE")
  private List<String> edits = List.of();

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "saved pages too: folders with source.html, from the project's top")
  private @Nullable Path corpus;

  @Option(names = "--each", description = "list everything told amiss, not only an example of each")
  private boolean each;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<NoiseKind> kinds = named(NoiseKinds.ALL, NoiseKind::name, noises, "noise");
    List<PageEdit> written = named(PageEdits.ALL, PageEdit::name, edits, "edit");
    NoiseReport report = new NoiseReport(out, each);
    try (MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn())) {
      PageWatch watch = new PageWatch(reader);
      NoiseRun run = new NoiseRun(watch, pages(), visits, seed);
      report.alone(run.alone(kinds, alone));
      List<QuietVisits> together = run.together(kinds);
      report.together(together, visits);
      report.written("of pages without noise", run.written(run.still(STILL), written));
      report.written("amid the noise", run.written(together, written));
      out.printf(
          "%,d visits; a processor reads and compares %.0f a second%n",
          watch.visits(), watch.visitsPerSecond());
    }
    return report.missed() ? 1 : 0;
  }

  private List<AuthoredPage> pages() throws IOException {
    List<AuthoredPage> all = new ArrayList<>(PageMaker.made(pages, seed));
    if (corpus != null) {
      Path folder = Path.of(System.getProperty("signpost.top", ".")).resolve(corpus).normalize();
      if (Files.isDirectory(folder)) {
        all.addAll(PageMaker.saved(folder));
      } else {
        spec.commandLine()
            .getErr()
            .println("signpost: there are no pages in " + folder + "; going on without");
      }
    }
    return all;
  }

  private <T> List<T> named(
      List<T> all, java.util.function.Function<T, String> name, List<String> wanted, String what) {
    List<T> found =
        all.stream().filter(it -> wanted.isEmpty() || wanted.contains(name.apply(it))).toList();
    Optional<String> unknown =
        wanted.stream()
            .filter(it -> all.stream().noneMatch(one -> name.apply(one).equals(it)))
            .findFirst();
    if (unknown.isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no %s %s; there are %s"
              .formatted(what, unknown.get(), all.stream().map(name).toList()));
    }
    return found;
  }
}
