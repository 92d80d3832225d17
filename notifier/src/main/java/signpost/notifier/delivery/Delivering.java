package signpost.notifier.delivery;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Properties;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import signpost.notifier.delivery.SmtpConfig.Tls;
import signpost.notifier.store.Database;

/** Wires the ledger and the mail component. */
@Factory
final class Delivering {
  private static final String TIMEOUT_MILLIS = "20000";

  @Singleton
  Ledger ledger(Database database) {
    return new Ledger(database);
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
    // A server that hangs holds one message for twenty seconds, then the ledger waits for it.
    properties.setProperty(protocol + "connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty(protocol + "timeout", TIMEOUT_MILLIS);
    properties.setProperty(protocol + "writetimeout", TIMEOUT_MILLIS);
    properties.setProperty(protocol + "ssl.checkserveridentity", "true");
    if (smtp.tls() != Tls.TLS) {
      properties.put(protocol + "socketFactory", new PromptSockets());
    }
    if (smtp.tls() == Tls.STARTTLS) {
      properties.setProperty(protocol + "starttls.enable", "true");
      properties.setProperty(protocol + "starttls.required", "true");
    }
    return properties;
  }
}
