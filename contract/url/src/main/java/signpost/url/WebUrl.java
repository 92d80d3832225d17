package signpost.url;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A URL as browsers parse it; only parsing makes one, and {@link #href} gives it back.
 *
 * @see <a href="https://url.spec.whatwg.org/">WHATWG URL standard</a>
 */
public final class WebUrl {
  private final String scheme;
  private final String username;
  private final String password;
  private final @Nullable String host;
  private final int port;
  private final String path;
  private final boolean opaque;
  private final @Nullable String query;
  private final @Nullable String fragment;
  private final String href;

  WebUrl(UrlParts parts) {
    this.scheme = parts.scheme;
    this.username = parts.username.toString();
    this.password = parts.password.toString();
    this.host = parts.host;
    this.port = parts.port;
    this.path = parts.pathText();
    this.opaque = parts.opaque;
    this.query = parts.query;
    this.fragment = parts.fragment == null ? null : parts.fragment.toString();
    this.href = serialised();
  }

  /** The URL that stands in a text, or nothing if it is none. */
  public static Optional<WebUrl> parse(String text) {
    return UrlParser.parse(text, null);
  }

  /** The URL a reference means on a page at {@code base}. */
  public static Optional<WebUrl> parse(String text, WebUrl base) {
    return UrlParser.parse(text, base);
  }

  /** Why a text is no URL, as the end of a sentence; nothing if it is one. */
  public static Optional<String> problem(String text) {
    return UrlParser.problem(text);
  }

  /** For JSON, and for URLs written in code. */
  @JsonCreator
  public static WebUrl of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("Not a URL: " + problem(text).orElse("")));
  }

  /** Lower case, without the colon. */
  public String scheme() {
    return scheme;
  }

  public String username() {
    return username;
  }

  public String password() {
    return password;
  }

  /** In ASCII, lower case, IPv6 in brackets; empty where the URL has none. */
  public String host() {
    return host == null ? "" : host;
  }

  /** The host without "www." in front, by which sites are told apart. */
  public String bareHost() {
    return bare(host());
  }

  /** A host, with a port or a path behind it or not, without "www." in front. */
  public static String bare(String host) {
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  @Nullable String hostOrNull() {
    return host;
  }

  /** The port dialled: the written one, or the scheme's; −1 where there is none. */
  public int port() {
    return port >= 0 ? port : UrlParts.defaultPort(scheme);
  }

  int writtenPort() {
    return port;
  }

  /** Begins with a slash unless the URL is opaque, as {@code mailto:} is. */
  public String path() {
    return path;
  }

  boolean opaque() {
    return opaque;
  }

  List<String> segments() {
    return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1));
  }

  /** Without the question mark. */
  public Optional<String> query() {
    return Optional.ofNullable(query);
  }

  /** Without the hash. */
  public Optional<String> fragment() {
    return Optional.ofNullable(fragment);
  }

  /** http or https: what Signpost can visit. */
  public boolean web() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /** Whether a user name or password is written in it. */
  public boolean hasUserinfo() {
    return !username.isEmpty() || !password.isEmpty();
  }

  /** Scheme, host and port, the default port left out. */
  public String origin() {
    return scheme + "://" + authority();
  }

  /** Origin and path up to the last slash but a closing one; none for the root. */
  public Optional<String> directory() {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    int slash = bare.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(origin() + bare.substring(0, slash + 1));
  }

  /** Path and query as a request line carries them. */
  public String target() {
    return query == null ? path : path + "?" + query;
  }

  public WebUrl withoutFragment() {
    return fragment == null ? this : of(href.substring(0, href.indexOf('#')));
  }

  /** The URL a reference means on this page. */
  public Optional<WebUrl> resolve(String reference) {
    return parse(reference, this);
  }

  /** The whole URL as the standard serialises it. */
  @JsonValue
  public String href() {
    return href;
  }

  /** The host, and the port where it is not the scheme's own, as a Host header has them. */
  public String authority() {
    return port < 0 ? host() : host() + ":" + port;
  }

  private String serialised() {
    var out = new StringBuilder(scheme).append(':');
    if (host != null) {
      out.append("//");
      if (hasUserinfo()) {
        out.append(username).append(password.isEmpty() ? "" : ":").append(password).append('@');
      }
      out.append(authority());
    } else if (!opaque && path.startsWith("//")) {
      out.append("/.");
    }
    out.append(path);
    if (query != null) {
      out.append('?').append(query);
    }
    if (fragment != null) {
      out.append('#').append(fragment);
    }
    return out.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebUrl that && href.equals(that.href);
  }

  @Override
  public int hashCode() {
    return href.hashCode();
  }

  @Override
  public String toString() {
    return href;
  }
}
