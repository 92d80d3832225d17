package signpost.search.gate;

import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;
import signpost.search.account.Role;

/** Whoever a page is being made for. */
public final class PageViewer {
  private PageViewer() {}

  /** Whether the pages of ops would open for them. */
  public static boolean isOps() {
    return is(Role.OPERATOR);
  }

  /** Whether they are that, or more. */
  public static boolean is(Role role) {
    return visitor().filter(it -> it.is(role)).isPresent();
  }

  /** Their name, where they are signed in and can sign out again. */
  public static Optional<String> signedIn() {
    return visitor().filter(it -> it.session().isPresent()).map(it -> it.actor().name());
  }

  /** Whether they are signed in at an address of their own, and so may have a page of their own. */
  public static boolean hasAddress() {
    return visitor().flatMap(Visitor::address).isPresent();
  }

  private static Optional<Visitor> visitor() {
    return ServerRequestContext.currentRequest().flatMap(Visitor::of);
  }
}
