package signpost.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.local.SignalHandling;
import signpost.local.backup.KeptPart;
import signpost.local.backup.MachineBackup;
import signpost.local.backup.MachineBackup.WrittenBackup;
import signpost.local.backup.OldBackups;
import signpost.local.backup.OldBackups.OldFate;
import signpost.tools.ExitCode;

/** All that must not be lost, into one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes all that Signpost keeps into one file, while it runs: its databases as they are at one",
      "moment, the evidence, mails in files, the catalogue and the configuration file. The search",
      "index and Kafka's topics are filled again from these."
    },
    footer = {
      "",
      "Run it as the user who runs Signpost. Only that user can read the file: it holds people's",
      "addresses, what signs the links in mails, and what stands in the configuration file. What",
      "stands in the environment, as passwords do, is not in it. The file is there once it is whole.",
      "In signpost.backup.folder older ones of the same Signpost are removed then, as",
      "signpost.backup.keep-days says, if the new one lacks nothing that they have; three stay.",
      "",
      "Exit codes: 0 it is written · 1 it is written, and what it says of evidence, files or earlier",
      "            backups needs you",
      "            2 the command line was not understood · 3 it could not be made"
    })
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SetOption set = new SetOption();
  @Mixin private PartChoice part = new PartChoice();

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "the folder of guides, as at the start (default: as configured)")
  private @Nullable Path catalogue;

  @Parameters(
      paramLabel = "FILE|FOLDER",
      arity = "0..1",
      description =
          "a name that ends in .zip and is not taken, or a folder for one named by its time (default: signpost.backup.folder)")
  private @Nullable Path target;

  @Override
  public Integer call() {
    SignalHandling.interruptsMe();
    Map<String, Object> settings = set.settings();
    Optional.ofNullable(catalogue)
        .ifPresent(it -> settings.put("signpost.catalogue", it.toString()));
    List<KeptPart> parts = part.kept(settings);
    BackupWishes wishes = BackupWishes.of(settings, Optional.ofNullable(target));
    WrittenBackup written =
        MachineBackup.write(
            parts, set.config(), wishes.target(), Main.VERSION, InstantSource.system().instant());
    BackupReport.print(written.manifest(), spec.commandLine().getOut());
    report(written, spec.commandLine().getOut());
    Map<Path, OldFate> old =
        wishes.keep().map(it -> OldBackups.removeBeside(written, it)).orElse(Map.of());
    old.forEach((file, fate) -> spec.commandLine().getOut().printf("%s: %s%n", fate.words(), file));
    return written.manifest().faults().isEmpty() && !old.containsValue(OldFate.NOT_REMOVED)
        ? ExitCode.FINE
        : ExitCode.PROBLEMS;
  }

  private static void report(WrittenBackup written, PrintWriter out) {
    written
        .catalogue()
        .ifPresent(
            it -> out.printf("catalogue: %,d of the files, from %s%n", written.guides(), it));
    written.leftOut().forEach(it -> out.printf("left out: %s%n", it));
    out.printf("%s is written: %,d KiB.%n", written.file(), written.bytes() >> 10);
  }
}
