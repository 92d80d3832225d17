package signpost.search.audit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;

/**
 * Who does something.
 *
 * @param name as they are known here
 * @param way how they showed it
 * @param from the network address of their client, for the log; empty for a shell on this machine
 *     and for owners, of whom it is not kept
 * @param sub what the provider calls them, which outlives their name
 */
public record Actor(String name, SignInWay way, String from, Optional<String> sub) {
  private static final String ATTRIBUTE = "signpost.actor";
  private static final Actor NOBODY = at("");

  /** Somebody of whom only their network is known. */
  public static Actor at(String from) {
    return new Actor("", SignInWay.NOT_AT_ALL, from, Optional.empty());
  }

  /** Whoever types a command on this machine. */
  public static Actor shell() {
    return at("").as(System.getProperty("user.name", ""), SignInWay.COMMAND_LINE);
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

  /** The same, without where they were. */
  public Actor fromNowhere() {
    return new Actor(name, way, "", sub);
  }

  /** Whether they showed who they are. */
  public boolean isKnown() {
    return way != SignInWay.NOT_AT_ALL;
  }

  /** The same client, by another name. */
  public Actor as(String name, SignInWay way) {
    return new Actor(name, way, from, Optional.empty());
  }

  /** The same, whom the provider calls so; empty where none does. */
  public Actor called(String subject) {
    return new Actor(name, way, from, Optional.of(subject).filter(it -> !it.isEmpty()));
  }
}
