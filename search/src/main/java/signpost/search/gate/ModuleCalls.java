package signpost.search.gate;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;

/** Tells ingest and the notifier that it is us. */
@ClientFilter("/**")
final class ModuleCalls {
  private final String token;

  ModuleCalls(@Value("${signpost.api.token:}") String token) {
    this.token = token;
  }

  @RequestFilter
  void introduce(MutableHttpRequest<?> call) {
    if (!token.isEmpty()) {
      call.bearerAuth(token);
    }
  }
}
