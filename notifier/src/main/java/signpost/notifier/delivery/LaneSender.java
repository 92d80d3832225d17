package signpost.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.notifier.delivery.DeliveryOutcome.Accepted;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryFailed;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryRefused;
import signpost.notifier.delivery.DeliveryOutcome.Unwanted;
import signpost.trace.OpenSpan;

/**
 * Sends what is due on one lane, one message at a time: a crash repeats at most the one in flight,
 * under the same id. What came of an attempt is kept until it is written down, however long the
 * database is away.
 */
final class LaneSender {
  private static final Logger LOG = LoggerFactory.getLogger(LaneSender.class);
  private static final double JITTER = 0.1;

  /** To write down what came of an attempt, before somebody else takes the message up. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final DeliveryChannel channel;
  private final ReceiverLane lane;
  private final Exit exit;
  private final DeliveryLedger ledger;
  private final LostMail lost;
  private final InstantSource clock;
  private final InstantSource wall;
  private volatile @Nullable DeliveryAttempt unwritten;

  LaneSender(
      DeliveryChannel channel,
      ReceiverLane lane,
      Exit exit,
      DeliveryLedger ledger,
      LostMail lost,
      InstantSource clock,
      InstantSource wall) {
    this.channel = channel;
    this.lane = lane;
    this.exit = exit;
    this.ledger = ledger;
    this.lost = lost;
    this.clock = clock;
    this.wall = wall;
  }

  private record DeliveryAttempt(Delivery delivery, DeliveryOutcome outcome) {}

  /** Whether something was sent, or not, and the ledger does not know. */
  boolean hasUnwritten() {
    return unwritten != null;
  }

  /** Makes one attempt, if one is due; returns whether it did. */
  boolean step() throws InterruptedException {
    DeliveryAttempt before = unwritten;
    if (before != null) {
      write(before);
    }
    Instant now = wall.instant();
    Optional<Delivery> next = ledger.take(lane, now, now.plus(channel.limit()).plus(MARGIN));
    if (next.isPresent()) {
      exit.trace(next.get(), span -> attempt(next.get(), span));
    }
    return next.isPresent();
  }

  private void attempt(Delivery delivery, OpenSpan span) throws InterruptedException {
    DeliveryAttempt attempt = new DeliveryAttempt(delivery, outcome(delivery));
    unwritten = attempt;
    DeliverySpan.note(span, attempt.outcome());
    write(attempt);
  }

  private DeliveryOutcome outcome(Delivery delivery) throws InterruptedException {
    if (delivery.attempts() > channel.most(FailureReason.TIMED_OUT)) {
      return new DeliveryRefused(
          FailureReason.UNWRITABLE, "it was begun again and again, and no attempt came to an end");
    }
    if (ledger.isSuppressed(delivery)) {
      return new DeliveryOutcome.Suppressed();
    }
    try {
      return exit.attempt(delivery);
    } catch (InterruptedException e) {
      ledger.release(delivery, wall.instant());
      throw e;
    }
  }

  private void write(DeliveryAttempt attempt) {
    Delivery delivery = attempt.delivery();
    switch (attempt.outcome()) {
      case Accepted _ -> {
        if (ledger.sent(delivery, clock.instant())) {
          LOG.info(
              "Told {} ({}): {}", delivery.owner(), delivery.kind(), delivery.mail().subject());
        } else {
          LOG.warn(
              "Message {} was sent, but somebody else had taken it up: {} may get it twice",
              delivery.id(),
              delivery.owner());
        }
      }
      case DeliveryFailed(FailureReason reason, String detail)
          when delivery.attempts() < channel.most(reason) ->
          again(delivery, reason, detail);
      case DeliveryFailed(FailureReason reason, String detail) ->
          giveUp(delivery, reason, detail, false);
      case DeliveryRefused(FailureReason reason, String detail) ->
          giveUp(delivery, reason, detail, false);
      case DeliveryOutcome.Suppressed _ -> {
        boolean _ = ledger.forget(delivery, handle -> lost.forOps(handle, delivery));
      }
      case Unwanted(String detail) -> giveUp(delivery, FailureReason.REJECTED, detail, true);
    }
    unwritten = null;
  }

  private void again(Delivery delivery, FailureReason reason, String detail) {
    Instant next = wall.instant().plus(jittered(channel.pause(delivery.attempts())));
    if (!ledger.failed(delivery, reason, detail, next)) {
      takenUp(delivery, reason, detail);
      return;
    }
    LOG.warn(
        "Message {} was not sent ({}: {}); next attempt at {}",
        delivery.id(),
        reason,
        detail,
        next);
  }

  private void giveUp(Delivery delivery, FailureReason reason, String detail, boolean disable) {
    boolean ours =
        ledger.givenUp(
            delivery,
            reason,
            detail,
            handle -> {
              if (disable) {
                WebhookEndpoints.disable(handle, delivery.owner());
              }
              return lost.forOps(handle, delivery);
            });
    if (!ours) {
      takenUp(delivery, reason, detail);
      return;
    }
    LOG.error(
        "Gave up on message {} after {} attempts: {} ({})",
        delivery.id(),
        delivery.attempts(),
        reason,
        detail);
  }

  private static void takenUp(Delivery delivery, FailureReason reason, String detail) {
    LOG.warn(
        "Message {} was not sent ({}: {}), and somebody else has taken it up",
        delivery.id(),
        reason,
        detail);
  }

  /** What failed together is not tried again in one moment. */
  private static Duration jittered(Duration pause) {
    double more = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
    return Duration.ofMillis(Math.round(pause.toMillis() * more));
  }
}
