package signpost.search.pages;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;

/** What the notifier says of itself. */
@Client("${signpost.notifier.url}")
interface NotifierApi {

  @Get("/api/status")
  Status status();

  @Serdeable
  record Status(String telling) {}
}
