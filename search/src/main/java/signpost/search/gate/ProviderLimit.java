package signpost.search.gate;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import signpost.search.account.ProviderTries;

/** Bounds how often a client has the provider asked. */
@Singleton
public final class ProviderLimit {
  private final ProviderTries tries;
  private final ClientAddress clients;

  ProviderLimit(ProviderTries tries, ClientAddress clients) {
    this.tries = tries;
    this.clients = clients;
  }

  /** Counts one, unless whoever sends the request has to wait: so long. */
  public Optional<Duration> take(HttpRequest<?> request) {
    return tries.take(clients.of(request), clients.areAlike());
  }

  /** Takes it back: the provider vouched for somebody. */
  public void vouched(HttpRequest<?> request) {
    tries.vouched(clients.of(request));
  }
}
