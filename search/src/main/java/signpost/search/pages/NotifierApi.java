package signpost.search.pages;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import signpost.record.FailingLoop;

/** What owners are told and answer, which the notifier has and we only show. */
@Client("notifier")
interface NotifierApi {

  @Get("/api/status")
  Status status();

  /** What does not get on. */
  @Get("/api/loops")
  List<FailingLoop> loops();

  @Get("/api/answer")
  Sheet sheet(@QueryValue String token);

  @Post("/api/answers")
  Reply answer(@Body Answer answer);

  @Get("/api/answers")
  List<Repair> answers(@QueryValue String guide);

  @Get("/api/own")
  Own own(@QueryValue String token);

  @Post("/api/own/wishes")
  Reply wish(@Body Wish wish);

  @Post("/api/own/webhook")
  Reply webhook(@Body Webhook webhook);

  @Post("/api/own/feed")
  Reply openFeed(@Body Token token);

  @Post("/api/own/link")
  Reply sendLink(@Body Ask ask);

  @Post("/api/unsubscribe")
  Reply unsubscribe(@Body Token token);

  @Post("/api/subscriptions")
  Reply subscribe(@Body Ask ask);

  @Get("/api/subscriptions/confirm")
  Reply lookAtSubscription(@QueryValue String token);

  @Post("/api/subscriptions/confirm")
  Reply confirm(@Body Token token);

  @Post("/api/reports")
  Reply report(@Body Report report);

  @Get("/api/deliveries?limit=100")
  List<Delivery> deliveries();

  @Get("/api/precision")
  List<Rule> precision();

  @Get("/api/tally")
  List<Tally> tally();

  @Post("/api/deliveries/{id}/replay")
  Reply replay(@PathVariable String id);

  /** How the notifier is; {@code telling} is mail, files or shadow. */
  @Serdeable
  record Status(
      String telling,
      boolean kafka,
      boolean deciding,
      boolean sending,
      @Nullable Long lag,
      long undelivered,
      @Nullable Instant nextWakeAt,
      List<String> problems) {}

  /** Whether something was done; if not, {@code words} say what to do. */
  @Serdeable
  record Reply(String outcome, String words) {
    boolean isDone() {
      return outcome.equals("done");
    }

    boolean isUnclear() {
      return outcome.equals("unclear");
    }
  }

  @Serdeable
  record Sheet(String outcome, String words, @Nullable Item item) {}

  /** A finding in a guide, and what was answered. */
  @Serdeable
  record Item(
      String token,
      String guide,
      String guideTitle,
      String title,
      Finding finding,
      @Nullable String replacement,
      @Nullable Given answer) {}

  @Serdeable
  record Finding(
      String id,
      String subject,
      String kind,
      String name,
      String state,
      boolean urgent,
      String summary,
      String meaning,
      String fix,
      Instant since,
      Instant openedAt,
      @Nullable Instant resolvedAt) {}

  @Serdeable
  record Given(String kind, String words, Instant at, @Nullable Instant until) {}

  @Serdeable
  record Answer(
      String token,
      @Nullable String answer,
      @Nullable String with,
      @Nullable String reason,
      @Nullable String until) {}

  @Serdeable
  record Repair(String target, String answer, @Nullable String with, String by, Instant at) {}

  /** Somebody's own page. */
  @Serdeable
  record Own(
      String outcome,
      String words,
      String name,
      boolean subscriber,
      boolean mail,
      Map<String, String> byKind,
      List<String> away,
      @Nullable String webhook,
      @Nullable String webhookState,
      boolean feed,
      List<Item> open) {}

  @Serdeable
  record Wish(String token, Map<String, String> byKind, String away, boolean mail) {}

  @Serdeable
  record Webhook(String token, String url) {}

  @Serdeable
  record Token(String token) {}

  @Serdeable
  record Ask(@Nullable String email, @Nullable String scope, String client) {}

  @Serdeable
  record Report(String url, @Nullable String words, String client) {}

  /** A line of the ledger; whom it went to is not for pages. */
  @Serdeable
  record Delivery(
      String id,
      String kind,
      String owner,
      String channel,
      String subject,
      String state,
      @Nullable String reason,
      String detail,
      int attempts,
      Instant decidedAt,
      @Nullable Instant sentAt) {
    boolean canBeReplayed() {
      return state.equals("failed") || state.equals("given-up");
    }
  }

  @Serdeable
  record Rule(String rule, long answered, long wrong, double precision) {}

  @Serdeable
  record Tally(String owner, String channel, long messages, @Nullable Instant lastAt) {}
}
