package signpost.notifier.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.notifier.decision.Decision.Item;
import signpost.notifier.decision.Decision.Telling;
import signpost.notifier.decision.Pending.Route;
import signpost.notifier.message.MessageKind;

/**
 * First, new, resolved or silence, for one owner: a pure function of what is known and the time.
 */
final class Decider {
  private Decider() {}

  private static List<Stage> stages(View view, Policy policy) {
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

  static Decision decide(View view, Policy policy) {
    List<Pending> pending = view.groups().stream().flatMap(Pending::of).toList();
    List<Held> held = new ArrayList<>();
    for (Stage stage : stages(view, policy)) {
      Stage.Passed passed = stage.pass(pending);
      held.addAll(passed.held());
      pending = passed.on();
    }
    return new Decision(tellings(view, policy, pending), next(view, policy, held), held);
  }

  private static List<Telling> tellings(View view, Policy policy, List<Pending> told) {
    List<Telling> tellings = new ArrayList<>();
    for (Group group : view.groups()) {
      Optional<String> guide = Optional.of(group.guide());
      List<Item> first = items(view, told, group, Route.FIRST_REPORT);
      List<Item> news = items(view, told, group, Route.AT_ONCE);
      if (group.reportAt(policy).filter(at -> !view.now().isBefore(at)).isPresent()) {
        tellings.add(new Telling(MessageKind.FIRST_REPORT, guide, first));
      } else if (!news.isEmpty()) {
        tellings.add(new Telling(kind(news), guide, news));
      }
    }
    List<Item> summary =
        Stream.of(Route.DAILY, Route.OVER_CAP, Route.WEEKLY)
            .flatMap(route -> items(view, told, route))
            .toList();
    if (!summary.isEmpty()) {
      tellings.add(new Telling(MessageKind.DIGEST, Optional.empty(), summary));
    }
    return tellings;
  }

  private static MessageKind kind(List<Item> news) {
    return news.stream().anyMatch(item -> item.finding().isOpen())
        ? MessageKind.IMMEDIATE
        : MessageKind.RECOVERY;
  }

  private static Stream<Item> items(View view, List<Pending> told, Route route) {
    return told.stream().filter(one -> one.route() == route).map(one -> one.item(view.now()));
  }

  private static List<Item> items(View view, List<Pending> told, Group group, Route route) {
    return items(view, told, route).filter(item -> item.guide().equals(group.guide())).toList();
  }

  /** When to think again of what is held back now. */
  private static Optional<Instant> next(View view, Policy policy, List<Held> held) {
    return Stream.concat(
            held.stream().flatMap(one -> one.until().stream()),
            view.groups().stream().flatMap(group -> wakes(group, policy, view.now())))
        .min(Instant::compareTo);
  }

  private static Stream<Instant> wakes(Group group, Policy policy, Instant now) {
    Optional<Instant> report = group.reportAt(policy).filter(now::isBefore);
    return report.isPresent()
        ? report.stream()
        : group.candidates().stream()
            .flatMap(candidate -> candidate.wakesAt(now).stream())
            .filter(now::isBefore);
  }
}
