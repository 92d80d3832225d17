package signpost.http.access;

import java.util.Optional;
import java.util.regex.Pattern;
import signpost.url.WebUrl;

/**
 * The host a request says it is for, as {@code Host} and {@code Origin} name it. A stranger's name
 * may have been made to lead to this machine; an address may not, nor a name of this machine.
 *
 * @param name in its canonical form, without a port
 * @param authority with the port, where one was given
 */
public record AskedHost(String name, String authority) {
  private static final Pattern AUTHORITY = Pattern.compile("[^/?#@\\\\\\s]+");
  private static final Pattern IPV4 = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

  /** Reads a {@code Host} header; nothing where it names no host. */
  public static Optional<AskedHost> of(String header) {
    return AUTHORITY.matcher(header).matches()
        ? WebUrl.parse("http://" + header + "/").map(AskedHost::of)
        : Optional.empty();
  }

  /** Reads an {@code Origin} header; nothing where it is {@code null} or no origin of the web. */
  public static Optional<AskedHost> ofOrigin(String header) {
    return WebUrl.parse(header).filter(WebUrl::web).map(AskedHost::of);
  }

  private static AskedHost of(WebUrl url) {
    return new AskedHost(url.host(), url.authority());
  }

  /** Whether it can only be this machine. */
  public boolean isLoopback() {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || (IPV4.matcher(name).matches() && name.startsWith("127."));
  }

  /** Whether it is an address and no name. */
  public boolean isLiteral() {
    return name.startsWith("[") || IPV4.matcher(name).matches();
  }
}
