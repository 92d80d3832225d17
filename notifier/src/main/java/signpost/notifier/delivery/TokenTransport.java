package signpost.notifier.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import signpost.notifier.answer.OneLine;

/** The mail library's way to a server, which signs in with a token where it would a password. */
public final class TokenTransport extends SMTPTransport {
  private static final String SECURED = "smtps";
  private static final int DONE = 235;
  private static final int CHALLENGE = 334;
  private static final int LONGEST = 300;

  /** As the library makes it, by the protocol of its address. */
  public TokenTransport(Session session, URLName url) {
    super(session, url, url.getProtocol(), SECURED.equals(url.getProtocol()));
  }

  /** Has a session's mails go by this. */
  static void carry(Session session, String protocol) {
    try {
      session.setProvider(
          new Provider(
              Provider.Type.TRANSPORT, protocol, TokenTransport.class.getName(), "Signpost", null));
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException(e); // for none that is named
    }
  }

  @Override
  protected synchronized boolean protocolConnect(
      String host, int port, @Nullable String user, @Nullable String token)
      throws MessagingException {
    if (user == null || token == null) {
      return false;
    }
    boolean reached = super.protocolConnect(host, port, null, null);
    if (reached) {
      signIn(host, port, user, token);
    }
    return reached;
  }

  private void signIn(String host, int port, String user, String token) throws MessagingException {
    TokenMechanism mechanism =
        TokenMechanism.of(this::supportsAuthentication)
            .orElseThrow(() ->
                new AuthenticationFailedException(
                    "it takes no token: it offers neither XOAUTH2 nor OAUTHBEARER"));
    int answer = simpleCommand(mechanism.opening(user, token, host, port));
    String reason = "";
    if (answer == CHALLENGE) {
      reason = TokenMechanism.reason(getLastServerResponse().substring(3).strip());
      answer = simpleCommand(mechanism.goodbye());
    }
    if (answer != DONE) {
      throw new AuthenticationFailedException(words(mechanism, reason));
    }
  }

  private String words(TokenMechanism mechanism, String reason) {
    String last = OneLine.of(getLastServerResponse(), LONGEST);
    return reason.isEmpty() ? last : "%s (%s: %s)".formatted(last, mechanism, reason);
  }
}
