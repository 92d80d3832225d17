package signpost.search.gate;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.account.MachineTokens;
import signpost.search.account.OpsGuess;
import signpost.search.account.Role;
import signpost.search.account.Sessions;
import signpost.search.account.SignInOutcome;
import signpost.search.account.SignedIn;
import signpost.search.audit.SignInWay;

/**
 * Finds out who sends a request: by their session, a program’s token, the password of ops, or the
 * socket it came in at.
 */
@Singleton
final class VisitorCheck {
  private static final Logger log = LoggerFactory.getLogger(VisitorCheck.class);
  private static final String BEARER = "Bearer ";

  private final ClientAddress clients;
  private final SessionCookie cookie;
  private final Sessions sessions;
  private final MachineTokens machines;
  private final OpsPassword password;
  private final OpsGuess guesses;

  VisitorCheck(
      ClientAddress clients,
      SessionCookie cookie,
      Sessions sessions,
      MachineTokens machines,
      OpsPassword password,
      OpsGuess guesses) {
    this.clients = clients;
    this.cookie = cookie;
    this.sessions = sessions;
    this.machines = machines;
    this.password = password;
    this.guesses = guesses;
  }

  /** What is known of whoever sends a request. */
  sealed interface VisitorReply {}

  /** This is. */
  record Known(Visitor visitor) implements VisitorReply {}

  /** Nothing: too many of their guesses were wrong, and this one was not looked at. */
  record TooManyGuesses(long seconds) implements VisitorReply {}

  /**
   * Who it is.
   *
   * @param trusted whether it came in where only this machine can
   */
  VisitorReply of(HttpRequest<?> request, boolean trusted) {
    Visitor reader = Visitor.reader(clients.of(request));
    Optional<Visitor> signedIn = cookie.session(request).flatMap(it -> session(it, reader));
    if (signedIn.isPresent()) {
      return new Known(signedIn.get());
    }
    if (trusted) {
      return new Known(reader.as("", SignInWay.MANAGEMENT_ADDRESS, Role.ADMINISTRATOR));
    }
    return request
        .getHeaders()
        .getFirst("authorization")
        .map(it -> authorized(it, reader))
        .orElse(new Known(reader));
  }

  /** A database that is away must not shut the management address: nobody is signed in then. */
  private Optional<Visitor> session(String token, Visitor reader) {
    try {
      return sessions.of(token).map(it -> known(it, reader));
    } catch (JdbiException e) {
      log.error("Sessions cannot be read, so nobody is signed in", e);
      return Optional.empty();
    }
  }

  private static Visitor known(SignedIn session, Visitor reader) {
    return new Visitor(
        reader.actor().as(session.name(), session.way()),
        Optional.of(session.role()),
        reader.scopes(),
        Optional.of(session.digest()));
  }

  private VisitorReply authorized(String authorization, Visitor reader) {
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return new Known(machine(authorization.substring(BEARER.length()).strip(), reader));
    }
    if (!password.isSet() || !OpsPassword.isGuess(authorization)) {
      return new Known(reader);
    }
    String client = reader.actor().from();
    return switch (guesses.of(client, () -> password.isGivenIn(authorization))) {
      case SignInOutcome.SignedInAs(String name, Role role) ->
          new Known(reader.as(name, SignInWay.OPS_PASSWORD, role));
      case SignInOutcome.WrongGuess() -> new Known(reader);
      case SignInOutcome.WaitFirst(var wait) -> new TooManyGuesses(wait.toSeconds() + 1);
    };
  }

  private Visitor machine(String token, Visitor reader) {
    return Optional.of(token)
        .filter(it -> it.startsWith(MachineTokens.PREFIX))
        .flatMap(machines::of)
        .map(it ->
            new Visitor(
                reader.actor().as(it.name(), SignInWay.MACHINE_TOKEN),
                Optional.empty(),
                it.scopes(),
                Optional.empty()))
        .orElse(reader);
  }
}
