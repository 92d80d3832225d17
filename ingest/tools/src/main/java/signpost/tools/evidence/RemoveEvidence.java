package signpost.tools.evidence;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.evidence.EvidenceDamagedException;
import signpost.evidence.EvidenceSettings;
import signpost.evidence.EvidenceStore;
import signpost.evidence.RemovedAddresses;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;
import signpost.url.CanonicalUrl;

@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Removes all captures of one address for good, as when a person asks for it. In their place"
          + " stands that they were removed, when and why; the rest can be verified as before, and"
          + " nothing of the address is kept again.",
      "The address itself and the reason stay in the chain: do not write a name into the reason.",
      "Stop ingest first: it alone writes there while it runs."
    },
    footer = {
      "",
      "Exit code 0, or 3 if nothing is kept of the address or ingest is running.",
      "",
      "Example:",
      "  signpost evidence remove --data .signpost --because 'request of 3 March' \\",
      "    https://council.example/staff"
    })
final class RemoveEvidence implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private EvidenceData data = new EvidenceData();

  @Option(
      names = "--because",
      paramLabel = "REASON",
      required = true,
      description = "what verify and list will say")
  private String because = "";

  @Parameters(paramLabel = "URL", description = "the watched address")
  private String url = "";

  @Override
  public Integer call() throws IOException {
    CanonicalUrl address = EvidenceData.address(url);
    int records = remove(address);
    if (records == 0) {
      throw new CannotStartException("Nothing is kept of " + address + ", and nothing will be.");
    }
    spec.commandLine().getOut().println("Removed " + records + " records of " + address + ".");
    return ExitCode.FINE;
  }

  /** What cannot be taken out of a damaged folder is not captured again at least. */
  private int remove(CanonicalUrl address) throws IOException {
    try (EvidenceStore store =
        EvidenceStore.open(EvidenceSettings.of(data.folder(), Long.MAX_VALUE))) {
      return store.remove(address, because, InstantSource.system().instant());
    } catch (EvidenceDamagedException e) {
      RemovedAddresses.of(data.folder()).add(address);
      throw new CannotStartException(
          "Nothing of "
              + address
              + " is kept from now on, but it cannot be taken out of what was kept, which is damaged: "
              + e.getMessage()
              + ". Move the folder away, and do not keep it for longer than you must.",
          e);
    } catch (IOException e) {
      throw new CannotStartException(
          "It cannot be removed: " + e.getMessage() + ". Is ingest running there?", e);
    }
  }
}
