package signpost.tools.evidence;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.evidence.EvidenceDamagedException;
import signpost.evidence.EvidenceFolder;
import signpost.evidence.EvidenceSettings;
import signpost.evidence.EvidenceStore;
import signpost.evidence.RemovedAddresses;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;
import signpost.url.CanonicalUrl;
import signpost.web.politeness.OptOutList;

@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Removes all captures of one address, or of a publisher, for good, as when somebody asks for it."
          + " In their place"
          + " stands that they were removed, when and why; the rest can be verified as before, and"
          + " nothing of an address that was kept is kept again.",
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

  @ArgGroup(multiplicity = "1")
  private RemovedPart part = new RemovedPart();

  /** Which captures go. */
  private static final class RemovedPart {
    @Parameters(paramLabel = "URL", description = "the watched address")
    private @Nullable String url;

    @Option(
        names = "--publisher",
        paramLabel = "HOST",
        description =
            "all addresses of a publisher who asks not to be visited, written as in"
                + " signpost.opt-out.hosts")
    private @Nullable String publisher;
  }

  @Override
  public Integer call() throws IOException {
    int records = 0;
    for (CanonicalUrl address : addresses()) {
      int removed = remove(address);
      if (removed > 0) {
        spec.commandLine().getOut().println("Removed " + removed + " records of " + address + ".");
      }
      records += removed;
    }
    if (records == 0) {
      throw new CannotStartException(
          "Nothing is kept of "
              + named()
              + (part.publisher == null ? ", and nothing will be." : "."));
    }
    return ExitCode.FINE;
  }

  private String named() {
    return String.valueOf(part.url == null ? part.publisher : EvidenceData.address(part.url));
  }

  private List<CanonicalUrl> addresses() throws IOException {
    if (part.publisher == null) {
      return List.of(EvidenceData.address(String.valueOf(part.url)));
    }
    OptOutList optOut = optOut(part.publisher);
    return EvidenceFolder.read(data.folder()).addresses().stream()
        .filter(it -> optOut.covering(it.url()).isPresent())
        .toList();
  }

  private OptOutList optOut(String publisher) {
    try {
      return OptOutList.of(List.of(publisher));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
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
