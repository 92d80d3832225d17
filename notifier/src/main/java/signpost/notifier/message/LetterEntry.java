package signpost.notifier.message;

import java.util.List;
import signpost.events.PlacementRef;
import signpost.notifier.finding.Finding;

/**
 * A finding in a message, and where its subject stands in the guide the message is about; {@code
 * escalated} when somebody nearer to it has not answered.
 */
public record LetterEntry(
    String guide,
    String guideTitle,
    Finding finding,
    List<PlacementRef> placements,
    boolean escalated) {
  public LetterEntry {
    placements = List.copyOf(placements);
  }

  /** The link's words in the guide, the host's name, or the address. */
  String title() {
    return switch (finding.kind()) {
      case HOST_DOWN, DOMAIN_ENDING ->
          CleanText.line(finding.subject().replaceFirst("^https?://", ""), 200);
      case BROKEN,
          GONE_IN_PLACE,
          MOVED,
          TLS_PROBLEM,
          CHANGED,
          REPORTED,
          REVIEW_DUE,
          ADDRESS_QUESTION ->
          placements.isEmpty()
              ? CleanText.line(finding.subject(), 200)
              : CleanText.line(placements.getFirst().text(), 200);
    };
  }
}
