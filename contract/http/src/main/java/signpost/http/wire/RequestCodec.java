package signpost.http.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Netty's codec for servers, with three rules more: a request is whole within a time, from its
 * first byte (or the connection's beginning) to its last; one that gives two lengths is none (RFC
 * 9112, 6.3: somebody before us may have believed the other); and whatever is accepted may be
 * something else (RFC 9110, 12.5.1), as of each address there is one form, and Micronaut would
 * answer 406 where a route does not name it.
 */
final class RequestCodec
    extends CombinedChannelDuplexHandler<HttpRequestDecoder, HttpResponseEncoder> {
  private final Duration deadline;

  /** What was asked and not yet answered: an answer to HEAD has no body whatever it says. */
  private final Queue<HttpMethod> asked = new ArrayDeque<>();

  RequestCodec(HttpDecoderConfig config, Duration deadline) {
    this.deadline = deadline;
    init(new StrictDecoder(config), new StrictEncoder());
  }

  private final class StrictDecoder extends HttpRequestDecoder {
    private @Nullable ScheduledFuture<?> end;

    StrictDecoder(HttpDecoderConfig config) {
      super(config);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      begin(context);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out)
        throws Exception {
      if (end == null && buffer.isReadable()) {
        begin(context);
      }
      int before = out.size();
      super.decode(context, buffer, out);
      for (Object part : out.subList(before, out.size())) {
        if (part instanceof HttpRequest request) {
          asked.add(request.method());
          acceptAnything(request);
        }
        if (part instanceof LastHttpContent) {
          stop();
        }
      }
    }

    /** Last of all, so that what is asked for first can still be told. */
    private static void acceptAnything(HttpRequest request) {
      if (request.headers().contains(HttpHeaderNames.ACCEPT)) {
        request.headers().add(HttpHeaderNames.ACCEPT, "*/*;q=0.1");
      }
    }

    private void begin(ChannelHandlerContext context) {
      end =
          context
              .executor()
              .schedule(() -> close(context), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void close(ChannelHandlerContext context) {
      ChannelFuture _ = context.close();
    }

    private void stop() {
      if (end != null) {
        end.cancel(false);
        end = null;
      }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
      stop();
      super.handlerRemoved0(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
      stop();
      super.channelInactive(context);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
      throw new IllegalArgumentException("a length beside Transfer-Encoding: chunked");
    }
  }

  private final class StrictEncoder extends HttpResponseEncoder {
    private @Nullable HttpMethod method;

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
      method = asked.poll();
      return HttpMethod.HEAD.equals(method) || super.isContentAlwaysEmpty(response);
    }

    @Override
    protected void sanitizeHeadersBeforeEncode(HttpResponse response, boolean alwaysEmpty) {
      boolean tunnel =
          !alwaysEmpty
              && HttpMethod.CONNECT.equals(method)
              && response.status().codeClass() == HttpStatusClass.SUCCESS;
      if (tunnel) {
        response.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
      } else {
        super.sanitizeHeadersBeforeEncode(response, alwaysEmpty);
      }
    }
  }
}
