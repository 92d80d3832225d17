package signpost.web.extract;

import java.util.Optional;
import signpost.url.WebUrl;

/**
 * What the links of a page are relative to.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/semantics.html#set-the-frozen-base-url">HTML</a>
 */
public final class PageBase {
  private PageBase() {}

  /** {@code stated}: the address of the first {@code base} that has one, as written. */
  public static WebUrl of(Optional<String> stated, WebUrl page) {
    return stated
        .flatMap(page::resolve)
        .filter(base -> !base.scheme().equals("data") && !base.scheme().equals("javascript"))
        .orElse(page);
  }
}
