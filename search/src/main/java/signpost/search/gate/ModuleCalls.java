package signpost.search.gate;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.access.ApiDoor;

/**
 * Tells ingest and the notifier that it is us, and says once in the log who does not believe it.
 */
@ClientFilter("/**")
final class ModuleCalls {
  private static final Logger log = LoggerFactory.getLogger(ModuleCalls.class);

  private final String token;
  private final String ingest;
  private final Set<String> refusing = ConcurrentHashMap.newKeySet();

  ModuleCalls(
      @Value("${signpost.api.token:}") String token,
      @Value("${signpost.ingest.url}") String ingest) {
    this.token = token;
    this.ingest = ingest;
  }

  @RequestFilter
  void introduce(MutableHttpRequest<?> call) {
    if (!token.isEmpty()) {
      call.bearerAuth(token);
    }
  }

  /**
   * Hears how it went.
   *
   * @throws RefusedCallException where the door was shut: the others answer 403 at nothing else
   * @throws HttpStatusException where a reader gave us more than the others take: it is their
   *     mistake, as it would be ours to say that nobody answers
   */
  @ResponseFilter
  void hear(HttpRequest<?> call, @Nullable Throwable failure) {
    String module = module(call);
    if (failure instanceof HttpClientResponseException answer
        && answer.getStatus() == HttpStatus.FORBIDDEN) {
      if (refusing.add(module)) {
        log.error(
            "{} refuses search’s calls ({}). Give ingest, the notifier and search the same {} and"
                + " start them again",
            module,
            answer.getResponse().getBody(String.class).orElse("no reason given"),
            ApiDoor.TOKEN_KEY);
      }
      throw new RefusedCallException(module + " refuses search’s token", answer);
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

  private String module(HttpRequest<?> call) {
    return call.getUri().toString().startsWith(ingest) ? "Ingest" : "The notifier";
  }
}
