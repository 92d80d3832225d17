package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Set;
import signpost.notifier.delivery.DeliveryOutcome.Accepted;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryFailed;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryRefused;
import signpost.notifier.message.OutgoingMail;

/** Mail by SMTP, or as files where no server is set. */
@Singleton
final class MailChannel implements DeliveryChannel {
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int REJECTED_ATTEMPTS = 3;

  private final SmtpConfig smtp;
  private final MailServer server;

  /** Hands a mail over, or throws what the mail library does. */
  interface Out {
    void send(String delivery, MimeMessage message);
  }

  MailChannel(SmtpConfig smtp, MailServer server) {
    this.smtp = smtp;
    this.server = server;
  }

  @Override
  public Set<String> names() {
    return Set.of(DeliveryChannels.EMAIL, DeliveryChannels.SHADOW);
  }

  /** There is one server for everybody. */
  @Override
  public ReceiverLane lane(String owner) {
    return ReceiverLane.ofAll(names());
  }

  @Override
  public Duration limit() {
    return smtp.timeout();
  }

  /** One attempt, within its limit; {@code out} is where a mail that is written goes. */
  DeliveryOutcome attempt(Delivery delivery, Out out) throws InterruptedException {
    return attempt(delivery.id(), delivery.mail(), out);
  }

  /** One attempt at a mail that need not be in the ledger. */
  DeliveryOutcome attempt(String id, OutgoingMail mail, Out out) throws InterruptedException {
    return switch (MimeMail.of(mail, smtp.from())) {
      case MimeMail.MimeUnwritable(String problem) ->
          new DeliveryRefused(
              FailureReason.UNWRITABLE, "it cannot be written as a mail: " + problem);
      case MimeMail.MimeWritten(MimeMessage message) ->
          TimedExchange.within(limit(), () -> send(out, id, message))
              .orElseGet(() ->
                  new DeliveryFailed(
                      FailureReason.TIMED_OUT,
                      "the mail server had not taken it after " + limit().toSeconds() + " s"));
    };
  }

  private DeliveryOutcome send(Out out, String id, MimeMessage message) {
    try {
      out.send(id, message);
      return new Accepted();
    } catch (RuntimeException e) { // Camel's own, or a library's mistake: none may end the lane.
      DeliveryFailed failed = MailFailures.of(e);
      if (failed.reason() == FailureReason.AUTHENTICATION) {
        server.signInFailed();
      }
      return failed;
    }
  }

  @Override
  public Duration pause(int attempts) {
    Duration doubled = smtp.retry().multipliedBy(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  @Override
  public int most(FailureReason reason) {
    return switch (reason) {
      case REJECTED, UNWRITABLE -> REJECTED_ATTEMPTS;
      case RATE_LIMITED, UNREACHABLE, AUTHENTICATION, TIMED_OUT -> smtp.giveUpAfter();
    };
  }
}
