package signpost.notifier.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import signpost.catalogue.MailAddress;
import signpost.record.tls.PemFiles;

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
 * @param trust a PEM file of the authorities that the mail server’s certificate comes from; none
 *     but those are believed then, for {@code token-url} too. Without it those that Java knows
 * @param tokenUrl where an access token is asked for (OAuth 2.0, client credentials), with which
 *     the user signs in (XOAUTH2 or OAUTHBEARER, as the server offers) instead of with a password
 * @param tokenFile a file that holds such a token, which somebody else renews; read at each mail
 * @param clientId who asks for a token at {@code token-url}
 * @param clientSecret of the client that asks for a token; best given as {@code
 *     SIGNPOST_SMTP_CLIENT_SECRET}
 * @param scope what the token is to be good for, such as {@code
 *     https://outlook.office365.com/.default}
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
    Optional<Path> trust,
    Optional<URI> tokenUrl,
    Optional<Path> tokenFile,
    @Bindable(defaultValue = "") String clientId,
    @Bindable(defaultValue = "") String clientSecret,
    @Bindable(defaultValue = "") String scope,
    @Bindable(defaultValue = "30s") Duration retry,
    @Bindable(defaultValue = "18") int giveUpAfter,
    @Bindable(defaultValue = "30s") Duration timeout) {
  static final String PREFIX = "signpost.smtp";

  public SmtpConfig {
    require(
        MailAddress.configured(from).isPresent(),
        "from: “%s” is no email address: %s".formatted(from, MailAddress.problem(from).orElse("")));
    require(
        trust.isEmpty() || tls != SmtpTls.NONE || tokenUrl.isPresent(),
        "trust needs signpost.smtp.tls=starttls or tls");
    require(
        tokenUrl.isEmpty() || tokenFile.isEmpty(),
        "token-url and signpost.smtp.token-file are two ways to one token: leave one out");
    boolean token = tokenUrl.isPresent() || tokenFile.isPresent();
    require(!token || !username.isEmpty(), "username is missing: a token is for somebody");
    require(!token || password.isEmpty(), "password and a token are two ways in: leave one out");
    require(
        !token || tls != SmtpTls.NONE,
        "tls must be starttls or tls: a token is not sent for all to read");
    require(
        tokenUrl.isEmpty() || (!clientId.isEmpty() && !clientSecret.isEmpty()),
        "token-url needs signpost.smtp.client-id and signpost.smtp.client-secret");
    require(
        tokenUrl.isEmpty() || "https".equals(tokenUrl.get().getScheme()),
        "token-url must begin with https://");
    trust.ifPresent(file -> PemFiles.certificates(PREFIX + ".trust", file));
  }

  /** How the connection is kept private. */
  public enum SmtpTls {
    NONE,
    STARTTLS,
    TLS
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ConfigurationException(PREFIX + "." + otherwise + ".");
    }
  }

  /** Whether anybody is told by mail at all. */
  public boolean isConfigured() {
    return !host.isBlank();
  }

  /** Where the server is. */
  String where() {
    return host + ":" + port;
  }

  /** Without what must not be seen. */
  @Override
  public String toString() {
    return "mail server " + where();
  }
}
