package signpost.web.fetch;

import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieOrigin;
import org.apache.hc.client5.http.cookie.CookieSpec;
import org.apache.hc.client5.http.cookie.MalformedCookieException;
import org.apache.hc.client5.http.impl.cookie.RFC6265CookieSpecFactory;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import signpost.url.WebUrl;

/**
 * The cookies of one visit: what a redirect sets is sent along where the cookie's own rules allow,
 * and forgotten when the visit ends.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265">RFC 6265</a>
 */
public final class Cookies {
  private static final int MOST = 50;
  private static final int LONGEST = 4_096;
  private static final String SET = "set-cookie";

  private final BasicCookieStore store = new BasicCookieStore();

  /** Made when the first cookie is set: the list of public suffixes is long. */
  private static final class CookieRules {
    private static final CookieSpec SPEC =
        new RFC6265CookieSpecFactory(
                RFC6265CookieSpecFactory.CompatibilityLevel.RELAXED,
                PublicSuffixMatcherLoader.getDefault())
            .create(HttpCoreContext.create());
  }

  /** Whether an answer sets any. */
  public static boolean setBy(Headers answer) {
    return answer.first(SET).isPresent();
  }

  /** Keeps what an answer sets, as far as that host may. */
  public void keep(WebUrl from, Headers answer) {
    for (String value : answer.all(SET)) {
      if (value.length() <= LONGEST && store.getCookies().size() < MOST) {
        keep(origin(from), value);
      }
    }
  }

  private void keep(CookieOrigin origin, String value) {
    try {
      for (Cookie cookie : CookieRules.SPEC.parse(new BasicHeader("Set-Cookie", value), origin)) {
        CookieRules.SPEC.validate(cookie, origin);
        store.addCookie(cookie);
      }
    } catch (MalformedCookieException _) {
      // A browser would not keep it either.
    }
  }

  /** What is sent to an address; nothing where none of them is for it. */
  public Optional<String> header(WebUrl to) {
    if (store.getCookies().isEmpty()) {
      return Optional.empty();
    }
    List<Cookie> sent =
        store.getCookies().stream().filter(it -> CookieRules.SPEC.match(it, origin(to))).toList();
    return sent.isEmpty()
        ? Optional.empty()
        : Optional.of(CookieRules.SPEC.formatCookies(sent).getFirst().getValue());
  }

  private static CookieOrigin origin(WebUrl url) {
    return new CookieOrigin(url.host(), url.port(), url.path(), url.scheme().equals("https"));
  }
}
