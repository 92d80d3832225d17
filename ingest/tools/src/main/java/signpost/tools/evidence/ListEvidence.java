package signpost.tools.evidence;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.evidence.EvidenceFolder;
import signpost.evidence.Memento;
import signpost.tools.ExitCode;
import signpost.url.CanonicalUrl;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists what was kept, oldest first, one capture a line: when, revision, status, kind, address.",
      "The last reading of a page, of which nothing was told yet, is marked."
    },
    footer = {"", "Exit code 0, or 3 if there is no evidence to read."})
final class ListEvidence implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private EvidenceData data = new EvidenceData();

  @Parameters(arity = "0..1", paramLabel = "URL", description = "only of this address")
  private @Nullable String url;

  @Override
  public Integer call() throws IOException {
    EvidenceFolder folder = EvidenceFolder.read(data.folder());
    List<CanonicalUrl> addresses =
        url == null ? folder.addresses() : List.of(EvidenceData.address(url));
    PrintWriter out = spec.commandLine().getOut();
    for (CanonicalUrl address : addresses) {
      folder.mementos(address).forEach(it -> out.println(line(it)));
    }
    out.flush();
    return ExitCode.FINE;
  }

  private static String line(Memento it) {
    return "%s  revision %d%s  %d  %s  %s%s%s"
        .formatted(
            it.at(),
            it.version().revision(),
            it.version().trouble().map(trouble -> " (" + trouble + ")").orElse(""),
            it.status(),
            it.media(),
            it.address().value(),
            it.held() ? "  (the last reading)" : "",
            it.removed().map(why -> "  (" + why + ")").orElse(""));
  }
}
