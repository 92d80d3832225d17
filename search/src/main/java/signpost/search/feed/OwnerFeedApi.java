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
  FeedReply feed(@QueryValue String token);

  @Serdeable
  record FeedReply(boolean known, List<OwnerFeedEntry> entries) {}

  @Serdeable
  record OwnerFeedEntry(String id, String subject, String text, Instant at) {}
}
