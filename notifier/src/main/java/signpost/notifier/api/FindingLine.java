package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import signpost.notifier.finding.Finding;

/** A finding as the API shows it. */
@Serdeable
record FindingLine(
    String id,
    String subject,
    String kind,
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
        wire(finding.kind()),
        wire(finding.state()),
        finding.urgent(),
        finding.summary(),
        finding.explanation().meaning(),
        finding.explanation().fix(),
        finding.since(),
        finding.openedAt(),
        finding.resolvedAt());
  }

  /** GONE_IN_PLACE as gone-in-place. */
  static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
