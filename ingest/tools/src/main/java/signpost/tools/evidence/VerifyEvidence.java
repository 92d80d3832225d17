package signpost.tools.evidence;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.evidence.EvidenceCheck;
import signpost.evidence.EvidenceCheck.CheckReport;
import signpost.evidence.EvidenceFinding;
import signpost.tools.ExitCode;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that every byte that was kept is as it was written, that no record, line or file was"
          + " changed, added, swapped or taken away, and that each record is valid WARC.",
      "It may run while ingest does. Note the digest it prints somewhere else: with --head it proves"
          + " later that nothing of what there was then has been taken away or rewritten."
    },
    footer = {
      "",
      "Exit code 0 if everything is as it was written, 1 if something is not, 3 if there is no",
      "evidence to read.",
      "",
      "Example:",
      "  signpost evidence verify --data .signpost"
    })
final class VerifyEvidence implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private EvidenceData data = new EvidenceData();

  @Option(
      names = "--head",
      paramLabel = "DIGEST",
      description = "the digest that an earlier check printed")
  private @Nullable String head;

  @Override
  public Integer call() throws IOException {
    CheckReport report = EvidenceCheck.check(data.folder(), Optional.ofNullable(head));
    PrintWriter out = spec.commandLine().getOut();
    report.findings().forEach(it -> out.println(line(it)));
    out.printf(
        "%d files, %d records, %d captures: %s.%n",
        report.files(),
        report.records(),
        report.captures(),
        report.isWhole() ? "all as they were written" : "NOT as they were written");
    out.println("The digest of everything is " + report.head());
    out.flush();
    return report.isWhole() ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  private static String line(EvidenceFinding finding) {
    return switch (finding) {
      case EvidenceFinding.Altered(String words) -> "changed: " + words;
      case EvidenceFinding.Noted(String words) -> "note: " + words;
    };
  }
}
