package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import signpost.notifier.finding.Finding;
import signpost.notifier.store.WireName;

/** A finding as the API shows it; {@code name} is what people read it called. */
@Serdeable
record FindingLine(
    String id,
    String subject,
    String kind,
    String name,
    String state,
    boolean urgent,
    String summary,
    String meaning,
    String fix,
    Instant since,
    Instant openedAt,
    Optional<Instant> resolvedAt) {

  static FindingLine of(Finding finding) {
    return new FindingLine(
        finding.id(),
        finding.subject(),
        WireName.of(finding.kind()),
        finding.called().label(),
        WireName.of(finding.state()),
        finding.urgent(),
        finding.summary(),
        finding.explanation().meaning(),
        finding.explanation().fix(),
        finding.since(),
        finding.openedAt(),
        finding.resolvedAt());
  }
}
