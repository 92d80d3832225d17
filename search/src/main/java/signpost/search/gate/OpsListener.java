package signpost.search.gate;

import io.micronaut.context.env.Environment;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import signpost.http.access.UnguardedAddress;

/** Has the server listen at the management address, beside the public one and apart from it. */
@Singleton
final class OpsListener implements BeanCreatedEventListener<NettyHttpServerConfiguration> {
  private static final int TLS_PORT = 8443;

  private final OpsConfig ops;
  private final Environment environment;

  OpsListener(OpsConfig ops, Environment environment) {
    this.ops = ops;
    this.environment = environment;
  }

  @Override
  public NettyHttpServerConfiguration onCreated(
      BeanCreatedEvent<NettyHttpServerConfiguration> event) {
    NettyHttpServerConfiguration server = event.getBean();
    NettyListenerConfiguration open = publicAddress(server);
    if (ops.port() == open.getPort() && ops.port() > 0) {
      throw new UnguardedAddress(
          "signpost.ops.port must not be the public port, %d: what ops see would be seen by all."
              .formatted(ops.port()));
    }
    requireCover(open);
    server.setListeners(
        List.of(
            open, NettyListenerConfiguration.createTcp(ops.host(), ops.port(), false, null, null)));
    return server;
  }

  private void requireCover(NettyListenerConfiguration open) {
    boolean proxied = environment.getProperty("signpost.behind-proxy", Boolean.class).orElse(false);
    new OpenAddresses(hostOf(open), open.isSsl(), ops.host(), ops.hasPassword(), proxied)
        .requireCover();
  }

  private static String hostOf(NettyListenerConfiguration open) {
    return open.getHost() == null ? "" : open.getHost();
  }

  /** As Micronaut would make it. */
  private NettyListenerConfiguration publicAddress(NettyHttpServerConfiguration server) {
    boolean tls =
        environment.getProperty("micronaut.server.ssl.enabled", Boolean.class).orElse(false);
    Optional<Integer> port =
        tls
            ? environment.getProperty("micronaut.server.ssl.port", Integer.class)
            : server.getPort();
    return NettyListenerConfiguration.createTcp(
        server.getHost().orElse(null), port.orElse(tls ? TLS_PORT : 8080), tls, null, null);
  }
}
