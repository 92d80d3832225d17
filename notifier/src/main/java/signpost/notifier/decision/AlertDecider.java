package signpost.notifier.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.notifier.decision.OwnerDecision.DecidedFinding;
import signpost.notifier.decision.OwnerDecision.DecidedMessage;
import signpost.notifier.decision.Pending.Route;
import signpost.notifier.message.MessageKind;

/**
 * First, new, resolved or silence, for one owner: a pure function of what is known and the time.
 */
public final class AlertDecider {
  private AlertDecider() {}

  private static List<Stage> stages(DecisionView view, TellingPolicy policy) {
    return List.of(
        new Inhibit(view.downHosts()),
        new Settle(view.now()),
        new ReportFirst(policy, view.now()),
        new Deduplicate(view.now()),
        new Choose(view.preferences()),
        new Debounce(policy, view.now()),
        new Cap(view, policy),
        new Summarise(view, policy));
  }

  /** Each stage sees what the one before let through; what one holds back has its reason. */
  public static OwnerDecision decide(DecisionView view, TellingPolicy policy) {
    List<Pending> pending = view.groups().stream().flatMap(Pending::of).toList();
    List<Held> held = new ArrayList<>();
    for (Stage stage : stages(view, policy)) {
      Stage.Passed passed = stage.pass(pending);
      held.addAll(passed.held());
      pending = passed.on();
    }
    return new OwnerDecision(tellings(view, policy, pending), next(view, policy, held), held);
  }

  private static List<DecidedMessage> tellings(
      DecisionView view, TellingPolicy policy, List<Pending> told) {
    List<DecidedMessage> tellings = new ArrayList<>();
    for (GuideGroup group : view.groups()) {
      Optional<String> guide = Optional.of(group.guide());
      List<DecidedFinding> first = items(view, told, group, Route.FIRST_REPORT);
      List<DecidedFinding> news = items(view, told, group, Route.AT_ONCE);
      if (group.reportAt(policy).filter(at -> !view.now().isBefore(at)).isPresent()) {
        tellings.add(new DecidedMessage(MessageKind.FIRST_REPORT, guide, first));
      } else if (!news.isEmpty()) {
        tellings.add(new DecidedMessage(kind(news), guide, news));
      }
    }
    List<DecidedFinding> summary =
        Stream.of(Route.DAILY, Route.OVER_CAP, Route.WEEKLY)
            .flatMap(route -> items(view, told, route))
            .toList();
    if (!summary.isEmpty()) {
      tellings.add(new DecidedMessage(MessageKind.DIGEST, Optional.empty(), summary));
    }
    return tellings;
  }

  private static MessageKind kind(List<DecidedFinding> news) {
    return news.stream().anyMatch(item -> item.finding().isOpen())
        ? MessageKind.IMMEDIATE
        : MessageKind.RECOVERY;
  }

  private static Stream<DecidedFinding> items(DecisionView view, List<Pending> told, Route route) {
    return told.stream().filter(one -> one.route() == route).map(one -> one.item(view.now()));
  }

  private static List<DecidedFinding> items(
      DecisionView view, List<Pending> told, GuideGroup group, Route route) {
    return items(view, told, route).filter(item -> item.guide().equals(group.guide())).toList();
  }

  /** When to think again of what is held back now. */
  private static Optional<Instant> next(DecisionView view, TellingPolicy policy, List<Held> held) {
    return Stream.concat(
            held.stream().flatMap(one -> one.until().stream()),
            view.groups().stream().flatMap(group -> wakes(group, policy, view.now())))
        .min(Instant::compareTo);
  }

  private static Stream<Instant> wakes(GuideGroup group, TellingPolicy policy, Instant now) {
    Optional<Instant> report = group.reportAt(policy).filter(now::isBefore);
    return report.isPresent()
        ? report.stream()
        : group.candidates().stream()
            .flatMap(candidate -> candidate.wakesAt(now).stream())
            .filter(now::isBefore);
  }
}
