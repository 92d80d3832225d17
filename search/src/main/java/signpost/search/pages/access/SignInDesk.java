package signpost.search.pages.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import signpost.search.account.Role;
import signpost.search.account.SessionGround;
import signpost.search.account.Sessions;
import signpost.search.account.SignInOutcome;
import signpost.search.account.SignedIn;
import signpost.search.audit.Actor;
import signpost.search.audit.RefusalLog;
import signpost.search.audit.SignInWay;
import signpost.search.gate.ClientAddress;
import signpost.search.gate.SessionCookie;
import signpost.search.gate.SignInChoice;
import signpost.search.gate.Visitor;
import signpost.search.oidc.ProviderReply;
import signpost.search.pages.NotifierPages;

/** Opens and ends sessions, and has it in the log. */
@Singleton
final class SignInDesk {
  private final Sessions sessions;
  private final SignInChoice choice;
  private final SessionCookie cookie;
  private final RefusalLog refusals;
  private final ClientAddress clients;

  SignInDesk(
      Sessions sessions,
      SignInChoice choice,
      SessionCookie cookie,
      RefusalLog refusals,
      ClientAddress clients) {
    this.clients = clients;
    this.sessions = sessions;
    this.choice = choice;
    this.cookie = cookie;
    this.refusals = refusals;
  }

  /** Whoever sends a request, as nobody known yet: from where limits count, whoever they were. */
  Actor stranger(HttpRequest<?> request) {
    return Actor.at(clients.of(request));
  }

  /** Signs in whoever showed what belongs to an account, or to ops. */
  MutableHttpResponse<?> signIn(Actor who, SignInOutcome.SignedInAs as, String to) {
    String basis = as.basis().or(() -> choice.basis(who.way(), who.name())).orElseThrow();
    return signIn(new SessionGround(who, as.role(), basis, Optional.empty()), to);
  }

  /** Signs in whoever the provider vouches for. */
  MutableHttpResponse<?> signIn(
      Actor client, ProviderReply.VouchedPerson person, Role role, String to) {
    Actor who = client.as(person.name(), SignInWay.PROVIDER).called(person.subject());
    String basis = choice.basis(who.way(), who.name()).orElseThrow();
    return signIn(new SessionGround(who, role, basis, person.address()), to);
  }

  /** Sends them on; the session that their browser had has ended. */
  private MutableHttpResponse<?> signIn(SessionGround ground, String to) {
    Role role = ground.role();
    Actor logged = Visitor.logged(ground.actor(), Optional.of(role));
    Optional<String> before =
        ServerRequestContext.currentRequest()
            .flatMap(Visitor::of)
            .flatMap(Visitor::session)
            .map(SignedIn::digest);
    String token =
        sessions.open(new SessionGround(logged, role, ground.basis(), ground.address()), before);
    return cookie.signIn(
        NotifierPages.secret(HttpResponse.seeOther(URI.create(OwnPath.of(to, role)))), token);
  }

  /** Notes that somebody was not let in by the provider’s word. */
  void refused(Actor client, Optional<String> name, String why) {
    refusals.refused(client.from(), name, SignInWay.PROVIDER, why);
  }

  /** Ends the session that a request is of. */
  void signOut(HttpRequest<?> request) {
    Visitor.of(request)
        .flatMap(Visitor::session)
        .ifPresent(it -> sessions.signOut(Actor.current(), it.digest()));
  }
}
