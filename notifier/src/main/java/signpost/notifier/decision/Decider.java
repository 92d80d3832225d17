package signpost.notifier.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.catalogue.Frequency;
import signpost.notifier.decision.Decision.Item;
import signpost.notifier.decision.Decision.Telling;
import signpost.notifier.finding.Finding;
import signpost.notifier.message.MessageKind;

/**
 * First, new, resolved or silence, for one owner: a pure function of what is known and the time.
 */
final class Decider {
  /** However much company keeps coming, the first of it waits no longer than so many times. */
  private static final int MOST_DEBOUNCES = 6;

  private final Policy policy;
  private final View view;
  private final List<Telling> tellings = new ArrayList<>();
  private final List<Item> daily = new ArrayList<>();
  private final List<Item> weekly = new ArrayList<>();
  private final List<Instant> later = new ArrayList<>();
  private int writtenNow;

  private Decider(View view, Policy policy) {
    this.view = view;
    this.policy = policy;
  }

  static Decision decide(View view, Policy policy) {
    Decider decider = new Decider(view, policy);
    view.groups().forEach(decider::group);
    decider.digest();
    return new Decision(decider.tellings, decider.later.stream().min(Instant::compareTo));
  }

  private void group(Group group) {
    List<Candidate> visible = Inhibition.visible(group, view.downHosts(), view.now());
    switch (group.report()) {
      case FirstReport.Due due -> firstReport(group, due, visible);
      case FirstReport.Unlisted _ -> waits(group);
      case FirstReport.Given _ -> news(group, visible);
      case FirstReport.NotNeeded _ -> news(group, visible);
    }
  }

  private void firstReport(Group group, FirstReport.Due due, List<Candidate> visible) {
    Duration wait = due.complete() ? policy.settling() : policy.firstReportAfter();
    Instant readyAt = due.listedAt().plus(wait);
    if (view.now().isBefore(readyAt)) {
      later.add(readyAt);
      return;
    }
    List<Item> open =
        items(
            group,
            visible.stream()
                .filter(candidate -> candidate.finding().isOpen() && candidate.isNews(view.now()))
                .toList());
    tellings.add(new Telling(MessageKind.FIRST_REPORT, Optional.of(group.guide()), open));
    waits(group);
  }

  private void news(Group group, List<Candidate> visible) {
    List<Item> urgent = new ArrayList<>();
    for (Item item : items(group, visible.stream().filter(it -> it.isNews(view.now())).toList())) {
      switch (frequency(item.finding())) {
        case IMMEDIATE -> urgent.add(item);
        case DAILY -> daily.add(item);
        case WEEKLY -> weekly.add(item);
        case OFF -> {
          // Its owner does not want to hear of it.
        }
      }
    }
    urgent(group, urgent);
    waits(group);
  }

  private Frequency frequency(Finding finding) {
    return view.preferences().of(finding.kind(), finding.urgent());
  }

  private void urgent(Group group, List<Item> news) {
    Optional<Instant> ready = ready(news);
    if (ready.isEmpty()) {
      return;
    }
    if (ready.get().isAfter(view.now())) {
      later.add(ready.get());
    } else if (isFull(ready.get()) || isFull(view.now())) {
      daily.addAll(news);
    } else {
      writtenNow++;
      boolean trouble = news.stream().anyMatch(item -> item.finding().isOpen());
      MessageKind kind = trouble ? MessageKind.IMMEDIATE : MessageKind.RECOVERY;
      tellings.add(new Telling(kind, Optional.of(group.guide()), news));
    }
  }

  /** News waits for company, and on while company comes, as when a whole site was rebuilt. */
  private Optional<Instant> ready(List<Item> news) {
    Optional<Instant> first = news.stream().map(Item::newsAt).min(Instant::compareTo);
    Optional<Instant> last = news.stream().map(Item::newsAt).max(Instant::compareTo);
    return Stream.concat(
            first.map(at -> at.plus(policy.debounce().multipliedBy(MOST_DEBOUNCES))).stream(),
            last.map(at -> at.plus(policy.debounce())).stream())
        .min(Instant::compareTo);
  }

  /** Whether an owner was written to so often on a day that the rest of it waits. */
  private boolean isFull(Instant day) {
    return view.immediateOn(day) + writtenNow >= policy.immediatePerDay();
  }

  /** What waits is told at the first summary after the oldest of it happened. */
  private void digest() {
    List<Item> due =
        Stream.concat(
                due(daily, at -> Digests.daily(at, policy.digestAt(), view.zone())),
                due(weekly, at -> Digests.weekly(at, policy.digestAt(), view.zone())))
            .toList();
    if (!due.isEmpty()) {
      tellings.add(new Telling(MessageKind.DIGEST, Optional.empty(), due));
    }
  }

  /** A kind of summary and when it comes after an instant. */
  private interface Schedule {
    Instant after(Instant at);
  }

  private Stream<Item> due(List<Item> waiting, Schedule schedule) {
    Optional<Instant> due =
        waiting.stream().map(item -> schedule.after(item.newsAt())).min(Instant::compareTo);
    due.filter(view.now()::isBefore).ifPresent(later::add);
    return due.filter(at -> !view.now().isBefore(at)).isPresent()
        ? waiting.stream()
        : Stream.empty();
  }

  /** When to think again of what is held back now. */
  private void waits(Group group) {
    group.candidates().stream()
        .flatMap(candidate -> candidate.wakesAt(view.now()).stream())
        .filter(view.now()::isBefore)
        .forEach(later::add);
  }

  private List<Item> items(Group group, Collection<Candidate> candidates) {
    return candidates.stream()
        .map(candidate ->
            new Item(
                group.guide(),
                candidate.finding(),
                candidate.told(),
                candidate.newsAt(view.now()),
                candidate.isEscalated()))
        .toList();
  }
}
