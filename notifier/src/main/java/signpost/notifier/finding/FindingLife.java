package signpost.notifier.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.events.ChangeKind;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingName;
import signpost.notifier.finding.FindingSignal.ProblemBegan;
import signpost.notifier.finding.FindingSignal.ProblemEnded;
import signpost.notifier.listing.HostOrigins;

/** The life of a finding: a pure function of (state, happening, time). */
final class FindingLife {
  /** One that comes back sooner is the same finding. */
  static final Duration REOPENS_WITHIN = Duration.ofDays(7);

  private FindingLife() {}

  /**
   * The finding after a happening; nothing when it changes nothing. {@code latest} is the youngest
   * finding of the same subject and kind. A page that became something else stays so through later
   * changes of its words, until its owners are content with it.
   */
  static Optional<Finding> after(
      Optional<Finding> latest, FindingSignal happening, long sequence, Instant at) {
    return switch (happening) {
      case ProblemBegan began -> Optional.of(begun(latest, began, sequence, at));
      case ProblemEnded ended ->
          latest.filter(Finding::isOpen).map(finding -> ended(finding, ended.quiet(), at));
    };
  }

  private static Finding begun(
      Optional<Finding> latest, ProblemBegan began, long sequence, Instant at) {
    if (latest.isEmpty() || isPast(latest.get(), at)) {
      return opened(began, sequence, at);
    }
    Finding finding = latest.get();
    if (!finding.isOpen()) {
      return with(finding, began, finding.news() + 1, at, moved(finding, at));
    }
    // Another change of a page is news; the same trouble in other words is not.
    return began.kind().isRepeated()
        ? with(finding, still(finding, began), finding.news() + 1, at, finding.moves())
        : with(finding, began, finding.news(), finding.changedAt(), finding.moves());
  }

  private static ProblemBegan still(Finding before, ProblemBegan began) {
    Explanation was = before.explanation();
    return before.called() != FindingName.ANOTHER_SUBJECT
        ? began
        : new ProblemBegan(
            began.subject(),
            began.kind(),
            began.urgent(),
            began.summary(),
            new Explanation(began.explanation().reason(), was.meaning(), was.fix()),
            began.since(),
            began.detail().about(ChangeKind.IDENTITY));
  }

  private static boolean isPast(Finding finding, Instant at) {
    return finding
        .resolvedAt()
        .filter(resolved -> resolved.plus(REOPENS_WITHIN).isBefore(at))
        .isPresent();
  }

  private static Finding opened(ProblemBegan began, long sequence, Instant at) {
    return new Finding(
        id(began.subject(), began.kind(), sequence),
        began.subject(),
        HostOrigins.originOf(began.subject()),
        began.kind(),
        FindingState.OPEN,
        began.urgent(),
        false,
        began.summary(),
        began.explanation(),
        began.since(),
        at,
        at,
        Optional.empty(),
        1,
        List.of(at),
        began.detail());
  }

  private static Finding with(
      Finding before, ProblemBegan began, int news, Instant changedAt, List<Instant> moves) {
    return new Finding(
        before.id(),
        before.subject(),
        before.host(),
        before.kind(),
        before.isOpen() ? before.state() : FindingState.OPEN,
        began.urgent(),
        false,
        began.summary(),
        began.explanation(),
        began.since(),
        before.openedAt(),
        changedAt,
        Optional.empty(),
        news,
        moves,
        began.detail());
  }

  private static Finding ended(Finding before, boolean quiet, Instant at) {
    return new Finding(
        before.id(),
        before.subject(),
        before.host(),
        before.kind(),
        FindingState.RESOLVED,
        before.urgent(),
        quiet,
        before.summary(),
        before.explanation(),
        before.since(),
        before.openedAt(),
        at,
        Optional.of(at),
        before.news() + 1,
        moved(before, at),
        before.detail());
  }

  private static List<Instant> moved(Finding finding, Instant at) {
    List<Instant> moves = new ArrayList<>(finding.moves());
    moves.add(at);
    return moves.size() > Finding.FLAPS
        ? moves.subList(moves.size() - Finding.FLAPS, moves.size())
        : moves;
  }

  /** The same for a repeated event, another for the next time. */
  static String id(String subject, FindingKind kind, long sequence) {
    return FindingStore.hash(subject + "|" + kind.name() + "|" + sequence);
  }
}
