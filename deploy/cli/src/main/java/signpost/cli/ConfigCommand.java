package signpost.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.local.preflight.ConfigurationPreflight;
import signpost.local.preflight.ConfigurationPreflight.PreflightPlan;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.PreflightFinding.PreflightLevel;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;

/** What is configured. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Tries a configuration before anything is started with it.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ConfigCommand.CheckConfiguration.class)
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? check is one.");
  }

  /** Reads all that the parts would, and tries what it leads to. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Reads a configuration as the parts would, the environment included, and tries what it leads",
        "to: Kafka, databases, the mail server, the public address, the contact, the collector of",
        "traces, clocks and disks.",
        "It starts nothing, makes no topic and no table, and sends no mail; it may run beside a",
        "running Signpost. It takes half a minute at most."
      },
      footer = {
        "",
        "Run it as the user who runs Signpost (runuser -u signpost -- signpost config check …): what",
        "root may write says nothing.",
        "",
        "Exit codes: 0 nothing is wrong · 1 something is · 2 the command line was not understood"
      })
  static final class CheckConfiguration implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private SetOption set = new SetOption();
    @Mixin private PartChoice parts = new PartChoice();

    @Option(
        names = {"-f", "--format"},
        paramLabel = "FORMAT",
        defaultValue = "text",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private CheckFormat format = CheckFormat.text;

    /** How findings are written; lower case, for that is how it is typed. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum CheckFormat {
      text,
      json
    }

    @Override
    public Integer call() throws InterruptedException {
      List<PreflightFinding> findings = findings();
      PrintWriter out = spec.commandLine().getOut();
      switch (format) {
        case text -> text(findings, out);
        case json -> out.println(json(findings).toPrettyString());
      }
      out.flush();
      return count(findings, PreflightLevel.WRONG) > 0 ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    /** A file that is wrong hides all else: nobody would start with half of it. */
    private List<PreflightFinding> findings() throws InterruptedException {
      try {
        Map<String, Object> settings = set.quietly();
        PreflightPlan plan = plan(settings);
        List<PreflightFinding> findings = new ArrayList<>();
        if (parts.isRun()) {
          RunCommand.refusal(settings)
              .ifPresent(it -> findings.add(PreflightFinding.wrong("configuration", it, "")));
        }
        findings.addAll(ConfigurationPreflight.of(plan, InstantSource.system()));
        return findings;
      } catch (CannotStartException e) {
        return List.of(PreflightFinding.wrong("configuration", String.valueOf(e.getMessage()), ""));
      }
    }

    private PreflightPlan plan(Map<String, Object> settings) {
      return new PreflightPlan(
          parts.modules(settings),
          parts.isRun() && !settings.containsKey("signpost.kafka.bootstrap-servers"),
          System.getenv());
    }

    private static void text(List<PreflightFinding> findings, PrintWriter out) {
      findings.forEach(it ->
          out.println(
              "%s: %s: %s %s".formatted(word(it), it.edge(), it.what(), it.remedy()).strip()));
      out.println(
          "%d wrong, %d to look at."
              .formatted(
                  count(findings, PreflightLevel.WRONG), count(findings, PreflightLevel.WARNING)));
    }

    private static ObjectNode json(List<PreflightFinding> findings) {
      ObjectNode root = new ObjectMapper().createObjectNode();
      root.put("wrong", count(findings, PreflightLevel.WRONG));
      root.put("warnings", count(findings, PreflightLevel.WARNING));
      ArrayNode all = root.putArray("findings");
      findings.forEach(it ->
          all.addObject()
              .put("edge", it.edge())
              .put("level", word(it))
              .put("what", it.what())
              .put("remedy", it.remedy()));
      return root;
    }

    private static String word(PreflightFinding finding) {
      return finding.level().name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<PreflightFinding> findings, PreflightLevel level) {
      return findings.stream().filter(it -> it.level() == level).count();
    }
  }
}
