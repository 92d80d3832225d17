package signpost.tools.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
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
import signpost.evidence.EvidenceExport;
import signpost.evidence.EvidenceFolder;
import signpost.evidence.Memento;
import signpost.evidence.ReplayedPage;
import signpost.evidence.TimeMap;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;
import signpost.url.CanonicalUrl;
import signpost.web.browser.PagePicture;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the captures of one address out: as a WARC file, which any web archive's tools read, or,"
          + " where the file's name ends in .html, one capture as a page to look at offline.",
      "Pictures that ops have had drawn of them are put beside it, named by their time."
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
    EvidenceFolder reading = EvidenceFolder.read(data.folder());
    List<Memento> mementos = reading.mementos(address);
    if (mementos.isEmpty()) {
      throw new CannotStartException("Nothing is kept of " + address + ".");
    }
    Map<Path, byte[]> files =
        output.toString().endsWith(".html")
            ? page(reading, new TimeMap(address, "", mementos))
            : archive(reading, address, mementos);
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw new CannotStartException(file + " is there already.");
      }
    }
    for (var file : files.entrySet()) {
      Files.write(file.getKey(), file.getValue());
      spec.commandLine().getOut().println("Written to " + file.getKey());
    }
    return ExitCode.FINE;
  }

  private Map<Path, byte[]> archive(
      EvidenceFolder reading, CanonicalUrl address, List<Memento> mementos) throws IOException {
    String name = String.valueOf(output.getFileName());
    byte[] warc =
        EvidenceExport.warc(data.folder(), address, name, InstantSource.system().instant());
    return withPictures(warc, reading, mementos);
  }

  private Map<Path, byte[]> page(EvidenceFolder reading, TimeMap map) throws IOException {
    Optional<Memento> found = at == null ? map.newest() : map.nearest(at);
    Memento memento =
        found.orElseThrow(
            () -> new CannotStartException("All captures of " + url + " were removed."));
    try (var reader = new MediaPageReader(PublisherRules.builtIn())) {
      String page = ReplayedPage.html(memento, reading.body(memento), reader);
      return withPictures(page.getBytes(UTF_8), reading, List.of(memento));
    }
  }

  /** What goes to the named file, and beside it the pictures that were made of its captures. */
  private Map<Path, byte[]> withPictures(byte[] bytes, EvidenceFolder reading, List<Memento> of)
      throws IOException {
    Map<Path, byte[]> files = new LinkedHashMap<>();
    files.put(output, bytes);
    for (Memento memento : of) {
      Optional<PagePicture> picture = reading.picture(memento);
      picture.ifPresent(it -> files.put(beside(memento), it.png()));
    }
    return files;
  }

  private Path beside(Memento memento) {
    String name = String.valueOf(output.getFileName()).replaceFirst("\\.(html|warc(\\.gz)?)$", "");
    return output.resolveSibling(name + "-" + memento.at().toString().replace(":", "") + ".png");
  }
}
