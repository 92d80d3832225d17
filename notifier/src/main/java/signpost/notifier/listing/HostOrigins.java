package signpost.notifier.listing;

/** The origin of a canonical URL: scheme, host and port. */
public final class HostOrigins {
  private HostOrigins() {}

  /** {@code https://host:port} of a canonical URL; an origin is its own. */
  public static String originOf(String url) {
    int start = url.indexOf("://") + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(0, end);
  }
}
