package signpost.notifier.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import signpost.record.tls.PemFiles;

/** Tokens by which we sign in at the mail server (RFC 6750). */
sealed interface AccessTokens {
  /**
   * One that is good now.
   *
   * @throws UnavailableToken if there is none to be had
   */
  String token();

  /** The token that was given last lets nobody in: none that was kept is given again. */
  void refused();

  /** No token could be had; the message says why and names the key. */
  final class UnavailableToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnavailableToken(String message) {
      super(message);
    }
  }

  /** As is configured, if at all. */
  static Optional<AccessTokens> of(SmtpConfig smtp) {
    return smtp.tokenUrl()
        .<AccessTokens>map(url -> new AskedTokens(smtp, url))
        .or(() -> smtp.tokenFile().map(FiledTokens::new));
  }

  /** Somebody else keeps a good one in a file. */
  record FiledTokens(Path file) implements AccessTokens {
    @Override
    public String token() {
      try {
        String token = Files.readString(file).strip();
        if (token.isEmpty() || token.lines().count() > 1) {
          throw new UnavailableToken("signpost.smtp.token-file: one token must stand in " + file);
        }
        return token;
      } catch (IOException e) {
        throw new UnavailableToken("signpost.smtp.token-file cannot be read: " + e);
      }
    }

    @Override
    public void refused() {
      // It is read anew each time.
    }
  }

  /**
   * Asked of an authorisation server as a client of it (RFC 6749, section 4.4), and used until
   * shortly before its end or until it is refused. The whole answer must come in 10 s, and in the
   * time of a mail if that is shorter.
   */
  final class AskedTokens implements AccessTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration SPARE = Duration.ofMinutes(1);
    private static final int MOST_BYTES = 1 << 20;

    private final SmtpConfig smtp;
    private final URI url;
    private final Duration limit;
    private String kept = "";
    private long endsAt;

    AskedTokens(SmtpConfig smtp, URI url) {
      this.smtp = smtp;
      this.url = url;
      this.limit = smtp.timeout().compareTo(WITHIN) < 0 ? smtp.timeout() : WITHIN;
    }

    @Override
    public synchronized String token() {
      if (kept.isEmpty() || System.nanoTime() - endsAt >= 0) {
        JsonNode answer = asked();
        kept = answer.path("access_token").asText();
        Duration good = Duration.ofSeconds(answer.path("expires_in").asLong());
        endsAt = System.nanoTime() + good.minus(SPARE).toNanos();
      }
      return kept;
    }

    @Override
    public synchronized void refused() {
      kept = "";
    }

    private JsonNode asked() {
      HttpResponse<String> response = answer();
      JsonNode said = read(response.body());
      if (response.statusCode() != 200 || said.path("access_token").asText().isEmpty()) {
        throw new UnavailableToken(
            "signpost.smtp.token-url gives no token: it answered %d %s. See"
                    .formatted(response.statusCode(), said.path("error").asText())
                + " signpost.smtp.client-id, signpost.smtp.client-secret and signpost.smtp.scope");
      }
      return said;
    }

    private HttpResponse<String> answer() {
      HttpClient client =
          HttpClient.newBuilder()
              .sslContext(PemFiles.context(SmtpConfig.PREFIX + ".trust", smtp.trust()))
              .build();
      try {
        return client
            .sendAsync(request(), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES))
            .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw unanswered(String.valueOf(e.getCause()));
      } catch (TimeoutException _) {
        throw unanswered("its answer had not come after " + limit.toMillis() + " ms");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UnavailableToken("interrupted while a token was asked for");
      } finally {
        client.shutdownNow();
      }
    }

    private static UnavailableToken unanswered(String why) {
      return new UnavailableToken("signpost.smtp.token-url does not answer with a token: " + why);
    }

    private HttpRequest request() {
      Map<String, String> form =
          Map.of(
              "grant_type", "client_credentials",
              "client_id", smtp.clientId(),
              "client_secret", smtp.clientSecret(),
              "scope", smtp.scope());
      String body =
          form.entrySet().stream()
              .filter(it -> !it.getValue().isEmpty())
              .map(it ->
                  it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return HttpRequest.newBuilder(url)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .header("Accept", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body))
          .build();
    }

    private static JsonNode read(String body) {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        return JSON.createObjectNode();
      }
    }
  }
}
