package signpost.notifier.owner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import signpost.catalogue.Owner;

/**
 * Who reads what an owner is told: a team's members, a deputy for whoever is away, and ops where
 * nobody else would. A pure function of who is who and the day.
 */
public final class MessageReaders {
  private final Function<String, Owner> people;
  private final Instant now;
  private final Set<String> passed = new HashSet<>();
  private final List<MessageReader> found = new ArrayList<>();

  private MessageReaders(Function<String, Owner> people, Instant now) {
    this.people = people;
    this.now = now;
  }

  /** Why somebody reads it. */
  public enum ReaderReason {
    OWNER,
    SUBSCRIBER,
    MEMBER,
    DEPUTY,
    /** Ops, for everyone who wants no mail or cannot be found. */
    NOBODY_ELSE
  }

  /** Somebody who reads it, and why. */
  public record MessageReader(Owner owner, ReaderReason why) {}

  /**
   * The readers in their order, each once; none only for subscribers who want no mail, for what
   * they asked for is nobody else's business.
   */
  public static List<MessageReader> of(
      Owner owner, Owner ops, Instant now, Function<String, Owner> people) {
    MessageReaders readers = new MessageReaders(people, now);
    boolean subscribed = OwnerDirectory.isSubscriber(owner.id());
    readers.add(owner, subscribed ? ReaderReason.SUBSCRIBER : ReaderReason.OWNER);
    return readers.found.isEmpty() && !subscribed
        ? List.of(
            new MessageReader(
                ops, ops.id().equals(owner.id()) ? ReaderReason.OWNER : ReaderReason.NOBODY_ELSE))
        : readers.found;
  }

  private void add(Owner owner, ReaderReason why) {
    if (!passed.add(owner.id())) {
      return;
    }
    boolean away = owner.isAway(now.atZone(owner.zone()).toLocalDate());
    if (away && owner.deputy().isPresent()) {
      add(people.apply(owner.deputy().get()), ReaderReason.DEPUTY);
    } else if (!owner.preferences().mail()) {
      owner.deputy().map(people).ifPresent(deputy -> add(deputy, ReaderReason.DEPUTY));
    } else if (!owner.email().isEmpty()) {
      found.add(new MessageReader(owner, why));
    } else {
      owner.members().forEach(member -> add(people.apply(member), ReaderReason.MEMBER));
    }
  }
}
