package signpost.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.notifier.delivery.Delivery.Letterhead;
import signpost.notifier.delivery.DeliveryOutcome.Accepted;
import signpost.notifier.delivery.DeliveryOutcome.Refused;
import signpost.notifier.message.Mail;
import signpost.notifier.owner.Owners;

/**
 * Sends what is due on one channel, one message at a time: a crash repeats at most the one in
 * flight, under the same id.
 */
final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final double JITTER = 0.1;

  private final Channel channel;
  private final Ledger ledger;
  private final Owners owners;
  private final InstantSource clock;
  private final InstantSource wall;

  Sender(Channel channel, Ledger ledger, Owners owners, InstantSource clock, InstantSource wall) {
    this.channel = channel;
    this.ledger = ledger;
    this.owners = owners;
    this.clock = clock;
    this.wall = wall;
  }

  /** Makes one attempt, if one is due; returns whether it did. */
  boolean step() {
    Optional<Delivery> next = ledger.take(channel.names(), wall.instant());
    next.ifPresent(delivery -> record(delivery, channel.attempt(delivery)));
    return next.isPresent();
  }

  private void record(Delivery delivery, DeliveryOutcome outcome) {
    switch (outcome) {
      case Accepted _ -> {
        ledger.sent(delivery.id(), clock.instant());
        LOG.info("Told {} ({}): {}", delivery.owner(), delivery.kind(), delivery.mail().subject());
      }
      case Refused refused -> refused(delivery, refused);
    }
  }

  private void refused(Delivery delivery, Refused refused) {
    FailureReason reason = refused.reason();
    if (refused.forGood() || delivery.attempts() >= channel.most(reason)) {
      ledger.givenUp(delivery.id(), refused, forOps(delivery));
      LOG.error(
          "Gave up on message {} after {} attempts: {} ({})",
          delivery.id(),
          delivery.attempts(),
          reason,
          refused.detail());
      return;
    }
    Instant next = wall.instant().plus(jittered(channel.pause(delivery.attempts())));
    ledger.failed(delivery.id(), refused, next);
    LOG.warn(
        "Message {} was not sent ({}: {}); next attempt at {}",
        delivery.id(),
        reason,
        refused.detail(),
        next);
  }

  /** What failed together is not tried again in one moment. */
  private static Duration jittered(Duration pause) {
    double more = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
    return Duration.ofMillis(Math.round(pause.toMillis() * more));
  }

  /** No finding is told to nobody: what an owner cannot be mailed goes to ops, once. */
  private Optional<Delivery> forOps(Delivery lost) {
    Mail mail = lost.mail();
    boolean mailed = lost.channel().equals(Channels.EMAIL);
    if (!mailed || mail.to().equals(owners.ops().email())) {
      return Optional.empty();
    }
    String id = lost.id() + "-ops";
    return Optional.of(
        Delivery.pending(
            new Letterhead(id, Owners.OPS, lost.channel(), lost.kind()),
            wall.instant(),
            clock.instant(),
            mail.insteadTo(
                owners.ops().email(), "Could not be delivered to " + lost.owner() + ": ", id),
            lost.told()));
  }
}
