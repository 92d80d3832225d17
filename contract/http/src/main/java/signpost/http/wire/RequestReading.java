package signpost.http.wire;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reads no request for longer than {@code signpost.request-deadline}. */
@Singleton
final class RequestReading implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final NettyHttpServerConfiguration server;
  private final Duration deadline;

  RequestReading(
      NettyHttpServerConfiguration server,
      @Value("${signpost.request-deadline:20s}") Duration deadline) {
    this.server = server;
    this.deadline = deadline;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    StrictRequests.in(event.getBean(), server, deadline);
    return event.getBean();
  }
}
