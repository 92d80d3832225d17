package signpost.http.wire;

import static io.micronaut.http.netty.channel.ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;

import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Has a Micronaut server read each request whole within a time, and none of two lengths. */
public final class StrictRequests implements NettyServerCustomizer {
  private final NettyHttpServerConfiguration server;
  private final Duration deadline;
  private final @Nullable Channel channel;

  private StrictRequests(
      NettyHttpServerConfiguration server, Duration deadline, @Nullable Channel channel) {
    this.server = server;
    this.deadline = deadline;
    this.channel = channel;
  }

  /** Has all of a server's requests read like this. */
  public static void in(
      NettyServerCustomizer.Registry registry,
      NettyHttpServerConfiguration server,
      Duration deadline) {
    registry.register(new StrictRequests(server, deadline, null));
  }

  @Override
  public NettyServerCustomizer specializeForChannel(Channel connection, ChannelRole role) {
    return new StrictRequests(server, deadline, connection);
  }

  @Override
  public void onStreamPipelineBuilt() {
    if (channel != null && channel.pipeline().get(HANDLER_HTTP_SERVER_CODEC) != null) {
      RequestCodec codec = new RequestCodec(limits(), deadline);
      channel.pipeline().replace(HANDLER_HTTP_SERVER_CODEC, HANDLER_HTTP_SERVER_CODEC, codec);
    }
  }

  private HttpDecoderConfig limits() {
    return new HttpDecoderConfig()
        .setMaxInitialLineLength(server.getMaxInitialLineLength())
        .setMaxHeaderSize(server.getMaxHeaderSize())
        .setMaxChunkSize(server.getMaxChunkSize())
        .setInitialBufferSize(server.getInitialBufferSize());
  }
}
