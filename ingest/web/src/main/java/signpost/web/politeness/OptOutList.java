package signpost.web.politeness;

import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;

/** The sites, and parts of sites, whose publishers asked to be left alone. */
public final class OptOutList {
  private final List<OptOut> all;

  private OptOutList(List<OptOut> all) {
    this.all = List.copyOf(all);
  }

  /** One of them: a host with all below it, and what its addresses begin with. */
  private record OptOut(String written, String host, String path) {
    private static OptOut of(String written) {
      String bare = written.replaceFirst("^https?://", "");
      return WebUrl.parse("http://" + bare)
          .filter(it -> !it.host().isEmpty() && bare.matches("[^/@:?#*]+(/.*)?"))
          .map(it -> new OptOut(written, withoutRoot(it.host()), it.target()))
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "“%s” is no host, such as example.org or example.org/news".formatted(written)));
    }

    private boolean covers(WebUrl url) {
      String name = withoutRoot(url.host());
      return (name.equals(host) || name.endsWith("." + host)) && url.target().startsWith(path);
    }

    /** A name with the root's dot behind it is the same name (RFC 1034 §3.1). */
    private static String withoutRoot(String host) {
      return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
  }

  /**
   * Reads them as a configuration has them: {@code example.org} is that host and all below it,
   * {@code example.org/news} what begins so there.
   *
   * @throws IllegalArgumentException naming what is no host
   */
  public static OptOutList of(List<String> written) {
    return new OptOutList(
        written.stream().map(String::strip).filter(it -> !it.isEmpty()).map(OptOut::of).toList());
  }

  /** What was written of an address's publisher, who asked to be left alone; empty if none did. */
  public Optional<String> covering(WebUrl url) {
    return all.stream().filter(it -> it.covers(url)).findFirst().map(OptOut::written);
  }
}
