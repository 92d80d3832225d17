package signpost.search.gate;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.security.Principal;
import java.util.Optional;

/** Whoever a page is being made for. */
public final class Viewer {
  private static final String ATTRIBUTE = "signpost.viewer";
  private static final Principal OPS = () -> "ops";

  private Viewer() {}

  /** Whether the pages of ops would open for them. */
  public static boolean isOps() {
    return ServerRequestContext.currentRequest().flatMap(Viewer::of).isPresent();
  }

  static void letIn(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, OPS);
  }

  static Optional<Principal> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Principal.class);
  }
}
