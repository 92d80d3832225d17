package signpost.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.catalogue.MailAddress;
import signpost.local.LocalModule;
import signpost.local.SettingsReader;
import signpost.notifier.delivery.MailPreflight;
import signpost.notifier.delivery.SmtpConfig;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.PreflightFinding.PreflightLevel;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;

/** The mails that are sent. */
@Command(
    name = "mail",
    mixinStandardHelpOptions = true,
    description = "Tries whether mails can be sent.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = MailCommand.TestMail.class)
final class MailCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? test is one.");
  }

  /** Sends one mail as the notifier would. */
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description =
          "Sends one mail to an address, as the notifier would, and says what came of it.",
      footer = {
        "",
        "Exit codes: 0 the server took it · 1 it did not · 2 the command line was not understood",
        "            3 the configuration is wrong"
      })
  static final class TestMail implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private SetOption set = new SetOption();

    @Parameters(paramLabel = "ADDRESS", description = "whom the mail is for")
    private String address = "";

    @Override
    public Integer call() throws InterruptedException {
      MailAddress.problem(address)
          .ifPresent(problem -> {
            throw new ParameterException(
                spec.commandLine(), "“%s” is no mail address: %s.".formatted(address, problem));
          });
      PreflightFinding finding =
          MailPreflight.send(smtp(set.settings()), address, InstantSource.system().instant());
      spec.commandLine()
          .getOut()
          .println("%s %s".formatted(finding.what(), finding.remedy()).strip());
      return finding.level() == PreflightLevel.OK ? ExitCode.FINE : ExitCode.PROBLEMS;
    }

    private static SmtpConfig smtp(Map<String, Object> settings) {
      PartOptions.putFolder(LocalModule.NOTIFIER, Optional.empty(), settings);
      try (SettingsReader reader = SettingsReader.open(LocalModule.NOTIFIER, settings, true)) {
        List<String> problems = reader.problems();
        return reader
            .read(SmtpConfig.class)
            .orElseThrow(() -> new CannotStartException(String.join("\n", problems)));
      }
    }
  }
}
