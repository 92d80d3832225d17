package signpost.search.gate;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.context.ServerRequestContext;
import signpost.access.ApiDoor;

/** Tells ingest and the notifier that it is us, and for whom we ask. */
@ClientFilter("/**")
final class ModuleCalls {
  private final ClientAddress client;
  private final String token;

  ModuleCalls(ClientAddress client, @Value("${signpost.api.token:}") String token) {
    this.client = client;
    this.token = token;
  }

  @RequestFilter
  void introduce(MutableHttpRequest<?> call) {
    if (!token.isEmpty()) {
      call.bearerAuth(token);
    }
    ServerRequestContext.currentRequest()
        .map(client::of)
        .ifPresent(address -> call.header(ApiDoor.CLIENT_HEADER, address));
  }
}
