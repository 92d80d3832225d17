package signpost.ingest.evidence;

import jakarta.inject.Singleton;
import java.util.List;
import signpost.ingest.EvidenceConfig;
import signpost.record.meter.Figure;
import signpost.record.meter.FigureSource;
import signpost.record.meter.SignpostMeter;

/** How much is kept of what pages said; nothing where nothing is to be kept. */
@Singleton
final class EvidenceFigures implements FigureSource {
  private final EvidenceConfig config;
  private final OpenEvidence evidence;

  EvidenceFigures(EvidenceConfig config, OpenEvidence evidence) {
    this.config = config;
    this.evidence = evidence;
  }

  @Override
  public List<Figure> figures() {
    return evidence.count().filter(_ -> config.keep()).stream()
        .flatMap(count ->
            List.of(
                Figure.of(SignpostMeter.EVIDENCE_BYTES, count.bytes()),
                Figure.of(SignpostMeter.EVIDENCE_LIMIT, count.limit()))
                .stream())
        .toList();
  }
}
