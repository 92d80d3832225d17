package signpost.search.gate;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.http.access.RequestOrigin;
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

  private final ClientAddress clients;
  private final SafeWay way;
  private final SessionCookie cookie;
  private final Sessions sessions;
  private final SignInChoice choice;
  private final MachineCheck machines;
  private final PasswordCheck passwords;

  VisitorCheck(
      ClientAddress clients,
      SafeWay way,
      SessionCookie cookie,
      Sessions sessions,
      SignInChoice choice,
      MachineCheck machines,
      PasswordCheck passwords) {
    this.clients = clients;
    this.way = way;
    this.cookie = cookie;
    this.sessions = sessions;
    this.choice = choice;
    this.machines = machines;
    this.passwords = passwords;
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
    Optional<Visitor> signedIn =
        cookie.session(request).filter(_ -> way.keeps(request)).flatMap(it -> session(it, reader));
    if (signedIn.isPresent()) {
      return new Known(signedIn.get());
    }
    if (trusted) {
      return new Known(reader.as("", SignInWay.MANAGEMENT_ADDRESS, Role.ADMINISTRATOR));
    }
    return request
        .getHeaders()
        .getFirst("authorization")
        .filter(_ -> way.carries(request))
        .map(it -> authorized(it, reader))
        .orElse(new Known(reader));
  }

  /** A database that is away must not shut the management address: nobody is signed in then. */
  private Optional<Visitor> session(String token, Visitor reader) {
    try {
      return sessions.of(token, choice::basis).map(it -> known(it, reader));
    } catch (JdbiException e) {
      log.error("Sessions cannot be read, so nobody is signed in", e);
      return Optional.empty();
    }
  }

  private static Visitor known(SignedIn session, Visitor reader) {
    return new Visitor(
        reader.actor().as(session.name(), session.way()).called(session.subject()),
        Optional.of(session.role()),
        reader.scopes(),
        Optional.of(session));
  }

  private VisitorReply authorized(String authorization, Visitor reader) {
    Optional<String> token = RequestOrigin.token(authorization);
    if (token.isPresent()) {
      return new Known(machines.of(token.get(), reader));
    }
    return passwords
        .of(authorization, reader.actor())
        .map(it -> guessed(it, reader))
        .orElse(new Known(reader));
  }

  private static VisitorReply guessed(SignInOutcome outcome, Visitor reader) {
    return switch (outcome) {
      case SignInOutcome.SignedInAs(String name, Role role, _) ->
          new Known(reader.as(name, SignInWay.OPS_PASSWORD, role));
      case SignInOutcome.WrongGuess() -> new Known(reader);
      case SignInOutcome.TooBusy() -> new TooManyGuesses(1);
      case SignInOutcome.WaitFirst(var wait) -> new TooManyGuesses(wait.toSeconds() + 1);
    };
  }
}
