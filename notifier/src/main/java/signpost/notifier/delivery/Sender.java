package signpost.notifier.delivery;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.notifier.delivery.DeliveryOutcome.Accepted;
import signpost.notifier.delivery.DeliveryOutcome.Refused;
import signpost.notifier.message.Mail;
import signpost.notifier.owner.Owners;

/** Sends what is due, one message at a time: a crash repeats at most the one in flight. */
@Singleton
public final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int REJECTED_ATTEMPTS = 3;

  private final Ledger ledger;
  private final SmtpConfig smtp;
  private final Owners owners;
  private final ProducerTemplate out;
  private final InstantSource clock;
  private final InstantSource wall;

  Sender(
      Ledger ledger,
      SmtpConfig smtp,
      Owners owners,
      CamelContext camel,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.ledger = ledger;
    this.smtp = smtp;
    this.owners = owners;
    this.out = camel.createProducerTemplate();
    this.clock = clock;
    this.wall = wall;
  }

  /** Puts what was in flight when the process died back in the queue. */
  public void recover() {
    ledger.recover();
  }

  /** Makes one attempt, if one is due; returns whether it did. */
  public boolean step() {
    Optional<Delivery> next = ledger.take(wall.instant());
    next.ifPresent(delivery -> record(delivery, attempt(delivery)));
    return next.isPresent();
  }

  private DeliveryOutcome attempt(Delivery delivery) {
    try {
      out.sendBodyAndHeader(
          DeliveryRoutes.ENTRY,
          Mime.of(delivery.mail(), smtp.from()),
          DeliveryRoutes.DELIVERY,
          delivery.id());
      return new Accepted();
    } catch (CamelExecutionException e) {
      return Failures.of(e);
    }
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
    int most = reason == FailureReason.REJECTED ? REJECTED_ATTEMPTS : smtp.giveUpAfter();
    if (delivery.attempts() >= most) {
      ledger.givenUp(delivery.id(), reason, forOps(delivery));
      LOG.error("Gave up on message {} after {} attempts: {}", delivery.id(), most, reason);
      return;
    }
    Instant next = wall.instant().plus(pause(delivery.attempts()));
    ledger.failed(delivery.id(), reason, next);
    LOG.warn(
        "Message {} was not sent ({}: {}); next attempt at {}",
        delivery.id(),
        reason,
        refused.detail(),
        next);
  }

  /** No finding is told to nobody: what an owner cannot be given goes to ops, once. */
  private Optional<Delivery> forOps(Delivery lost) {
    Mail mail = lost.mail();
    if (mail.to().equals(owners.ops().email())) {
      return Optional.empty();
    }
    String id = lost.id() + "-ops";
    Mail again =
        new Mail(
            owners.ops().email(),
            "",
            "Could not be delivered to " + lost.owner() + ": " + mail.subject(),
            mail.text(),
            mail.html(),
            mail.messageId().replace(lost.id(), id),
            mail.inReplyTo(),
            mail.date());
    return Optional.of(
        new Delivery(
            id,
            Owners.OPS,
            lost.channel(),
            lost.kind(),
            DeliveryState.PENDING,
            Optional.empty(),
            0,
            wall.instant(),
            clock.instant(),
            Optional.empty(),
            again,
            lost.told()));
  }

  private Duration pause(int attempts) {
    Duration doubled = smtp.retry().multipliedBy(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
