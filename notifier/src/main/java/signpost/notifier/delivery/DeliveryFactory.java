package signpost.notifier.delivery;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.component.mail.MailComponent;
import signpost.notifier.NotifierConfig;
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

  /** A component's name is its scheme. */
  @Singleton
  @Named("smtp")
  MailComponent smtp(MailServer server) {
    return server.component("smtp");
  }

  /** As {@link #smtp}, encrypted from the first byte. */
  @Singleton
  @Named("smtps")
  MailComponent smtps(MailServer server) {
    return server.component("smtps");
  }
}
