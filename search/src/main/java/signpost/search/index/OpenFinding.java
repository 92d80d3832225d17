package signpost.search.index;

import java.util.List;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.LinkHealth;

/** What a finding that is not over says of the page it is about. */
final class OpenFinding {
  private OpenFinding() {}

  /** Whether a page answers with something, which a finding may know to be something else. */
  static boolean opens(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Ok _, LinkHealth.Moved _, LinkHealth.TlsProblem _ -> true;
      case LinkHealth.Suspect _,
          LinkHealth.Broken _,
          LinkHealth.Blocked _,
          LinkHealth.GoneInPlace _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          false;
    };
  }

  /**
   * Returns whether the page is no longer what was meant and at least one owner has not accepted
   * that.
   */
  static boolean becameOther(FindingChanged finding) {
    return switch (finding.state()) {
      case OPEN, ACKNOWLEDGED, SNOOZED -> finding.called().gone().isPresent();
      case IGNORED, RESOLVED -> false;
    };
  }

  /** Whether the finding is what its owners were told of this state. */
  static boolean of(FindingChanged finding, LinkHealth fares) {
    return switch (fares) {
      case LinkHealth.Broken _ -> finding.kind() == FindingKind.BROKEN;
      case LinkHealth.GoneInPlace _ -> finding.called().gone().isPresent();
      case LinkHealth.Moved _ -> finding.kind() == FindingKind.MOVED;
      case LinkHealth.TlsProblem _ -> finding.kind() == FindingKind.TLS_PROBLEM;
      case LinkHealth.Ok _,
          LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          false;
    };
  }

  static boolean isAnsweredBy(FindingChanged finding, String guide) {
    return finding.answers().stream().anyMatch(answer -> answer.guide().equals(guide));
  }

  /** Without where the page stands, which the page knows itself. */
  static FindingChanged brief(FindingChanged finding) {
    return new FindingChanged(
        finding.finding(),
        finding.subject(),
        finding.kind(),
        finding.name(),
        finding.state(),
        finding.summary(),
        finding.explanation(),
        finding.openedAt(),
        finding.resolvedAt(),
        finding.answers(),
        List.of(),
        finding.replacement(),
        finding.successor());
  }
}
