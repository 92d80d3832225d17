package signpost.notifier.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import signpost.catalogue.MailAddress;

/**
 * The mail server.
 *
 * @param host without it mails are {@code .eml} files in {@code notifier/outgoing}
 * @param port the mail server’s port
 * @param username who signs in at the mail server; empty signs nobody in
 * @param password of the user who signs in at the mail server; best given as {@code
 *     SIGNPOST_SMTP_PASSWORD}
 * @param from whom mails are from
 * @param tls {@code none}, {@code starttls} (required, not hoped for) or {@code tls}
 * @param retry the wait after the first failure, doubled after each further one up to six hours
 * @param giveUpAfter so many attempts are made before ops hear that a mail cannot be delivered
 * @param timeout for the whole of one attempt at a mail; a server that hangs holds up the next mail
 *     so long, and no webhook
 */
@ConfigurationProperties("signpost.smtp")
public record SmtpConfig(
    @Bindable(defaultValue = "") String host,
    @Bindable(defaultValue = "25") int port,
    @Bindable(defaultValue = "") String username,
    @Bindable(defaultValue = "") String password,
    @Bindable(defaultValue = "signpost@localhost") String from,
    @Bindable(defaultValue = "none") SmtpTls tls,
    @Bindable(defaultValue = "30s") Duration retry,
    @Bindable(defaultValue = "18") int giveUpAfter,
    @Bindable(defaultValue = "30s") Duration timeout) {
  public SmtpConfig {
    if (MailAddress.configured(from).isEmpty()) {
      throw new ConfigurationException(
          "signpost.smtp.from: “"
              + from
              + "” is no email address: "
              + MailAddress.problem(from).orElse("")
              + ".");
    }
  }

  /** How the connection is kept private. */
  public enum SmtpTls {
    NONE,
    STARTTLS,
    TLS
  }

  /** Whether anybody is told by mail at all. */
  public boolean isConfigured() {
    return !host.isBlank();
  }
}
