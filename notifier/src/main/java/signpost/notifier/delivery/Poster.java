package signpost.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import signpost.events.AddressGuard;
import signpost.events.IpRange;
import signpost.events.WebUrl;

/**
 * Posts signed words to strangers' machines: no redirect is followed, no address dialled that the
 * crawler would not dial, nothing waited for longer than the timeout, and no more read than a line.
 */
@Singleton
public final class Poster {
  private static final int MOST_READ = 1_024;

  private final AddressGuard guard;
  private final Duration timeout;
  private final InstantSource wall;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("webhook-deadline").daemon().factory());

  Poster(WebhookConfig config, @Named("wall") InstantSource wall) {
    this.guard =
        new AddressGuard(
            config.allow().stream().filter(it -> !it.isBlank()).map(IpRange::of).toList(),
            Set.of());
    this.timeout = config.timeout();
    this.wall = wall;
  }

  /** What the receiver said, or why it said nothing. */
  public sealed interface Posted {
    /** {@code body} is its beginning. */
    record Answered(int status, String body) implements Posted {}

    /** It may not be dialled: a matter of the address, not of the moment. */
    record NotAllowed(String reason) implements Posted {}

    /** Nothing came, or not in time. */
    record Unanswered(FailureReason reason, String detail) implements Posted {}
  }

  /** Posts a body under an id to an endpoint. */
  public Posted post(Endpoint endpoint, String id, String body) {
    Optional<WebUrl> url = WebUrl.parse(endpoint.url());
    Optional<String> refusal =
        url.isEmpty() ? Optional.of("it is no web address") : guard.refusal(url.get());
    if (refusal.isPresent()) {
      return new Posted.NotAllowed(refusal.get());
    }
    HttpPost post = request(endpoint, id, body);
    Future<?> deadline = deadlines.schedule(post::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try (CloseableHttpClient client = client(url.get().port())) {
      return client.execute(post, Poster::answered);
    } catch (GuardedNames.RefusedAddress e) {
      return new Posted.NotAllowed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return unanswered(e, post.isAborted());
    } finally {
      deadline.cancel(false);
    }
  }

  private HttpPost request(Endpoint endpoint, String id, String body) {
    long timestamp = wall.instant().getEpochSecond();
    HttpPost post = new HttpPost(endpoint.url());
    post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    post.setHeader("User-Agent", "Signpost-Webhook/1.0");
    post.setHeader("webhook-id", id);
    post.setHeader("webhook-timestamp", Long.toString(timestamp));
    post.setHeader("webhook-signature", Signature.of(endpoint.secret(), id, timestamp, body));
    return post;
  }

  private CloseableHttpClient client(int port) {
    Timeout limit = Timeout.of(timeout);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedNames(guard, port))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(limit).build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  private static Posted answered(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new Posted.Answered(response.getCode(), "");
    }
    try (InputStream in = entity.getContent()) {
      String beginning = new String(in.readNBytes(MOST_READ), UTF_8);
      return new Posted.Answered(response.getCode(), beginning);
    }
  }

  private static Posted unanswered(IOException e, boolean aborted) {
    String detail = String.valueOf(e.getMessage());
    boolean late = aborted || e instanceof SocketTimeoutException;
    boolean unknown = e instanceof UnknownHostException;
    return new Posted.Unanswered(
        late ? FailureReason.TIMED_OUT : FailureReason.UNREACHABLE,
        unknown ? "no such name: " + detail : detail);
  }

  @PreDestroy
  void close() {
    deadlines.shutdownNow();
  }
}
