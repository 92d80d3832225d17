package signpost.search.pages.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import signpost.search.account.Role;
import signpost.search.account.Sessions;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;
import signpost.search.audit.SignInWay;
import signpost.search.gate.SessionCookie;
import signpost.search.gate.Visitor;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;

/** Opens and ends sessions, and has it in the log. */
@Singleton
final class SignInDesk {
  static final String SIGN_IN = "sign in";

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final AuditLog audit;

  SignInDesk(Sessions sessions, SessionCookie cookie, AuditLog audit) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.audit = audit;
  }

  /** Signs somebody in and sends them on; the session that their browser had has ended. */
  MutableHttpResponse<?> signIn(String name, SignInWay way, Role role, String to) {
    return signIn(name, "", way, role, to);
  }

  /** The same, of somebody whom the provider calls {@code subject}, which outlives their name. */
  MutableHttpResponse<?> signIn(String name, String subject, SignInWay way, Role role, String to) {
    Map<String, String> of = subject.isEmpty() ? Map.of() : Map.of("subject", subject);
    audit.done(Actor.current().as(name, way), SIGN_IN, of, Optional.empty(), role.wire());
    ServerRequestContext.currentRequest()
        .flatMap(Visitor::of)
        .flatMap(Visitor::session)
        .ifPresent(sessions::end);
    String token = sessions.open(name, way, role);
    return NotifierPages.secret(cookie.signIn(HttpResponse.seeOther(URI.create(to)), token));
  }

  /** Notes that somebody was not let in. */
  void refused(String name, SignInWay way, String why) {
    audit.done(
        Actor.current().as("", SignInWay.NOT_AT_ALL),
        SIGN_IN,
        Map.of("name", PageFormat.brief(name, 64), "way", way.wire()),
        Optional.empty(),
        "refused: " + why);
  }

  /** Ends the session that a request is of. */
  void signOut(HttpRequest<?> request) {
    Visitor.of(request)
        .flatMap(Visitor::session)
        .flatMap(sessions::end)
        .ifPresent(
            _ -> audit.done(Actor.current(), "sign out", Map.of(), Optional.empty(), "signed out"));
  }
}
