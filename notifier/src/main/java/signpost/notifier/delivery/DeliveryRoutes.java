package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import org.apache.camel.builder.RouteBuilder;

/** The ways out. Only the ledger tries again, so nothing here does. */
@Singleton
final class DeliveryRoutes extends RouteBuilder {
  static final String MAIL = "direct:deliver-mail";
  static final String DELIVERY = "SignpostDelivery";

  private final SmtpConfig smtp;

  DeliveryRoutes(SmtpConfig smtp) {
    this.smtp = smtp;
  }

  @Override
  public void configure() {
    errorHandler(noErrorHandler());
    if (smtp.isConfigured()) {
      from(MAIL)
          .routeId("delivery-smtp")
          .to(scheme() + ":{{signpost.smtp.host}}:{{signpost.smtp.port:25}}");
    } else {
      from(MAIL).routeId("delivery-file").process("outgoing");
    }
  }

  private String scheme() {
    return smtp.tls() == SmtpConfig.Tls.TLS ? "smtps" : "smtp";
  }
}
