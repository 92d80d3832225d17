package signpost.search.feed;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.feed.OwnerFeedApi.Feed;

/** An owner's own messages as a feed. Its address is the secret. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnerFeed {
  private final OwnerFeedApi notifier;
  private final Feeds feeds;

  OwnerFeed(OwnerFeedApi notifier, Feeds feeds) {
    this.notifier = notifier;
    this.feeds = feeds;
  }

  @Get("/yours/feed")
  HttpResponse<?> feed(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("t"));
    String token = SearchParameters.required(request.getParameters(), "t");
    Feed feed = ask(token);
    if (!feed.known()) {
      throw new NotFoundException("There is no feed at this address, or no longer.");
    }
    return FeedAnswer.of(request, feeds.own(feed))
        .header("cache-control", "private, no-cache")
        .header("x-robots-tag", "noindex");
  }

  private Feed ask(String token) {
    try {
      return notifier.feed(token);
    } catch (HttpClientException e) {
      throw new IllegalStateException("The notifier does not answer", e);
    }
  }
}
