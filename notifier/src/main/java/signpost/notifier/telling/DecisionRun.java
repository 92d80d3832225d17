package signpost.notifier.telling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Owner;
import signpost.notifier.decision.AlertDecider;
import signpost.notifier.decision.DecisionView;
import signpost.notifier.decision.Held;
import signpost.notifier.decision.OwnerDecision;
import signpost.notifier.decision.TellingPolicy;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.due.DecisionQueue;
import signpost.notifier.due.OneByOne;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.store.ModuleValues;
import signpost.notifier.store.UnreadableRows;
import signpost.record.store.Database;

/**
 * Decides for the owners whose time has come: messages into the ledger, what was told into the log
 * and the next thought, in one transaction. Made twice, it is the same decision.
 */
public final class DecisionRun {
  private static final int BATCH = 50;

  private final DecisionParts parts;
  private final DecisionSettings settings;
  private final InstantSource clock;
  private final OneByOne<String> decisions;

  /** {@code shadow} is how long after its very first start a notifier tells ops only. */
  record DecisionSettings(TellingPolicy policy, Duration shadow) {}

  /** The parts of the module a decision needs. */
  record DecisionParts(
      Database database,
      DecisionQueue waiting,
      OwnerDirectory people,
      DeliveryChannels channels,
      DecisionViews views,
      LetterWriter letters) {}

  DecisionRun(DecisionParts parts, DecisionSettings settings, InstantSource clock) {
    this.parts = parts;
    this.settings = settings;
    this.clock = clock;
    this.decisions = new OneByOne<>(parts.database(), "Deciding what to tell");
  }

  /** Decides for some owners, each in a transaction of its own; returns whether there were any. */
  public boolean step() {
    Instant now = clock.instant();
    List<String> due = parts.waiting().due(now, BATCH);
    decisions.each(
        due,
        (handle, owner) -> decide(handle, owner, now),
        (handle, owner) ->
            parts.waiting().next(handle, owner, Optional.of(now.plus(OneByOne.PUT_OFF))));
    return !due.isEmpty();
  }

  /** Whether only ops is told as yet. */
  public boolean isShadow() {
    return clock.instant().isBefore(parts.database().write(this::shadowEnd));
  }

  /** What an owner is not told now, and why, by mail or as it would be by mail. */
  public List<Held> held(String id) {
    Instant now = clock.instant();
    String channel = isShadow() ? DeliveryChannels.SHADOW : DeliveryChannels.EMAIL;
    ToldChannel way = new ToldChannel(channel, settings.policy(), false);
    return parts
        .database()
        .read(handle -> {
          Owner owner = parts.people().of(handle, id);
          DecisionView view = parts.views().of(handle, id, owner, way, now, new UnreadableRows());
          return AlertDecider.decide(view, way.policy()).held();
        });
  }

  private Instant shadowEnd(Handle handle) {
    return firstStart(handle, clock.instant()).plus(settings.shadow());
  }

  private void decide(Handle handle, String id, Instant now) {
    Owner owner = parts.people().of(handle, id);
    Instant shadowEnd = shadowEnd(handle);
    boolean shadow = now.isBefore(shadowEnd);
    List<Instant> next = new ArrayList<>();
    UnreadableRows unreadable = new UnreadableRows();
    for (ToldChannel way : ways(handle, id, shadow)) {
      DecisionView view = parts.views().of(handle, id, owner, way, now, unreadable);
      OwnerDecision decision = AlertDecider.decide(view, way.policy());
      decision
          .tellings()
          .forEach(it -> parts.letters().write(handle, id, way, it, now, unreadable));
      decision.next().ifPresent(next::add);
      if (shadow && !view.groups().isEmpty()) {
        next.add(shadowEnd);
      }
    }
    if (unreadable.any()) {
      next.add(now.plus(OneByOne.PUT_OFF));
    }
    parts.waiting().next(handle, id, next.stream().min(Instant::compareTo));
  }

  /** Machines hear nothing while people do not. */
  private List<ToldChannel> ways(Handle handle, String id, boolean shadow) {
    List<ToldChannel> ways = new ArrayList<>();
    ways.add(
        new ToldChannel(
            shadow ? DeliveryChannels.SHADOW : DeliveryChannels.EMAIL, settings.policy(), false));
    if (!shadow) {
      parts.channels().machinesOf(handle, id).stream()
          .map(channel -> new ToldChannel(channel, settings.policy().forMachines(), true))
          .forEach(ways::add);
    }
    return ways;
  }

  private static Instant firstStart(Handle handle, Instant now) {
    return Instant.parse(ModuleValues.first(handle, "first-start", now.toString()));
  }
}
