package signpost.tools.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import signpost.evidence.EvidenceExport;
import signpost.evidence.EvidenceFolder;
import signpost.evidence.Memento;
import signpost.evidence.ReplayedPage;
import signpost.evidence.TimeMap;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;
import signpost.url.CanonicalUrl;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the captures of one address out: as a WARC file, which any web archive's tools read, or,"
          + " where the file's name ends in .html, one capture as a page to look at offline."
    },
    footer = {
      "",
      "Exit code 0, or 3 if nothing is kept of the address or a file cannot be written.",
      "",
      "Examples:",
      "  signpost evidence export --data .signpost --output rent.warc.gz https://council.example/rent",
      "  signpost evidence export --data .signpost --output rent.html --at 2026-03-02T09:30:00Z \\",
      "    https://council.example/rent"
    })
final class ExportEvidence implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private EvidenceData data = new EvidenceData();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "where to; a file that is there already is not overwritten")
  private Path output = Path.of("evidence.warc.gz");

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "of a page: the capture nearest to this time (default: the newest)")
  private @Nullable Instant at;

  @Parameters(paramLabel = "URL", description = "the watched address")
  private String url = "";

  @Override
  public Integer call() throws IOException {
    CanonicalUrl address = EvidenceData.address(url);
    Path folder = data.folder();
    EvidenceFolder reading = EvidenceFolder.read(folder);
    List<Memento> mementos = reading.mementos(address);
    if (mementos.isEmpty()) {
      throw new CannotStartException("Nothing is kept of " + address + ".");
    }
    if (Files.exists(output)) {
      throw new CannotStartException(output + " is there already.");
    }
    Files.write(
        output,
        output.toString().endsWith(".html")
            ? page(reading, new TimeMap(address, "", mementos))
            : EvidenceExport.warc(
                folder,
                address,
                String.valueOf(output.getFileName()),
                InstantSource.system().instant()));
    spec.commandLine().getOut().println("Written to " + output);
    return ExitCode.FINE;
  }

  private byte[] page(EvidenceFolder reading, TimeMap map) throws IOException {
    Optional<Memento> found = at == null ? map.newest() : map.nearest(at);
    Memento memento =
        found.orElseThrow(
            () -> new CannotStartException("All captures of " + url + " were removed."));
    return ReplayedPage.html(memento, reading.body(memento)).getBytes(UTF_8);
  }
}
