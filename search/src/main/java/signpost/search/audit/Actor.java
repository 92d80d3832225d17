package signpost.search.audit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;

/**
 * Who does something.
 *
 * @param name as they are known here
 * @param way how they showed it
 * @param from the network address of their client, empty for a shell on this machine
 */
public record Actor(String name, SignInWay way, String from) {
  private static final String ATTRIBUTE = "signpost.actor";
  private static final Actor NOBODY = new Actor("", SignInWay.NOT_AT_ALL, "");

  /** Whoever types a command on this machine. */
  public static Actor shell() {
    return new Actor(System.getProperty("user.name", ""), SignInWay.COMMAND_LINE, "");
  }

  /** Whoever sent the request that is being answered; nobody known outside of one. */
  public static Actor current() {
    return ServerRequestContext.currentRequest().flatMap(Actor::of).orElse(NOBODY);
  }

  /** Whoever sent a request, where that was found out. */
  public static Optional<Actor> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Actor.class);
  }

  /** Notes who sent a request. */
  public void note(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Whether they showed who they are. */
  public boolean isKnown() {
    return way != SignInWay.NOT_AT_ALL;
  }

  /** The same client, by another name. */
  public Actor as(String name, SignInWay way) {
    return new Actor(name, way, from);
  }
}
