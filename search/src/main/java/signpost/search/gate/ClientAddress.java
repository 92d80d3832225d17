package signpost.search.gate;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.audit.ClientNetwork;
import signpost.url.IpRange;

/**
 * Tells who counts as one client, for limits: an IPv4 address, or the 64 bits of an IPv6 address
 * that one household has. {@code X-Forwarded-For} counts only as far as proxies wrote it that
 * {@code signpost.trusted-proxies} names.
 */
@Context
public final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  /** What ops are told where all clients look alike. */
  public static final String ALIKE =
      "signpost.trusted-proxies names no proxy, though one stands before search: all clients look"
          + " like one, so one that guesses passwords makes all others wait, and the log says of"
          + " nobody where they were. Set it to the proxy's address, such as 127.0.0.1.";

  private static final Logger log = LoggerFactory.getLogger(ClientAddress.class);

  private final List<IpRange> trusted;
  private final boolean alike;

  ClientAddress(
      @Value("${signpost.trusted-proxies:}") List<String> trusted,
      @Value("${signpost.public-url:}") String publicUrl,
      @Value("${micronaut.server.ssl.enabled:false}") boolean tls,
      @Value("${signpost.behind-proxy:false}") boolean proxied) {
    this.trusted = trusted.stream().filter(it -> !it.isBlank()).map(ClientAddress::range).toList();
    this.alike = areAlike(!this.trusted.isEmpty(), publicUrl, tls, proxied);
    if (alike) {
      log.warn("{}", ALIKE);
    }
  }

  /**
   * Whether all clients look alike: a proxy stands before search, and none is named.
   *
   * @param named whether {@code signpost.trusted-proxies} names any
   * @param tls whether search has TLS itself
   * @param proxied {@code signpost.behind-proxy}
   */
  public static boolean areAlike(boolean named, String publicUrl, boolean tls, boolean proxied) {
    return !named && (proxied || (!tls && publicUrl.startsWith("https://")));
  }

  /** Whether all clients look alike here. */
  public boolean areAlike() {
    return alike;
  }

  /** The client behind a request. */
  public String of(HttpRequest<?> request) {
    return Optional.ofNullable(request.getRemoteAddress().getAddress())
        .map(peer -> of(peer, request.getHeaders().getAll("x-forwarded-for")))
        .orElse("");
  }

  /** The last address that no trusted proxy has. What stands before it anybody may have written. */
  String of(InetAddress peer, List<String> forwardedFor) {
    List<String> path = new ArrayList<>();
    forwardedFor.forEach(header -> path.addAll(Arrays.asList(header.split(",", -1))));
    InetAddress client = peer;
    for (String before : path.reversed()) {
      Optional<InetAddress> next = address(before.strip());
      if (next.isEmpty() || !isTrusted(client)) {
        break;
      }
      client = next.get();
    }
    return text(client);
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String text(InetAddress address) {
    return address instanceof Inet6Address
        ? ClientNetwork.of(address, NETWORK_BYTES)
        : address.getHostAddress();
  }

  private static IpRange range(String text) {
    boolean whole = !text.contains("/");
    try {
      return IpRange.of(text + (whole ? (text.contains(":") ? "/128" : "/32") : ""));
    } catch (IllegalArgumentException _) {
      throw new ConfigurationException(
          "signpost.trusted-proxies: “%s” is no address or range such as 10.0.0.0/8"
              .formatted(text));
    }
  }
}
