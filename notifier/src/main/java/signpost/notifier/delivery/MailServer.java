package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import signpost.notifier.delivery.SmtpConfig.SmtpTls;
import signpost.record.tls.PemFiles;

/** The mail server as it is configured: how its connections are made, and how we sign in. */
@Singleton
final class MailServer {
  private final SmtpConfig smtp;
  private final Optional<AccessTokens> tokens;

  MailServer(SmtpConfig smtp) {
    this.smtp = smtp;
    this.tokens = AccessTokens.of(smtp);
  }

  /** Where a route sends mails to; the password never stands in it. */
  String endpoint() {
    return scheme() + ":" + smtp.where();
  }

  /** {@code smtps} is encrypted from the first byte. */
  String scheme() {
    return smtp.tls() == SmtpTls.TLS ? "smtps" : "smtp";
  }

  /** What sends mails; its name in Camel is the {@code scheme}. */
  MailComponent component(String scheme) {
    MailConfiguration settings = new MailConfiguration();
    settings.configureProtocol(scheme);
    if (tokens.isPresent()) {
      settings.setAuthenticator(new TokenHolder(smtp.username(), tokens.get()));
      settings.setSession(session(scheme));
    } else if (!smtp.username().isEmpty()) {
      settings.setUsername(smtp.username());
      settings.setPassword(smtp.password());
    }
    settings.setAdditionalJavaMailProperties(properties("mail." + scheme + "."));
    MailComponent component = new MailComponent();
    component.setConfiguration(settings);
    return component;
  }

  /** Connects and signs in as for a mail, and leaves again; within a {@link TimedExchange}. */
  void greet() throws MessagingException {
    Session session = session(scheme());
    try (Transport transport = session.getTransport(scheme())) {
      String secret = tokens.map(AccessTokens::token).orElse(smtp.password());
      boolean somebody = !smtp.username().isEmpty();
      transport.connect(
          smtp.host(), smtp.port(), somebody ? smtp.username() : null, somebody ? secret : null);
    }
  }

  /** We were not let in: whatever token was kept is not tried again. */
  void signInFailed() {
    tokens.ifPresent(AccessTokens::refused);
  }

  private Session session(String scheme) {
    Session session = Session.getInstance(properties("mail." + scheme + "."));
    if (tokens.isPresent()) {
      TokenTransport.carry(session, scheme);
    }
    return session;
  }

  private Properties properties(String protocol) {
    Properties properties = new Properties();
    // TLS is laid over these sockets, too: what closes them ends it. No others are opened instead.
    properties.put(protocol + "socketFactory", new PromptSockets());
    properties.setProperty(protocol + "socketFactory.fallback", "false");
    properties.setProperty(protocol + "ssl.checkserveridentity", "true");
    if (smtp.tls() != SmtpTls.NONE) {
      SSLSocketFactory secured = PemFiles.sockets(SmtpConfig.PREFIX + ".trust", smtp.trust());
      properties.put(protocol + "ssl.socketFactory", new PromptTlsSockets(secured));
      // The library connects by itself what it secures at once.
      properties.setProperty(
          protocol + "connectiontimeout", Long.toString(smtp.timeout().toMillis()));
    }
    // What was accepted is sent, whatever the server does with our good-bye.
    properties.setProperty(protocol + "quitwait", "false");
    if (smtp.tls() == SmtpTls.STARTTLS) {
      properties.setProperty(protocol + "starttls.enable", "true");
      properties.setProperty(protocol + "starttls.required", "true");
    }
    return properties;
  }

  /** Signs in with a token instead of a password. */
  private static final class TokenHolder extends MailAuthenticator {
    private final String user;
    private final AccessTokens tokens;

    TokenHolder(String user, AccessTokens tokens) {
      this.user = user;
      this.tokens = tokens;
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(user, tokens.token());
    }
  }
}
