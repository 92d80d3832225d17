package signpost.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.local.SignalHandling;
import signpost.local.backup.KeptPart;
import signpost.local.backup.MachineRestore;
import signpost.local.backup.MachineRestore.RestoredBackup;
import signpost.tools.ExitCode;

/** A backup, onto an empty machine. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a backup back where there is nothing, compares every table and file with what was backed",
      "up, and then puts all in its place: SQLite or PostgreSQL, as is configured, whichever it came",
      "from. Nothing is overwritten, and a restore that fails leaves nothing behind."
    },
    footer = {
      "",
      "Run it as the user who is to run Signpost, with nothing running. At the next start the topics",
      "are filled from what was restored and the search index is built from them. Where Kafka was not",
      "lost, delete its old topics, or the folder DIR/broker, before that: they tell of what came after",
      "the backup, of which nobody else knows any more.",
      "Configuration and catalogue are put into DIR/restored, for you to put where they belong.",
      "",
      "Exit codes: 0 it is restored · 2 the command line was not understood · 3 it was not"
    })
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SetOption set = new SetOption();
  @Mixin private PartChoice part = new PartChoice();

  @Parameters(paramLabel = "FILE", description = "what backup wrote")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    SignalHandling.interruptsMe();
    List<KeptPart> asked = part.kept(set.settings());
    RestoredBackup restored = MachineRestore.of(file, asked, part.home(asked));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "The backup of %s, by Signpost %s:%n",
        restored.manifest().at(), restored.manifest().signpost());
    BackupReport.print(restored.manifest(), out);
    restored.parts().forEach(it -> out.printf("%s is in %s%n", it.name(), it.jdbc()));
    asked.stream()
        .filter(it -> !restored.parts().contains(it))
        .forEach(it -> out.printf("%s is not in the backup, and begins anew%n", it.name()));
    out.println("All is restored, with the same counts and checksums.");
    out.println(
        "Before you start: where Kafka was not lost, delete its old topics, or the folder broker.");
    restored
        .beside()
        .ifPresent(it -> out.printf("Its configuration and catalogue lie in %s%n", it));
    return ExitCode.FINE;
  }
}
