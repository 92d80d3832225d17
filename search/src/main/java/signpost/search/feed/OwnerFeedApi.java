package signpost.search.feed;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** An owner's messages, which the notifier has. */
@Client("notifier")
interface OwnerFeedApi {

  @Get("/api/feed")
  Feed feed(@QueryValue String token);

  @Serdeable
  record Feed(boolean known, List<Entry> entries) {}

  @Serdeable
  record Entry(String id, String subject, String text, Instant at) {}
}
