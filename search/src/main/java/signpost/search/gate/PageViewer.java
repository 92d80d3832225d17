package signpost.search.gate;

import io.micronaut.http.context.ServerRequestContext;
import signpost.http.access.CallerAccess;

/** Whoever a page is being made for. */
public final class PageViewer {
  private PageViewer() {}

  /** Whether the pages of ops would open for them. */
  public static boolean isOps() {
    return ServerRequestContext.currentRequest().filter(CallerAccess::isLetIn).isPresent();
  }
}
