package signpost.search.pages.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import signpost.search.account.Role;
import signpost.search.account.Sessions;
import signpost.search.audit.Actor;
import signpost.search.audit.RefusalLog;
import signpost.search.audit.SignInWay;
import signpost.search.gate.SessionCookie;
import signpost.search.gate.SignInChoice;
import signpost.search.gate.Visitor;
import signpost.search.pages.NotifierPages;

/** Opens and ends sessions, and has it in the log. */
@Singleton
final class SignInDesk {
  private final Sessions sessions;
  private final SignInChoice choice;
  private final SessionCookie cookie;
  private final RefusalLog refusals;

  SignInDesk(Sessions sessions, SignInChoice choice, SessionCookie cookie, RefusalLog refusals) {
    this.sessions = sessions;
    this.choice = choice;
    this.cookie = cookie;
    this.refusals = refusals;
  }

  /**
   * Signs somebody in and sends them on; the session that their browser had has ended.
   *
   * @param who their name, and what the provider calls them
   * @param basis what they showed of an account; nothing where configuration lets them in
   */
  MutableHttpResponse<?> signIn(Actor who, Role role, Optional<String> basis, String to) {
    MutableHttpResponse<?> onward = NotifierPages.secret(HttpResponse.seeOther(URI.create(to)));
    Optional<String> before =
        ServerRequestContext.currentRequest().flatMap(Visitor::of).flatMap(Visitor::session);
    String token =
        sessions.open(
            who, role, basis.or(() -> choice.basis(who.way(), who.name())).orElseThrow(), before);
    return cookie.signIn(onward, token);
  }

  /** Notes that somebody was not let in by the provider’s word. */
  void refused(Optional<String> name, String why) {
    refusals.refused(Actor.current().from(), name, SignInWay.PROVIDER, why);
  }

  /** Ends the session that a request is of. */
  void signOut(HttpRequest<?> request) {
    Visitor.of(request)
        .flatMap(Visitor::session)
        .ifPresent(it -> sessions.signOut(Actor.current(), it));
  }
}
