package signpost.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import signpost.url.AddressGuard;
import signpost.url.IpRange;
import signpost.url.WebUrl;

/**
 * Posts signed words to strangers' machines: no redirect is followed, no address dialled that the
 * crawler would not dial, nothing waited for longer than the timeout, and no more read than a line.
 */
@Singleton
public final class WebhookPoster {
  private static final int MOST_READ = 1_024;
  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(8_192)
          .setMaxHeaderCount(100)
          .setMaxEmptyLineCount(1)
          .build();

  private final AddressGuard guard;
  private final WebhookDialler dialler;
  private final Duration timeout;
  private final InstantSource wall;

  WebhookPoster(WebhookConfig config, @Named("wall") InstantSource wall) {
    this.guard =
        new AddressGuard(
            config.allow().stream().filter(it -> !it.isBlank()).map(IpRange::of).toList(),
            Set.of());
    this.dialler = new WebhookDialler(new GuardedNames(guard));
    this.timeout = config.timeout();
    this.wall = wall;
  }

  /** What the receiver said, or why it said nothing. */
  public sealed interface PostOutcome {
    /** {@code body} is its beginning. */
    record PostAnswered(int status, String body) implements PostOutcome {}

    /** It may not be dialled: a matter of the address, not of the moment. */
    record NotAllowed(String reason) implements PostOutcome {}

    /** Nothing came, or not in time. */
    record PostUnanswered(FailureReason reason, String detail) implements PostOutcome {}
  }

  /** Posts a body under an id to an endpoint. */
  public PostOutcome post(WebhookEndpoint endpoint, String id, String body)
      throws InterruptedException {
    Optional<WebUrl> url = WebUrl.parse(endpoint.url());
    Optional<String> refusal =
        url.isEmpty() ? Optional.of("it is no web address") : guard.refusal(url.get());
    if (refusal.isPresent()) {
      return new PostOutcome.NotAllowed(refusal.get());
    }
    BasicClassicHttpRequest request = request(url.get(), body);
    sign(request, endpoint.secret(), id, body);
    return TimedExchange.within(timeout, () -> exchange(url.get(), request))
        .orElseGet(() ->
            new PostOutcome.PostUnanswered(
                FailureReason.TIMED_OUT, "no answer within " + timeout.toSeconds() + " s"));
  }

  private PostOutcome exchange(WebUrl url, BasicClassicHttpRequest request) {
    try (HttpClientConnection connection = connection(url)) {
      // Not closed by itself, which would read to the end of an answer that may have none.
      ClassicHttpResponse response =
          new HttpRequestExecutor().execute(request, connection, HttpCoreContext.create());
      return new PostOutcome.PostAnswered(response.getCode(), beginning(response));
    } catch (GuardedNames.RefusedAddress e) {
      return new PostOutcome.NotAllowed(String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      return unreachable("no such name: " + e.getMessage());
    } catch (IOException e) {
      return unreachable(String.valueOf(e.getMessage()));
    } catch (HttpException | RuntimeException e) {
      return unreachable("what it said is no HTTP: " + e.getMessage());
    }
  }

  private static PostOutcome unreachable(String detail) {
    return new PostOutcome.PostUnanswered(FailureReason.UNREACHABLE, detail);
  }

  private HttpClientConnection connection(WebUrl url) throws IOException {
    return DefaultBHttpClientConnectionFactory.builder()
        .http1Config(LIMITS)
        .responseParserFactory(new DefaultHttpResponseParserFactory(LIMITS))
        .build()
        .createConnection(dialler.dial(url));
  }

  private static BasicClassicHttpRequest request(WebUrl url, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    BasicClassicHttpRequest request =
        new BasicClassicHttpRequest("POST", url.scheme(), null, url.target());
    request.setHeader("Host", url.authority());
    request.setHeader("Content-Length", Integer.toString(bytes.length));
    request.setHeader("Content-Type", "application/json; charset=UTF-8");
    request.setHeader("User-Agent", "Signpost-Webhook/1.0");
    request.setHeader("Connection", "close");
    request.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON));
    return request;
  }

  private void sign(BasicClassicHttpRequest request, String secret, String id, String body) {
    long timestamp = wall.instant().getEpochSecond();
    request.setHeader("webhook-id", id);
    request.setHeader("webhook-timestamp", Long.toString(timestamp));
    request.setHeader("webhook-signature", WebhookSignature.of(secret, id, timestamp, body));
  }

  /** What follows is left: the connection is closed and serves nobody again. */
  private static String beginning(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    InputStream content = entity == null ? null : entity.getContent();
    return content == null ? "" : new String(content.readNBytes(MOST_READ), UTF_8);
  }
}
