package signpost.search.pages.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import signpost.search.account.Role;
import signpost.search.account.Sessions;
import signpost.search.audit.Actor;
import signpost.search.audit.AuditLog;
import signpost.search.audit.SignInWay;
import signpost.search.gate.SessionCookie;
import signpost.search.gate.SignInChoice;
import signpost.search.gate.Visitor;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;

/** Opens and ends sessions, and has it in the log. */
@Singleton
final class SignInDesk {
  static final String SIGN_IN = "sign in";

  private static final int LONGEST = 300;

  private final Sessions sessions;
  private final SignInChoice choice;
  private final SessionCookie cookie;
  private final AuditLog audit;

  SignInDesk(Sessions sessions, SignInChoice choice, SessionCookie cookie, AuditLog audit) {
    this.sessions = sessions;
    this.choice = choice;
    this.cookie = cookie;
    this.audit = audit;
  }

  /**
   * Signs somebody in and sends them on; the session that their browser had has ended.
   *
   * @param subject what the provider calls them, which outlives their name; empty without one
   */
  MutableHttpResponse<?> signIn(String name, String subject, SignInWay way, Role role, String to) {
    MutableHttpResponse<?> onward = NotifierPages.secret(HttpResponse.seeOther(URI.create(to)));
    Optional<String> before =
        ServerRequestContext.currentRequest().flatMap(Visitor::of).flatMap(Visitor::session);
    String token =
        sessions.open(
            Actor.current().as(name, way).called(subject),
            role,
            choice.basis(way).orElseThrow(),
            before);
    return cookie.signIn(onward, token);
  }

  /** Notes that somebody was not let in; {@code name} only where it may be one. */
  void refused(Optional<String> name, SignInWay way, String why) {
    Map<String, String> of = new LinkedHashMap<>();
    name.ifPresent(it -> of.put("name", PageFormat.brief(it, 64)));
    of.put("way", way.wire());
    audit.done(
        Actor.current().as("", SignInWay.NOT_AT_ALL),
        SIGN_IN,
        of,
        Optional.empty(),
        "refused: " + PageFormat.brief(why, LONGEST));
  }

  /** Ends the session that a request is of. */
  void signOut(HttpRequest<?> request) {
    Visitor.of(request)
        .flatMap(Visitor::session)
        .ifPresent(it -> sessions.signOut(Actor.current(), it));
  }
}
