package signpost.search.gate;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.URI;
import signpost.http.access.ApiDoor;

/**
 * The management address as it was opened. A request is known by the socket it came in at, which no
 * header can claim and no proxy can lend.
 */
@Singleton
public final class OpsAddress implements ApplicationEventListener<ServerStartupEvent> {
  private static final int NOT_OPEN = 0;

  private final OpsConfig config;
  private volatile int port = NOT_OPEN;

  OpsAddress(OpsConfig config) {
    this.config = config;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    if (event.getSource() instanceof NettyEmbeddedServer server) {
      int open = server.getPort();
      port = server.getBoundPorts().stream().filter(it -> it != open).findFirst().orElse(NOT_OPEN);
    }
  }

  /** Where ops reach their pages: as configured, else the address itself. */
  public URI uri() {
    return URI.create(
        config.url().isEmpty()
            ? "http://" + bracketed(config.host()) + ":" + port
            : config.url().replaceFirst("/+$", ""));
  }

  boolean received(HttpRequest<?> request) {
    return request.getServerAddress().getPort() == port;
  }

  /** Whether only this machine reaches it. */
  boolean isLoopback() {
    return ApiDoor.isLoopback(config.host());
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
