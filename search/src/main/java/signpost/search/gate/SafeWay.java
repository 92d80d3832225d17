package signpost.search.gate;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import signpost.http.access.ApiDoor;
import signpost.http.access.AskedHost;
import signpost.http.access.RequestOrigin;

/**
 * Whether others could read along. Over https nobody can, as far as whoever runs search says that
 * there is any; nor where a program on this machine asks this machine by its own name. A proxy that
 * nobody told us of hands on the name that its readers typed.
 */
@Singleton
public final class SafeWay {
  /** Why nobody signs in where others could read along. */
  public static final String NOT_SAFE =
      "Nobody can sign in at an address that begins with http, as others could read along. Whoever"
          + " runs Signpost has to set signpost.public-url to one that begins with https.";

  private final OpsAddress address;
  private final boolean encrypted;
  private final boolean proxied;
  private final boolean near;

  SafeWay(
      OpsAddress address,
      @Value("${signpost.public-url}") String publicUrl,
      @Value("${micronaut.server.ssl.enabled:false}") boolean tls,
      @Value("${signpost.behind-proxy:false}") boolean proxied,
      @Value("${micronaut.server.host:}") String host) {
    this.address = address;
    this.encrypted = tls || publicUrl.startsWith("https://");
    this.proxied = proxied;
    this.near = ApiDoor.isLoopback(host);
  }

  /** Whether browsers reach the public address over https. */
  boolean isEncrypted() {
    return encrypted;
  }

  /** Whether a browser may keep what signs it in, and send it with each request. */
  boolean keeps(HttpRequest<?> request) {
    return (encrypted && !address.received(request)) || isLocal(request);
  }

  /**
   * Whether a password or a token may come with a request: also over a network that whoever runs
   * search calls their own.
   */
  boolean carries(HttpRequest<?> request) {
    return proxied || keeps(request);
  }

  private boolean isLocal(HttpRequest<?> request) {
    return !proxied
        && (address.received(request) ? address.isLoopback() : near)
        && RequestOrigin.of(request.getHeaders()::get)
            .host()
            .filter(AskedHost::isLoopback)
            .isPresent();
  }
}
