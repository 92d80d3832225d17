package signpost.notifier.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import signpost.http.access.ApiDoor;
import signpost.http.access.ModuleSecret;
import signpost.http.access.RequestOrigin;
import signpost.notifier.desk.AnswerSheet;
import signpost.notifier.desk.MessageFeed;
import signpost.notifier.desk.OwnerPage;
import signpost.notifier.desk.VouchedReaders;
import signpost.notifier.desk.WebhookDesk;
import signpost.notifier.token.LinkTokens;

/** Somebody's own page, wishes, webhook and feed; all by signed link. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnController {
  private static final String NOT_SEARCH =
      "Whose address search vouches for is heard from search alone, which shows it by "
          + ApiDoor.TOKEN_KEY
          + ".";

  private final OwnerPage own;
  private final AnswerSheet sheet;
  private final WebhookDesk webhooks;
  private final MessageFeed feed;
  private final VouchedReaders vouched;
  private final ModuleSecret modules;
  private final LinkTokens tokens;

  OwnController(
      OwnerPage own,
      AnswerSheet sheet,
      WebhookDesk webhooks,
      MessageFeed feed,
      VouchedReaders vouched,
      ModuleSecret modules,
      LinkTokens tokens) {
    this.tokens = tokens;
    this.vouched = vouched;
    this.modules = modules;
    this.own = own;
    this.sheet = sheet;
    this.webhooks = webhooks;
    this.feed = feed;
  }

  @Get("/own")
  OwnLine own(@QueryValue(defaultValue = "") String token) {
    return own.of(token)
        .map(state -> OwnLine.of(state, sheet))
        .orElseGet(() -> OwnLine.refused(own.refusal(token)));
  }

  /**
   * Opens the pages of whoever reads at an address that search vouches for, and nobody else: what
   * anybody on this machine could ask for would be everybody's.
   */
  @Post("/own/vouched")
  HttpResponse<?> vouched(HttpRequest<?> request, @Body VouchedLine line) {
    return modules.isShownBy(RequestOrigin.of(request.getHeaders()::get))
        ? HttpResponse.ok(line.readers(vouched).stream().map(ReaderLine::of).toList())
        : HttpResponse.status(HttpStatus.FORBIDDEN)
            .contentType(MediaType.TEXT_PLAIN_TYPE)
            .body(NOT_SEARCH);
  }

  @Post("/own/wishes")
  ReplyLine wish(@Body WishLine wish) {
    return wish.readInto(own).askedBy(tokens.reader(wish.token()));
  }

  @Post("/own/webhook")
  ReplyLine webhook(@Body WebhookLine line) {
    return ReplyLine.of(webhooks.set(line.token(), AnswerLine.or(line.url())))
        .askedBy(tokens.reader(line.token()));
  }

  @Post("/own/feed")
  ReplyLine openFeed(@Body TokenLine line) {
    return ReplyLine.of(own.feed(line.token())).askedBy(tokens.reader(line.token()));
  }

  @Post("/unsubscribe")
  ReplyLine unsubscribe(@Body TokenLine line) {
    return ReplyLine.of(own.unsubscribe(line.token())).askedBy(tokens.reader(line.token()));
  }

  @Get("/feed")
  FeedLine feed(@QueryValue(defaultValue = "") String token) {
    return feed.of(token).map(FeedLine::of).orElseGet(() -> new FeedLine(false, List.of()));
  }
}
