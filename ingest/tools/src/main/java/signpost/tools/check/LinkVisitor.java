package signpost.tools.check;

import java.util.HashSet;
import java.util.Set;
import signpost.url.WebUrl;
import signpost.web.fetch.Cookies;

/** Somebody who follows the redirects of one link and keeps the cookies they set until its end. */
final class LinkVisitor {
  private final Cookies cookies = new Cookies();
  private final Set<String> asked = new HashSet<>();

  Cookies cookies() {
    return cookies;
  }

  /** Whether this address has not been asked for yet, or only with other cookies. */
  synchronized boolean asks(WebUrl url) {
    return asked.add(url.withoutFragment().href() + ' ' + cookies.header(url).orElse(""));
  }
}
