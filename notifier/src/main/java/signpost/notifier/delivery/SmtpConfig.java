package signpost.notifier.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import signpost.catalogue.MailAddress;

/**
 * The mail server. Without {@code host} messages become files in the data folder. {@code tls} is
 * {@code none}, {@code starttls} (required, not hoped for) or {@code tls}; {@code retry} is the
 * wait after the first failure, doubled after each further one up to six hours; {@code giveUpAfter}
 * is how many attempts are made; {@code timeout} is for the whole of one attempt.
 */
@ConfigurationProperties("signpost.smtp")
public record SmtpConfig(
    @Bindable(defaultValue = "") String host,
    @Bindable(defaultValue = "25") int port,
    @Bindable(defaultValue = "") String username,
    @Bindable(defaultValue = "") String password,
    @Bindable(defaultValue = "signpost@localhost") String from,
    @Bindable(defaultValue = "none") Tls tls,
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
  public enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /** Whether anybody is told by mail at all. */
  public boolean isConfigured() {
    return !host.isBlank();
  }
}
