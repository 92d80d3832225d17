package signpost.notifier.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import signpost.notifier.desk.AnswerSheet;
import signpost.notifier.desk.MessageFeed;
import signpost.notifier.desk.OwnerPage;
import signpost.notifier.desk.WebhookDesk;

/** Somebody's own page, wishes, webhook and feed; all by signed link. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnController {
  private final OwnerPage own;
  private final AnswerSheet sheet;
  private final WebhookDesk webhooks;
  private final MessageFeed feed;

  OwnController(OwnerPage own, AnswerSheet sheet, WebhookDesk webhooks, MessageFeed feed) {
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

  @Post("/own/wishes")
  ReplyLine wish(@Body WishLine wish) {
    return wish.readInto(own);
  }

  @Post("/own/webhook")
  ReplyLine webhook(@Body WebhookLine line) {
    return ReplyLine.of(webhooks.set(line.token(), AnswerLine.or(line.url())));
  }

  @Post("/own/feed")
  ReplyLine openFeed(@Body TokenLine line) {
    return ReplyLine.of(own.feed(line.token()));
  }

  @Post("/unsubscribe")
  ReplyLine unsubscribe(@Body TokenLine line) {
    return ReplyLine.of(own.unsubscribe(line.token()));
  }

  @Get("/feed")
  FeedLine feed(@QueryValue(defaultValue = "") String token) {
    return feed.of(token).map(FeedLine::of).orElseGet(() -> new FeedLine(false, List.of()));
  }
}
