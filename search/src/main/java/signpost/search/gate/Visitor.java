package signpost.search.gate;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import signpost.search.account.Role;
import signpost.search.account.SignedIn;
import signpost.search.account.TokenScope;
import signpost.search.audit.Actor;
import signpost.search.audit.SignInWay;

/**
 * Whoever sends a request.
 *
 * @param role what they are; empty for readers and programs
 * @param scopes what a program may do
 * @param session theirs, if they have one
 */
public record Visitor(
    Actor actor, Optional<Role> role, Set<TokenScope> scopes, Optional<SignedIn> session) {
  private static final String ATTRIBUTE = "signpost.visitor";

  public Visitor {
    scopes = Set.copyOf(scopes);
  }

  /** Somebody of whom only their network is known. */
  static Visitor reader(String from) {
    return new Visitor(Actor.at(from), Optional.empty(), Set.of(), Optional.empty());
  }

  /** The same client, as a person who is known. */
  Visitor as(String name, SignInWay way, Role role) {
    return new Visitor(actor.as(name, way), Optional.of(role), Set.of(), Optional.empty());
  }

  /** Whoever sent a request, where the gate let it pass. */
  public static Optional<Visitor> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Visitor.class);
  }

  void note(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
    logged(actor, role).note(request);
  }

  /** Lines stay for ever: of an owner they need not say where they live. */
  public static Actor logged(Actor actor, Optional<Role> role) {
    return role.filter(Role.OWNER::equals).isPresent() ? actor.fromNowhere() : actor;
  }

  /** The mail address that is known to be theirs. */
  public Optional<String> address() {
    return session.flatMap(SignedIn::address);
  }

  /** Whether they are that, or more. */
  public boolean is(Role needed) {
    return role.filter(it -> it.covers(needed)).isPresent();
  }

  boolean may(Role needed, TokenScope scope) {
    return is(needed) || scopes.contains(scope);
  }

  /** Whether it is a program: no browser sends its token by itself. */
  boolean isMachine() {
    return actor.way() == SignInWay.MACHINE_TOKEN;
  }
}
