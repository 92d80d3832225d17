package signpost.notifier.delivery;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Owner;
import signpost.notifier.delivery.Delivery.Letterhead;
import signpost.notifier.message.MessageKind;
import signpost.notifier.message.OutgoingMail;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.Owners;

/**
 * No finding is told to nobody: what its reader cannot be told goes to ops, once. What somebody
 * asked for is for them alone: its link is theirs.
 */
@Singleton
final class LostMail {
  private final OwnerDirectory people;
  private final InstantSource clock;
  private final InstantSource wall;

  LostMail(
      OwnerDirectory people,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.people = people;
    this.clock = clock;
    this.wall = wall;
  }

  Optional<Delivery> forOps(Handle handle, Delivery lost) {
    Owner ops = people.ops(handle);
    OutgoingMail mail = lost.mail();
    if (lost.kind() == MessageKind.REQUESTED
        || !wasTheOnlyOne(handle, lost)
        || mail.to().equals(ops.email())) {
      return Optional.empty();
    }
    String id = lost.id() + "-ops";
    return Optional.of(
        Delivery.pending(
            new Letterhead(id, Owners.OPS, DeliveryChannels.EMAIL, lost.kind()),
            wall.instant(),
            clock.instant(),
            mail.insteadTo(ops.email(), "Could not be delivered to " + lost.owner() + ": ", id),
            lost.told()));
  }

  /** Machines are told beside people, unless these want no mail. */
  private boolean wasTheOnlyOne(Handle handle, Delivery lost) {
    return switch (lost.channel()) {
      case DeliveryChannels.EMAIL -> true;
      case DeliveryChannels.WEBHOOK -> !people.of(handle, lost.owner()).preferences().mail();
      default -> false;
    };
  }
}
