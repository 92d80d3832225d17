package signpost.search.gate;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.http.access.AskedHost;
import signpost.http.access.RequestOrigin;

/** Which names are ours, and whether a form was sent from one of our own pages. */
@Singleton
final class KnownSites {
  private final Optional<AskedHost> site;
  private final Optional<AskedHost> ops;
  private final String opsHost;

  KnownSites(@Value("${signpost.public-url}") String publicUrl, OpsConfig config) {
    this.site = AskedHost.ofOrigin(publicUrl);
    this.ops = AskedHost.ofOrigin(config.url());
    this.opsHost = config.host();
  }

  /** Whether the management address goes by this name: no stranger's name leads to it. */
  boolean isManagement(RequestOrigin asker) {
    return asker
        .host()
        .filter(host ->
            host.isLoopback()
                || host.isLiteral()
                || host.name().equalsIgnoreCase(opsHost)
                || is(ops, host.name()))
        .isPresent();
  }

  /**
   * Whether a form of ops came from our page. A browser signs ops in by itself, wherever the form
   * was: so the page must be of this very address, or of the one that we are told is ours.
   */
  boolean sentByOps(RequestOrigin asker) {
    if (asker.isOtherSite()) {
      return false;
    }
    Optional<AskedHost> from = asker.origin().flatMap(AskedHost::ofOrigin);
    return asker.isSameOrigin()
        || from.filter(page -> from.equals(asker.host()) || from.equals(site) || from.equals(ops))
            .isPresent();
  }

  /**
   * Whether a form that anybody may send came from one of our pages. Behind a proxy {@code Host}
   * may be anything, so it counts only while nobody has told us our name.
   */
  boolean sentByAnybody(RequestOrigin asker) {
    if (asker.isSameOrigin()) {
      return true;
    }
    boolean named = site.filter(it -> !it.isLoopback()).isPresent();
    Optional<AskedHost> from = asker.origin().flatMap(AskedHost::ofOrigin);
    return !asker.fetchSite().filter("cross-site"::equals).isPresent()
        && from.filter(page ->
                page.isLoopback() || is(site, page.name()) || (!named && from.equals(asker.host())))
            .isPresent();
  }

  /**
   * Whether a program may have sent it, or a page of ours or of this machine: a browser names the
   * page that sends something, and {@code Host} proves nothing, as any name may lead here.
   */
  boolean calledByProgram(RequestOrigin asker) {
    return asker.origin().isEmpty()
        || asker
            .origin()
            .flatMap(AskedHost::ofOrigin)
            .filter(page -> page.isLoopback() || is(site, page.name()))
            .isPresent();
  }

  private static boolean is(Optional<AskedHost> known, String name) {
    return known.filter(it -> it.name().equals(name)).isPresent();
  }
}
