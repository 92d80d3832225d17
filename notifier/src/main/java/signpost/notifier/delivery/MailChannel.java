package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import signpost.notifier.delivery.DeliveryOutcome.Accepted;

/** Mail by SMTP, or as files where no server is set. */
@Singleton
final class MailChannel implements Channel {
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int REJECTED_ATTEMPTS = 3;

  private final SmtpConfig smtp;
  private final ProducerTemplate out;

  MailChannel(SmtpConfig smtp, CamelContext camel) {
    this.smtp = smtp;
    this.out = camel.createProducerTemplate();
  }

  @Override
  public Set<String> names() {
    return Set.of(Channels.EMAIL, Channels.SHADOW);
  }

  @Override
  public DeliveryOutcome attempt(Delivery delivery) {
    try {
      out.sendBodyAndHeader(
          DeliveryRoutes.MAIL,
          Mime.of(delivery.mail(), smtp.from()),
          DeliveryRoutes.DELIVERY,
          delivery.id());
      return new Accepted();
    } catch (CamelExecutionException e) {
      return Failures.of(e);
    }
  }

  @Override
  public Duration pause(int attempts) {
    Duration doubled = smtp.retry().multipliedBy(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  @Override
  public int most(FailureReason reason) {
    return reason == FailureReason.REJECTED ? REJECTED_ATTEMPTS : smtp.giveUpAfter();
  }
}
