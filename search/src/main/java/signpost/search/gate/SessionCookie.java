package signpost.search.gate;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * What browsers keep for us. Over https its name begins with {@code __Host-}, which browsers take
 * from this very host alone (RFC 6265bis). Lax, as whoever follows a link from a mail or comes back
 * from a provider stays signed in; forms of others are refused by their origin.
 */
@Singleton
public final class SessionCookie {
  private static final String SESSION = "signpost-session";

  private final SafeWay way;
  private final boolean secure;

  SessionCookie(SafeWay way) {
    this.way = way;
    this.secure = way.isEncrypted();
  }

  /** Whether a browser may keep one of whatever it asks now. */
  public boolean isSafe(HttpRequest<?> request) {
    return way.keeps(request);
  }

  /** What says who is signed in. */
  Optional<String> session(HttpRequest<?> request) {
    return read(request, SESSION);
  }

  /** Signs a browser in. */
  public <T> MutableHttpResponse<T> signIn(MutableHttpResponse<T> response, String token) {
    return response.cookie(cookie(SESSION, token));
  }

  /** Has a browser forget its session. */
  public <T> MutableHttpResponse<T> signOut(MutableHttpResponse<T> response) {
    return remove(response, SESSION);
  }

  /** What a cookie of ours says. */
  public Optional<String> read(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(named(name)).map(Cookie::getValue);
  }

  /** Has a browser keep something for a while. */
  public <T> MutableHttpResponse<T> keep(
      MutableHttpResponse<T> response, String name, String value, Duration length) {
    return response.cookie(cookie(name, value).maxAge(length));
  }

  /** Has a browser forget it. */
  public <T> MutableHttpResponse<T> remove(MutableHttpResponse<T> response, String name) {
    return response.cookie(cookie(name, "").maxAge(Duration.ZERO));
  }

  private Cookie cookie(String name, String value) {
    return Cookie.of(named(name), value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(SameSite.Lax);
  }

  private String named(String name) {
    return secure ? "__Host-" + name : name;
  }
}
