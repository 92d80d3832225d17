package signpost.record.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import signpost.record.tls.PemFiles;

/** What an address answers by which others reach us. */
public sealed interface WebAnswer {

  /**
   * An answer, with the beginning of its body, the time it is there (a whole second), and when the
   * certificate ends that it came with.
   */
  record Answered(
      URI at, int status, String body, Optional<Instant> date, Optional<Instant> certificateEndsAt)
      implements WebAnswer {

    /** Whether it is Signpost that answers: search says of itself in JSON whether it is well. */
    public boolean isSignpost() {
      return body.contains("\"status\"") && (status == 200 || status == 503);
    }
  }

  /** None came. */
  record Unreachable(Throwable why) implements WebAnswer {}

  /** Search says less of itself; whoever says more is not it. */
  int MOST_BYTES = 64 << 10;

  /** Where search says at an address whether it is well. */
  static URI health(URI publicUrl) {
    return URI.create(publicUrl.toString().replaceFirst("/+$", "") + "/health");
  }

  /** Asks as a browser would that knows the usual authorities. */
  static WebAnswer of(URI url, Duration within, int bytes) throws InterruptedException {
    return of(url, PemFiles.context("", Optional.empty()), within, bytes);
  }

  /**
   * Asks, and follows where it is sent.
   *
   * @param tls says whose certificates are believed
   * @param within at most so long for each connection and each answer's head, and twice as long for
   *     all of it
   * @param bytes of the body, at most {@link #MOST_BYTES}; 0 waits for none of it
   */
  static WebAnswer of(URI url, SSLContext tls, Duration within, int bytes)
      throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(within).GET().build();
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(within)
            .sslContext(tls)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    FutureTask<WebAnswer> asked = new FutureTask<>(() -> of(client, request, bytes));
    Thread.ofVirtual().name("web-answer").start(asked);
    try {
      return asked.get(2 * within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new Unreachable(new HttpTimeoutException("the answer does not come to its end"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking fails otherwise than by the web", e);
    } finally {
      asked.cancel(true);
      client.shutdownNow();
    }
  }

  private static WebAnswer of(HttpClient client, HttpRequest request, int bytes)
      throws InterruptedException {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return of(response, new String(body.readNBytes(bytes), UTF_8));
      }
    } catch (IOException e) {
      return new Unreachable(e);
    }
  }

  private static Answered of(HttpResponse<?> response, String body) {
    return new Answered(
        response.uri(),
        response.statusCode(),
        body,
        response.headers().firstValue("Date").flatMap(WebAnswer::date),
        response.sslSession().flatMap(WebAnswer::endsAt));
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> endsAt(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate own
          ? Optional.of(own.getNotAfter().toInstant())
          : Optional.empty();
    } catch (SSLPeerUnverifiedException _) {
      return Optional.empty();
    }
  }
}
