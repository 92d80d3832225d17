package signpost.tools.evidence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks after what was kept of pages. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    description =
        "Looks after the evidence: what placed pages said when they were chosen, and before and after"
            + " everything that was told of them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      VerifyEvidence.class,
      ListEvidence.class,
      ExportEvidence.class,
      RemoveEvidence.class
    })
public final class EvidenceCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? One of those below.");
  }
}
