package signpost.search.feed;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.feed.OwnerFeedApi.FeedReply;
import signpost.search.gate.RefusedCallException;
import signpost.search.gate.Revalidation;

/** An owner's own messages as a feed. Its address is the secret. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnerFeed {
  private static final Logger log = LoggerFactory.getLogger(OwnerFeed.class);

  private final OwnerFeedApi notifier;
  private final FeedMaker feeds;

  OwnerFeed(OwnerFeedApi notifier, FeedMaker feeds) {
    this.notifier = notifier;
    this.feeds = feeds;
  }

  @Get("/yours/feed")
  HttpResponse<?> feed(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("t"));
    String token = SearchParameters.required(request.getParameters(), "t");
    try {
      return told(request, notifier.feed(token));
    } catch (RefusedCallException _) { // It is in the log.
      return none(RefusedCallException.FOR_READERS);
    } catch (HttpClientException e) {
      log.warn("The notifier gave no feed: {}", e.getMessage());
      return none("Try again in a few minutes.").header("retry-after", "300");
    }
  }

  private static MutableHttpResponse<?> none(String why) {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(MediaType.TEXT_PLAIN_TYPE)
        .body("What you were told cannot be read at the moment. " + why);
  }

  private HttpResponse<?> told(HttpRequest<?> request, FeedReply feed) {
    if (!feed.known()) {
      throw new NotFoundException("There is no feed at this address, or no longer.");
    }
    WebFeed own = feeds.own(feed);
    String written = AtomXml.of(own);
    MutableHttpResponse<String> answer =
        FeedAnswer.of(own, FeedForm.ATOM, written)
            .header("cache-control", "private, no-cache")
            .header("x-robots-tag", "noindex");
    Revalidation.of(request, answer, written.getBytes(StandardCharsets.UTF_8));
    return answer;
  }
}
