package signpost.notifier.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import signpost.notifier.decision.Decision.Item;
import signpost.notifier.decision.Decision.Telling;
import signpost.notifier.finding.Finding;
import signpost.notifier.message.MessageKind;

/**
 * First, new, resolved or silence, for one owner: a pure function of what is known and the time.
 */
final class Decider {
  private final Policy policy;
  private final View view;
  private final List<Telling> tellings = new ArrayList<>();
  private final List<Item> digest = new ArrayList<>();
  private final List<Instant> later = new ArrayList<>();
  private int immediate;

  private Decider(View view, Policy policy) {
    this.view = view;
    this.policy = policy;
    this.immediate = view.immediateToday();
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
      case FirstReport.Unlisted _ -> held(group);
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
        items(group, visible.stream().filter(candidate -> candidate.finding().isOpen()).toList());
    tellings.add(new Telling(MessageKind.FIRST_REPORT, Optional.of(group.guide()), open));
    held(group);
  }

  private void news(Group group, List<Candidate> visible) {
    List<Item> news = items(group, visible.stream().filter(Candidate::isNews).toList());
    urgent(group, news.stream().filter(item -> item.finding().urgent()).toList());
    news.stream().filter(item -> !item.finding().urgent()).forEach(digest::add);
    held(group);
  }

  private void urgent(Group group, List<Item> news) {
    Optional<Instant> ready =
        news.stream()
            .map(item -> item.finding().changedAt().plus(policy.debounce()))
            .min(Instant::compareTo);
    if (ready.isEmpty()) {
      return;
    }
    if (ready.get().isAfter(view.now())) {
      later.add(ready.get());
    } else if (immediate >= policy.immediatePerDay()) {
      digest.addAll(news);
    } else {
      immediate++;
      boolean trouble = news.stream().anyMatch(item -> item.finding().isOpen());
      MessageKind kind = trouble ? MessageKind.IMMEDIATE : MessageKind.RECOVERY;
      tellings.add(new Telling(kind, Optional.of(group.guide()), news));
    }
  }

  /** What waits is told at the first digest after the oldest of it happened. */
  private void digest() {
    Optional<Instant> due =
        digest.stream()
            .map(item -> nextDigest(item.finding().changedAt(), view.zone()))
            .min(Instant::compareTo);
    if (due.isEmpty()) {
      return;
    }
    if (due.get().isAfter(view.now())) {
      later.add(due.get());
    } else {
      tellings.add(new Telling(MessageKind.DIGEST, Optional.empty(), digest));
    }
  }

  private Instant nextDigest(Instant after, ZoneId zone) {
    ZonedDateTime local = after.atZone(zone);
    ZonedDateTime today = local.toLocalDate().atTime(policy.digestAt()).atZone(zone);
    ZonedDateTime next =
        today.toInstant().isAfter(after)
            ? today
            : local.toLocalDate().plusDays(1).atTime(policy.digestAt()).atZone(zone);
    return next.toInstant();
  }

  private void held(Group group) {
    group.candidates().stream()
        .filter(Candidate::isNews)
        .map(Candidate::finding)
        .map(Finding::heldUntil)
        .flatMap(Optional::stream)
        .filter(view.now()::isBefore)
        .forEach(later::add);
  }

  private static List<Item> items(Group group, Collection<Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> new Item(group.guide(), candidate.finding(), candidate.told()))
        .toList();
  }
}
