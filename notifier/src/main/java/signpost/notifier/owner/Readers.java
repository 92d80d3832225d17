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
public final class Readers {
  private final Function<String, Owner> people;
  private final Instant now;
  private final Set<String> passed = new HashSet<>();
  private final List<Reader> found = new ArrayList<>();

  private Readers(Function<String, Owner> people, Instant now) {
    this.people = people;
    this.now = now;
  }

  /** Why somebody reads it. */
  public enum Why {
    OWNER,
    SUBSCRIBER,
    MEMBER,
    DEPUTY,
    /** Ops, for everyone who wants no mail or cannot be found. */
    NOBODY_ELSE
  }

  /** Somebody who reads it, and why. */
  public record Reader(Owner owner, Why why) {}

  /** The readers in their order; never none, and each once. */
  public static List<Reader> of(
      Owner owner, Owner ops, Instant now, Function<String, Owner> people) {
    Readers readers = new Readers(people, now);
    boolean subscribed = People.isSubscriber(owner.id());
    readers.add(owner, subscribed ? Why.SUBSCRIBER : Why.OWNER);
    return readers.found.isEmpty()
        ? List.of(new Reader(ops, ops.id().equals(owner.id()) ? Why.OWNER : Why.NOBODY_ELSE))
        : readers.found;
  }

  private void add(Owner owner, Why why) {
    if (!passed.add(owner.id())) {
      return;
    }
    boolean away = owner.isAway(now.atZone(owner.zone()).toLocalDate());
    if (away && owner.deputy().isPresent()) {
      add(people.apply(owner.deputy().get()), Why.DEPUTY);
    } else if (!owner.preferences().mail()) {
      owner.deputy().map(people).ifPresent(deputy -> add(deputy, Why.DEPUTY));
    } else if (!owner.email().isEmpty()) {
      found.add(new Reader(owner, why));
    } else {
      owner.members().forEach(member -> add(people.apply(member), Why.MEMBER));
    }
  }
}
