package signpost.tools.evidence;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import signpost.evidence.EvidenceFolder;
import signpost.tools.CannotStartException;
import signpost.url.CanonicalUrl;

/** Where the evidence is. */
final class EvidenceData {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      required = true,
      description = "the data folder of an ingest, or of everything on one machine")
  private Path data = Path.of(".");

  /** The folder of evidence in what was named, or that itself. */
  Path folder() {
    return List.of(
            data.resolve(EvidenceFolder.NAME),
            data.resolve("ingest").resolve(EvidenceFolder.NAME),
            data)
        .stream()
        .filter(EvidenceFolder::exists)
        .findFirst()
        .orElseThrow(() -> new CannotStartException("There is no evidence in " + data + "."));
  }

  static CanonicalUrl address(String url) {
    return CanonicalUrl.parse(url)
        .orElseThrow(() -> new CannotStartException("This is no address: " + url));
  }
}
