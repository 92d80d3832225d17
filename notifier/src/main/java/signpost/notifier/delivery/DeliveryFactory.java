package signpost.notifier.delivery;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Properties;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import signpost.notifier.NotifierConfig;
import signpost.notifier.delivery.SmtpConfig.SmtpTls;
import signpost.notifier.message.LetterComposer;
import signpost.notifier.token.LinkTokens;
import signpost.record.store.Database;

/** Wires the ledger, the mail component and what composes mails from this sender. */
@Factory
final class DeliveryFactory {
  @Singleton
  DeliveryLedger ledger(Database database) {
    return new DeliveryLedger(database);
  }

  @Singleton
  LetterComposer composer(NotifierConfig config, SmtpConfig smtp, LinkTokens tokens) {
    return new LetterComposer(
        config.publicUrl(), smtp.from().substring(smtp.from().lastIndexOf('@') + 1), tokens);
  }

  /** A component's name is its scheme. The password never stands in an endpoint's address. */
  @Singleton
  @Named("smtp")
  MailComponent smtp(SmtpConfig smtp) {
    return component("smtp", smtp);
  }

  /** As {@link #smtp}, encrypted from the first byte. */
  @Singleton
  @Named("smtps")
  MailComponent smtps(SmtpConfig smtp) {
    return component("smtps", smtp);
  }

  private static MailComponent component(String scheme, SmtpConfig smtp) {
    MailConfiguration settings = new MailConfiguration();
    settings.configureProtocol(scheme);
    if (!smtp.username().isEmpty()) {
      settings.setUsername(smtp.username());
      settings.setPassword(smtp.password());
    }
    settings.setAdditionalJavaMailProperties(properties("mail." + scheme + ".", smtp));
    MailComponent component = new MailComponent();
    component.setConfiguration(settings);
    return component;
  }

  private static Properties properties(String protocol, SmtpConfig smtp) {
    Properties properties = new Properties();
    // TLS is laid over these sockets, too: what closes them ends it. No others are opened instead.
    String factory = smtp.tls() == SmtpTls.TLS ? "ssl.socketFactory" : "socketFactory";
    properties.put(protocol + factory, new PromptSockets());
    properties.setProperty(protocol + "socketFactory.fallback", "false");
    properties.setProperty(protocol + "ssl.checkserveridentity", "true");
    // What was accepted is sent, whatever the server does with our good-bye.
    properties.setProperty(protocol + "quitwait", "false");
    if (smtp.tls() == SmtpTls.STARTTLS) {
      properties.setProperty(protocol + "starttls.enable", "true");
      properties.setProperty(protocol + "starttls.required", "true");
    }
    return properties;
  }
}
