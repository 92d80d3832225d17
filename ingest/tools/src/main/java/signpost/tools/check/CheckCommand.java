package signpost.tools.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.tools.ExitCode;
import signpost.url.IpRange;
import signpost.url.WebUrl;

/** Checks links once and says what is wrong with them. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks links once: those of pages, sites, sitemaps, files and folders (HTML, Markdown,",
      "AsciiDoc, reStructuredText, notebooks, PDF, Word, EPUB, CSS, text). Each target is requested once and told once, with every place it is linked.",
      ""
    },
    footer = {
      "",
      "Classes:",
      "  broken            certain: 404, 410 and other refusals, no such host or file, connection",
      "                    refused, a bad certificate, a redirect without end, no valid URL",
      "  fragment-missing  the page is there, the place in it is not",
      "  suspect           one visit cannot know: 5xx, 429, timeouts, lost connections, DNS trouble",
      "  blocked           401, 403, 451 or a wall against bots: check by hand",
      "  moved             permanently redirected: a note, not a problem",
      "  not-checked       robots.txt, our guard, --exclude or the scheme forbids it",
      "  ok                fine; mailto:, tel: and sms: are judged by their syntax",
      "",
      "Hosts you give, as a URL or a line of -, may be local or private, and are asked by up to",
      "--max-per-host requests at once. Every other host must be public, is asked once a second, and",
      "its robots.txt is obeyed. A host that says Retry-After is left alone for so long, up to 60 s.",
      "The archive of --suggest is asked every 2.5 s for at most 50 pages and five minutes, whatever",
      "its address and robots.txt; no more once it answers 429 or 503.",
      "",
      "Exit codes: 0 fine · 1 broken links or missing fragments (with --suspects-fail, suspects too;",
      "            with --baseline, only what it does not have), or ended by --max-time",
      "            2 the command line was not understood · 3 the report’s file cannot be written"
    })
public final class CheckCommand implements Callable<Integer> {
  private static final Path USUAL_FILE = Path.of(".signpost.yml");

  private final InstantSource clock = InstantSource.system();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "URL|FILE|-",
      arity = "1..*",
      description =
          "URLs, sitemaps, files or folders, or - for one in each line of the standard input")
  private List<String> given = List.of();

  @Option(
      names = {"-d", "--depth"},
      paramLabel = "N",
      defaultValue = "1",
      description =
          "how many links away from what is given to look: 0 checks what is given, 1 its links, more follows pages of the same site, all (or -1) has no end (default: ${DEFAULT-VALUE})")
  private String depth = "1";

  @Option(
      names = "--include",
      paramLabel = "PATTERN",
      description =
          "check only links whose URL, its #fragment included, matches (RE2 syntax; may be repeated)")
  private List<String> include = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description =
          "leave out links whose URL, its #fragment included, matches (RE2 syntax; may be repeated)")
  private List<String> exclude = List.of();

  @Option(
      names = "--accept",
      paramLabel = "CODES",
      defaultValue = "200..299",
      description = "status codes that are fine, as 200..299,403 (default: ${DEFAULT-VALUE})")
  private String accept = "200..299";

  @Option(
      names = "--max-per-host",
      paramLabel = "N",
      defaultValue = "8",
      description = "requests at once to a host that was given (default: ${DEFAULT-VALUE})")
  private int maxPerHost = 8;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "options by their long names, in YAML; the command line wins",
        "(default: .signpost.yml of this folder, if it is there)"
      })
  private @Nullable Path config;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "how long one request may take (default: ${DEFAULT-VALUE})")
  private double timeout = 20;

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'NAME: VALUE'",
      description = "sent to the hosts that were given, and to no other (may be repeated)")
  private List<String> headers = List.of();

  @Option(
      names = "--allow",
      paramLabel = "RANGE",
      description = {
        "private addresses that links may lead to, as 10.0.0.0/8",
        "or 127.0.0.1/32:8080 (may be repeated)"
      })
  private List<String> allow = List.of();

  @Option(
      names = "--resolve",
      paramLabel = "NAME=ADDRESS",
      description = {
        "a name answered without DNS, as www.example.org=127.0.0.1",
        "or *.test=127.0.0.1:8080 (may be repeated)"
      })
  private List<String> resolve = List.of();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "certificates believed besides the usual ones, a PEM file")
  private @Nullable Path authorities;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description =
          "the folder of a site's files: what a link beginning with a slash means in them")
  private @Nullable Path root;

  @Option(
      names = "--fragments",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "whether places within pages, as #section, are looked for (default: they are)")
  private boolean fragments = true;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "how often a suspect is asked again, after a pause that grows (default: ${DEFAULT-VALUE})")
  private int retries;

  @Mixin private SuggestOptions suggestions = new SuggestOptions();

  @Option(
      names = "--dump",
      description = "print what would be checked, a URL a line, and ask for nothing")
  private boolean dump;

  @Mixin private LinkRuleOptions rules = new LinkRuleOptions();
  @Mixin private KeptFileOptions kept = new KeptFileOptions();
  @Mixin private EarlyEnd end = new EarlyEnd();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private ReportFormat format = ReportFormat.text;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where the report goes instead of the standard output")
  private @Nullable Path output;

  @Option(names = "--suspects-fail", description = "exit with 1 for suspects too")
  private boolean suspectsFail;

  @Option(
      names = {"-v", "--verbose"},
      description = "list what is fine too (text)")
  private boolean verbose;

  @Option(names = "--no-progress", description = "no progress bar, on a terminal either")
  private boolean noProgress;

  /** Where options were set that the command line does not have. */
  private Map<String, String> places = Map.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    configure();
    CheckOptions options = options();
    CheckInputs inputs;
    try {
      inputs = CheckInputs.of(given, System.in);
    } catch (CheckInputs.UnusableInput e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    kept.problem()
        .ifPresent(problem -> {
          throw new ParameterException(spec.commandLine(), problem);
        });
    Optional<WebUrl> archive = parsed("--archive", suggestions.archive(), SuggestOptions::archive);
    CheckBaseline baseline = parsed("--baseline", "", _ -> kept.baseline());
    Duration age = parsed("--cache-age", kept.age(), KeptFileOptions::age);
    Duration most = parsed("--max-time", "", _ -> end.most());
    CheckCache cache = dump ? CheckCache.none() : cache(age);
    ProgressBar bar = ProgressBar.on(System.err, noProgress);
    try {
      CheckReport report =
          LinkChecker.check(inputs, options, cache, bar, stop -> end.watch(most, stop));
      bar.clear();
      return told(
          report, baseline, cache, fresh -> suggested(fresh, inputs, options, archive, bar));
    } finally {
      bar.clear();
      end.over();
    }
  }

  private int told(
      CheckReport report,
      CheckBaseline baseline,
      CheckCache cache,
      UnaryOperator<CheckReport> suggesting)
      throws IOException {
    boolean early = report.isCut();
    if (early) {
      tell("The check ended before it was done, so no baseline and no cache is written.");
    }
    if (dump) {
      dump(report);
      return early ? ExitCode.PROBLEMS : ExitCode.FINE;
    }
    CheckReport fresh = baseline.fresh(report);
    if (early) {
      return written(fresh, ExitCode.PROBLEMS);
    }
    if (resolve.isEmpty()) {
      kept.keep(cache, this::tell);
    }
    kept.writeBaseline(report, suspectsFail);
    boolean fine = kept.writesBaseline() || !fresh.hasProblems(suspectsFail);
    return written(suggesting.apply(fresh), fine ? ExitCode.FINE : ExitCode.PROBLEMS);
  }

  private CheckReport suggested(
      CheckReport fresh,
      CheckInputs inputs,
      CheckOptions options,
      Optional<WebUrl> archive,
      ProgressBar bar) {
    if (!suggestions.wanted()) {
      return fresh;
    }
    Optional<CheckReport> more =
        end.cuts(() -> suggestions.in(fresh, inputs, options, archive, bar, this::tell));
    if (more.isEmpty()) {
      bar.clear();
      tell("Suggestions are missing: the check was told to end.");
    }
    return more.orElse(fresh);
  }

  private CheckCache cache(Duration age) {
    if (kept.caches() && !resolve.isEmpty()) {
      tell("The cache is left alone: what --resolve leads elsewhere is not to be remembered.");
      return CheckCache.none();
    }
    String under = CheckCache.under(allow, Optional.ofNullable(authorities));
    return kept.cache(new CheckCache.CacheTerms(clock.instant(), age, under), this::tell);
  }

  private void tell(String message) {
    spec.commandLine().getErr().println(message);
  }

  private void dump(CheckReport report) {
    PrintWriter out = spec.commandLine().getOut();
    report.addresses().forEach(it -> out.println(ReportWords.clean(it)));
    out.flush();
  }

  /** Takes what a file says; without one YAML is not even loaded. */
  private void configure() {
    Path file = config == null ? USUAL_FILE : config;
    if (config == null && !Files.exists(file)) {
      return;
    }
    try {
      places = FileOptions.apply(spec, file, config != null);
    } catch (CheckFile.UnusableFile e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  /** A report whose file cannot be written is told here, so that it is not lost. */
  private int written(CheckReport report, int code) throws IOException {
    PrintWriter here = spec.commandLine().getOut();
    if (output == null) {
      format.write(report, here, suspectsFail, verbose);
      return code;
    }
    try {
      ReportFile.write(output, out -> format.write(report, out, suspectsFail, verbose));
      return code;
    } catch (IOException e) {
      tell("The report cannot be written to " + output + ": " + e.getMessage() + ". Here it is.");
      format.write(report, here, suspectsFail, verbose);
      return ExitCode.CANNOT_START;
    }
  }

  private CheckOptions options() {
    if (maxPerHost < 1 || maxPerHost > 128) {
      throw wrong("--max-per-host", "must be from 1 to 128.");
    }
    if (retries < 0 || retries > 10) {
      throw wrong("--retries", "must be from 0 to 10.");
    }
    if (!(timeout >= 0.001 && timeout <= 3600)) {
      throw wrong("--timeout", "must be above 0 and at most 3600 seconds.");
    }
    if (rules.publishes() && root == null) {
      throw wrong("--base-url", "say with --root which folder is there.");
    }
    @Nullable Path folder = output == null ? null : output.toAbsolutePath().getParent();
    if (output != null && (folder == null || !Files.isDirectory(folder))) {
      throw wrong("--output", "there is no folder for " + output + ".");
    }
    if (output != null && !ReportFile.isWritable(output)) {
      throw wrong("--output", "it is no file that may be written: " + output + ".");
    }
    return new CheckOptions(
        parsed("--depth", depth, CheckOptions::depthOf),
        include.stream().map(text -> parsed("--include", text, LinkRules::pattern)).toList(),
        exclude.stream().map(text -> parsed("--exclude", text, LinkRules::pattern)).toList(),
        parsed("--accept", accept, AcceptedStatuses::of),
        maxPerHost,
        Duration.ofMillis((long) (timeout * 1000)),
        parsed("--header", "", _ -> RequestHeaders.of(headers)),
        allow.stream().map(text -> parsed("--allow", text, IpRange::of)).toList(),
        resolve.stream().map(text -> parsed("--resolve", text, CheckOptions::resolved)).toList(),
        authorities(),
        Optional.ofNullable(root),
        fragments,
        rules.rules(this::parsed),
        retries,
        dump,
        "");
  }

  private Optional<Path> authorities() {
    if (authorities != null && !Files.isReadable(authorities)) {
      throw wrong("--ca", "the file " + authorities + " cannot be read.");
    }
    return Optional.ofNullable(authorities);
  }

  private <T> T parsed(String option, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(option, e.getMessage() + ".");
    }
  }

  private ParameterException wrong(String option, String message) {
    String place = places.containsKey(option) ? places.get(option) + ": " : "";
    return new ParameterException(spec.commandLine(), place + option + ": " + message);
  }
}
