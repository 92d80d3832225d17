package signpost.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.local.SignalHandling;
import signpost.local.backup.DatabaseMove;
import signpost.local.backup.KeptPart;
import signpost.record.backup.BackupManifest.DatabaseSummary;
import signpost.record.store.JdbcConfig;
import signpost.tools.ExitCode;

/** From SQLite to PostgreSQL, or back. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = {
      "Copies what a part remembers from one database into another that is empty, SQLite to",
      "PostgreSQL or back, and compares every table. The part must be stopped; the new database is",
      "the one of its configuration, the old one is left as it is."
    },
    footer = {
      "",
      "Give the part's environment as at its start, and a part: ingest or notifier. A password for",
      "the old database is taken from SIGNPOST_FROM_PASSWORD.",
      "",
      "Exit codes: 0 it is copied · 2 the command line was not understood · 3 it was not"
    })
final class MigrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SetOption set = new SetOption();
  @Mixin private PartChoice part = new PartChoice();
  @Mixin private DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--from",
      paramLabel = "URL",
      required = true,
      description = "the old database: jdbc:sqlite:FILE or jdbc:postgresql:…")
  private String from = "";

  @Option(
      names = "--from-username",
      paramLabel = "NAME",
      defaultValue = "",
      description = "who it lets in")
  private String username = "";

  @Override
  public Integer call() {
    SignalHandling.interruptsMe();
    if (part.isRun()) {
      throw new ParameterException(
          spec.commandLine(), "Give --part ingest or --part notifier: each has its own database.");
    }
    var settings = set.settings();
    settings.putAll(database.settings());
    List<KeptPart> parts = part.kept(settings);
    DatabaseSummary moved =
        DatabaseMove.copy(old(), parts.getFirst(), Main.VERSION, InstantSource.system().instant());
    PrintWriter out = spec.commandLine().getOut();
    BackupReport.print(moved, out);
    out.printf(
        "All is in %s, with the same counts and checksums. %s is as it was.%n",
        parts.getFirst().jdbc(), old());
    return ExitCode.FINE;
  }

  private JdbcConfig old() {
    try {
      String password = Optional.ofNullable(System.getenv("SIGNPOST_FROM_PASSWORD")).orElse("");
      return JdbcConfig.of(from, username, password);
    } catch (RuntimeException e) { // its rules are sentences
      throw new ParameterException(spec.commandLine(), "--from: " + e.getMessage());
    }
  }
}
