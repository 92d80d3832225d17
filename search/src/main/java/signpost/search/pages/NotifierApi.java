package signpost.search.pages;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import signpost.record.FailingLoop;
import signpost.record.meter.PartStatus;
import signpost.search.audit.Audited;

/** What owners are told and answer, which the notifier has and we only show. */
@Client("notifier")
public interface NotifierApi {

  @Get("/api/status")
  NotifierStatus status();

  /** How the notifier stands. */
  @Get("/api/figures")
  PartStatus figures();

  /** What does not get on. */
  @Get("/api/loops")
  List<FailingLoop> loops();

  @Get("/api/answer")
  SheetReply sheet(@QueryValue String token);

  @Audited(value = "answer a finding", hidden = "reason") // in whatever words
  @Post("/api/answers")
  NotifierReply answer(@Body AnswerRequest answer);

  @Get("/api/answers")
  List<RepairAnswer> answers(@QueryValue String guide);

  @Get("/api/replacements")
  ReplaceableLinks replacements(@QueryValue String token);

  @Audited("replace links")
  @Post("/api/replacements")
  NotifierReply replace(@Body ReplaceRequest chosen);

  @Get("/api/own")
  OwnPage own(@QueryValue String token);

  /** Opens the own pages of all who read at an address that somebody is known to have. */
  @Post("/api/own/vouched")
  List<OwnReader> vouched(@Body OwnAddress address);

  @Audited(value = "change wishes", hidden = "away") // when somebody is not there
  @Post("/api/own/wishes")
  NotifierReply wish(@Body PreferenceRequest wish);

  @Audited(value = "set a webhook", hidden = "url") // its path may be the secret
  @Post("/api/own/webhook")
  NotifierReply webhook(@Body WebhookRequest webhook);

  @Audited("open a feed")
  @Post("/api/own/feed")
  NotifierReply openFeed(@Body TokenRequest token);

  @Post("/api/own/link")
  NotifierReply sendLink(@Body SubscribeRequest ask);

  @Audited("leave")
  @Post("/api/unsubscribe")
  NotifierReply unsubscribe(@Body TokenRequest token);

  /** The searches that somebody follows, each as the query of its results' address. */
  @Get("/api/searches")
  List<String> followedSearches();

  @Post("/api/searches/found")
  NotifierReply found(@Body FoundResources found);

  @Audited("follow a search no more")
  @Post("/api/unfollow")
  NotifierReply unfollow(@Body TokenRequest token);

  @Post("/api/subscriptions")
  NotifierReply subscribe(@Body SubscribeRequest ask);

  @Get("/api/subscriptions/confirm")
  NotifierReply lookAtSubscription(@QueryValue String token);

  @Audited("confirm a subscription")
  @Post("/api/subscriptions/confirm")
  NotifierReply confirm(@Body TokenRequest token);

  @Post("/api/reports")
  NotifierReply report(@Body ReportRequest report);

  @Get("/api/deliveries?limit=100")
  List<DeliveryEntry> deliveries();

  @Get("/api/precision")
  List<RulePrecision> precision();

  @Get("/api/tally")
  List<ChannelTally> tally();

  @Audited("send a message again")
  @Post("/api/deliveries/{id}/replay")
  NotifierReply replay(@PathVariable String id);

  /** Handles a record again that the notifier put aside. */
  @Audited("handle a record that was put aside")
  @Post("/api/parked/replay")
  NotifierReply replayParked(@Body ParkedPlace record);

  /** Where a record stands that was put aside. */
  @Serdeable
  record ParkedPlace(String topic, String place, String aside) {}

  /** How the notifier is; {@code telling} is mail, files or shadow. */
  @Serdeable
  record NotifierStatus(
      String telling,
      boolean kafka,
      boolean deciding,
      boolean sending,
      @Nullable Long lag,
      long undelivered,
      @Nullable Instant nextWakeAt,
      List<String> problems) {}

  /**
   * Whether something was done; if not, {@code words} say what to do. {@code before} says how it
   * was, {@code findings} which were answered for {@code guide}, {@code page} what one is about,
   * and {@code reader} whose link it was asked by, where the notifier tells.
   */
  @Serdeable
  record NotifierReply(
      String outcome,
      String words,
      @Nullable String before,
      @Nullable String guide,
      @Nullable List<String> findings,
      @Nullable String page,
      @Nullable String reader) {
    /** What a link that is not good leads to. */
    public static NotifierReply refusal(String outcome, String words) {
      return new NotifierReply(outcome, words, null, null, null, null, null);
    }

    /** Whether it is now as was asked; it may have been before. */
    public boolean isDone() {
      return outcome.equals("done") || outcome.equals("as-before");
    }

    boolean isUnclear() {
      return outcome.equals("unclear");
    }
  }

