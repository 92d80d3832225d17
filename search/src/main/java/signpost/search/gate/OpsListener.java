package signpost.search.gate;

import io.micronaut.context.env.Environment;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import signpost.http.access.ApiDoor;
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
    if (!ops.hasPassword() && !ApiDoor.isLoopback(ops.host())) {
      throw new UnguardedAddress(
          "signpost.ops.host is %s, where others can reach it. Set signpost.ops.password too, or"
                  .formatted(ops.host())
              + " leave it at 127.0.0.1.");
    }
    requireCover(open);
    server.setListeners(
        List.of(
            open, NettyListenerConfiguration.createTcp(ops.host(), ops.port(), false, null, null)));
    return server;
  }

  /** What is said where others read along is theirs: passwords, sessions, tokens. */
  private void requireCover(NettyListenerConfiguration open) {
    boolean proxied = environment.getProperty("signpost.behind-proxy", Boolean.class).orElse(false);
    if (!proxied && !open.isSsl() && !ApiDoor.isLoopback(hostOf(open))) {
      throw new UnguardedAddress(
          ("Search would answer at %s without TLS, where others can read along. Let it"
                  + " listen at 127.0.0.1, or set signpost.behind-proxy to true where others come"
                  + " through a proxy that has TLS, or over a network of your own.")
              .formatted(hostOf(open).isEmpty() ? "every address" : hostOf(open)));
    }
    if (!proxied && !ApiDoor.isLoopback(ops.host())) {
      throw new UnguardedAddress(
          ("signpost.ops.host is %s, where others can read along, as that address has no TLS."
                  + " Leave it at 127.0.0.1 and sign in at the public address, or set"
                  + " signpost.behind-proxy to true where only your own network reaches it.")
              .formatted(ops.host()));
    }
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
