package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryRefused;
import signpost.record.CauseChain;
import signpost.record.TroubleCause;

/**
 * The ways out: from a delivery to its outcome, a route for each channel. Only the ledger tries
 * again, so nothing here does. What no route foresees ends as a refusal, which ops hear of.
 */
@Singleton
final class DeliveryRoutes extends RouteBuilder {
  static final String DELIVER = "direct:deliver";

  /** Takes a mail written down; the deadline is around it. */
  static final String MAIL = "direct:deliver-mail-out";

  static final String DELIVERY = "SignpostDelivery";

  private final SmtpConfig smtp;
  private final MailServer server;
  private final MailChannel mail;
  private final WebhookChannel webhook;
  private final FeedChannel feed;

  DeliveryRoutes(
      SmtpConfig smtp,
      MailServer server,
      MailChannel mail,
      WebhookChannel webhook,
      FeedChannel feed) {
    this.smtp = smtp;
    this.server = server;
    this.mail = mail;
    this.webhook = webhook;
    this.feed = feed;
  }

  @Override
  public void configure() {
    errorHandler(defaultErrorHandler().maximumRedeliveries(0).logExhausted(false));
    onException(Exception.class)
        .onWhen(DeliveryRoutes::isNobodyElses)
        .maximumRedeliveries(0)
        .handled(true)
        .logHandled(true)
        .process(DeliveryRoutes::refuse);

    ProducerTemplate template = getContext().createProducerTemplate();
    MailChannel.Out out =
        (delivery, message) -> template.sendBodyAndHeader(MAIL, message, DELIVERY, delivery);

    from(DELIVER)
        .routeId("delivery-choose")
        .choice()
        .when(goesBy(mail))
        .to("direct:deliver-mail")
        .when(goesBy(webhook))
        .to("direct:deliver-webhook")
        .when(goesBy(feed))
        .to("direct:deliver-feed")
        .otherwise()
        .throwException(IllegalStateException.class, "no way out has this name");

    from("direct:deliver-mail")
        .routeId("delivery-mail")
        .process(attempt(it -> mail.attempt(it, out)));
    from("direct:deliver-webhook").routeId("delivery-webhook").process(attempt(webhook::attempt));
    from("direct:deliver-feed").routeId("delivery-feed").process(attempt(feed::attempt));
    mail();
  }

  /** What fails here is for {@link MailFailures} to read, so it is thrown as it is. */
  private void mail() {
    if (smtp.isConfigured()) {
      from(MAIL).routeId("delivery-smtp").errorHandler(noErrorHandler()).to(server.endpoint());
    } else {
      from(MAIL).routeId("delivery-file").errorHandler(noErrorHandler()).process("outgoing");
    }
  }

  private static Predicate goesBy(DeliveryChannel channel) {
    return exchange ->
        channel.names().contains(exchange.getMessage().getBody(Delivery.class).channel());
  }

  private interface Attempt {
    DeliveryOutcome of(Delivery delivery) throws InterruptedException;
  }

  private static Processor attempt(Attempt attempt) {
    return exchange ->
        exchange
            .getMessage()
            .setBody(attempt.of(exchange.getMessage().getMandatoryBody(Delivery.class)));
  }

  /** A database that does not do as it should, or our own end, says nothing of the message. */
  private static boolean isNobodyElses(Exchange exchange) {
    Throwable thrown = thrown(exchange);
    return !(thrown instanceof InterruptedException)
        && !TroubleCause.of(thrown).isPassing()
        && CauseChain.of(thrown).stream().noneMatch(SQLException.class::isInstance);
  }

  private static void refuse(Exchange exchange) {
    Throwable thrown = thrown(exchange);
    exchange
        .getMessage()
        .setBody(new DeliveryRefused(FailureReason.UNWRITABLE, "it cannot be sent: " + thrown));
  }

  private static Throwable thrown(Exchange exchange) {
    return exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
  }
}