  /** What a link in a mail leads to, or why it leads nowhere. */
  @Serdeable
  record SheetReply(String outcome, String words, @Nullable FindingItem item) {}

  /** A finding in a guide, and what was answered. */
  @Serdeable
  record FindingItem(
      String token,
      String guide,
      String guideTitle,
      String title,
      ToldProblem finding,
      @Nullable String replacement,
      @Nullable FoundSuccessor successor,
      @Nullable GivenAnswer answer) {}

  /** Where its page seems to be: {@code outcome} is offer, hint or nothing. */
  @Serdeable
  record FoundSuccessor(String outcome, String url, String title, String reason) {
    public boolean isPage() {
      return !outcome.equals("nothing");
    }

    /** What stands before it. */
    public String label() {
      return outcome.equals("offer") ? "It seems to be here now" : "Perhaps this; look first";
    }
  }

  /** Links of a guide to one site that may all be replaced. */
  @Serdeable
  record ReplaceableLinks(
      String outcome, String words, String guideTitle, String host, List<FindingItem> items) {}

  /** Those that were chosen: the address to put in, by finding. */
  @Serdeable
  record ReplaceRequest(String token, Map<String, String> chosen) {}

  /** A finding as its owner was told of it. */
  @Serdeable
  record ToldProblem(
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

  /** What somebody answered, and until when it holds. */
  @Serdeable
  record GivenAnswer(String kind, String words, Instant at, @Nullable Instant until) {}

  /** An answer to a finding, under the words that a mail signed. */
  @Serdeable
  record AnswerRequest(
      String token,
      @Nullable String answer,
      @Nullable String with,
      @Nullable String reason,
      @Nullable String until) {}

  /** An answer that asks for another link in a guide. */
  @Serdeable
  record RepairAnswer(String target, String answer, @Nullable String with, String by, Instant at) {}

  /** A mail address that somebody who is signed in is known to have, for so many seconds yet. */
  @Serdeable
  record OwnAddress(String email, long seconds) {
    public static OwnAddress of(String email, Duration left) {
      return new OwnAddress(email, left.toSeconds());
    }
  }

  /** One of those who read at an address; {@code token} opens their own page for a while. */
  @Serdeable
  record OwnReader(String id, String name, boolean subscriber, String token) {}

  /** Somebody's own page. */
  @Serdeable
  record OwnPage(
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
      List<OwnSearch> searches,
      List<FindingItem> open) {}

  /** How somebody wants to be told of each kind of finding. */
  @Serdeable
  record PreferenceRequest(String token, Map<String, String> byKind, String away, boolean mail) {}

  /** Where a machine wants to be told. */
  @Serdeable
  record WebhookRequest(String token, String url) {}

  /** Signed words alone: whoever has them may do what they say. */
  @Serdeable
  record TokenRequest(String token) {}

  /**
   * What a followed search finds now; {@code words}: the search for people; {@code whole}: whether
   * that is all of it.
   */
  @Serdeable
  record FoundResources(String search, String words, boolean whole, List<FoundResource> found) {}

  /** A page that it finds; {@code usable}: whether it was visited and is of use to readers. */
  @Serdeable
  record FoundResource(
      String url, List<String> copies, String title, String publisher, boolean usable) {}

  /** A search that somebody follows: the query of its results, and what ends it. */
  @Serdeable
  record OwnSearch(String search, String token) {
    public String words() {
      return SearchWords.of(search);
    }
  }

  /** An address that wants to be told of something. */
  @Serdeable
  record SubscribeRequest(@Nullable String email, @Nullable String scope, String client) {}

  /** A reader's words about a link. */
  @Serdeable
  record ReportRequest(String url, @Nullable String words, String client) {}

  /** A line of the ledger; whom it went to is not for pages. */
  @Serdeable
  record DeliveryEntry(
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
    public boolean canBeReplayed() {
      return state.equals("failed") || state.equals("given-up");
    }
  }

  /** How often a rule was right, as owners answered. */
  @Serdeable
  record RulePrecision(String rule, long answered, long wrong, double precision) {}

  /** How many messages an owner had by a channel, and when last. */
  @Serdeable
  record ChannelTally(String owner, String channel, long messages, @Nullable Instant lastAt) {}
}
