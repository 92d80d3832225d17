package signpost.notifier.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingEvent.GuideAnswer;

/** The state of a finding for the public: the most open of its states in all guides. */
final class ShownState {
  private ShownState() {}

  static FindingState of(Finding finding, Set<String> guides, List<GuideAnswer> answers) {
    Collection<String> answered = answers.stream().map(GuideAnswer::guide).toList();
    if (!finding.isOpen() || answers.isEmpty() || !answered.containsAll(guides)) {
      return finding.state();
    }
    return answers.stream()
        .map(ShownState::of)
        .min(Comparator.naturalOrder())
        .orElse(finding.state());
  }

  private static FindingState of(GuideAnswer answer) {
    return switch (answer.kind()) {
      case ACKNOWLEDGED, REPLACE, REMOVE -> FindingState.ACKNOWLEDGED;
      case SNOOZED -> FindingState.SNOOZED;
      case IGNORED, KEEP, WRONG -> FindingState.IGNORED;
    };
  }
}
