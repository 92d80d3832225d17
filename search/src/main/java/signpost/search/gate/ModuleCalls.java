package signpost.search.gate;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.exceptions.HttpStatusException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.http.access.ApiDoor;
import signpost.http.access.ModuleSecret;
import signpost.search.index.StrangersText;

/**
 * Tells ingest and the notifier that it is us, and says once in the log who does not believe it.
 */
@ClientFilter("/**")
final class ModuleCalls {
  private static final Logger log = LoggerFactory.getLogger(ModuleCalls.class);

  private static final int LONGEST_REASON = 200;

  private final ModuleSecret secret;
  private final URI ingest;
  private final Set<String> refusing = ConcurrentHashMap.newKeySet();

  ModuleCalls(ModuleSecret secret, @Value("${signpost.ingest.url}") URI ingest) {
    this.secret = secret;
    this.ingest = ingest;
  }

  @RequestFilter
  void introduce(MutableHttpRequest<?> call) {
    secret.words().ifPresent(call::bearerAuth);
  }

  /**
   * Hears how it went.
   *
   * @throws RefusedCallException where the door was shut: the others answer 403 at nothing else,
   *     and a proxy before them may
   * @throws HttpStatusException where a reader gave us more than the others take: it is their
   *     mistake, as it would be ours to say that nobody answers
   */
  @ResponseFilter
  void hear(HttpRequest<?> call, @Nullable Throwable failure) {
    String module = module(call);
    if (failure instanceof HttpClientResponseException answer
        && answer.getStatus() == HttpStatus.FORBIDDEN) {
      RefusedCallException refusal = new RefusedCallException(module, reason(answer), answer);
      if (refusing.add(module)) {
        log.error(
            "{} Give ingest, the notifier and search the same {}, or let search reach the others as"
                + " localhost, and start them again",
            refusal.getMessage(),
            ApiDoor.TOKEN_KEY);
      }
      throw refusal;
    }
    if (failure instanceof HttpClientResponseException answer
        && answer.getStatus() == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
      throw new HttpStatusException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE, "longer than the other parts take");
    }
    if (failure == null) {
      refusing.remove(module);
    }
  }

  /** The door gives its reason as plain text; what else refuses may send a page. */
  private static String reason(HttpClientResponseException answer) {
    HttpResponse<?> response = answer.getResponse();
    return response
        .getContentType()
        .filter(MediaType.TEXT_PLAIN_TYPE::matches)
        .flatMap(_ -> response.getBody(String.class))
        .map(words -> StrangersText.brief(words, LONGEST_REASON))
        .orElse("It answers 403 and does not say why.");
  }

  private String module(HttpRequest<?> call) {
    URI asked = call.getUri();
    boolean isIngest =
        String.valueOf(ingest.getHost()).equalsIgnoreCase(asked.getHost())
            && port(ingest) == port(asked)
            && asked.getPath().startsWith(ingest.getPath());
    return isIngest ? "Ingest" : "The notifier";
  }

  private static int port(URI address) {
    boolean usual = address.getPort() < 0;
    return usual ? ("https".equals(address.getScheme()) ? 443 : 80) : address.getPort();
  }
}
