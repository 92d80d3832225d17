package signpost.search.pages.ops;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.record.AwayException;
import signpost.record.intake.ParkedRecord;
import signpost.record.intake.ParkedRecords;
import signpost.record.topic.KafkaConfig;
import signpost.search.api.BadRequestException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForOps;
import signpost.search.gate.RefusedCallException;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierApi.NotifierReply;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** Records that a part put aside: what they say, why, and a press that has them tried again. */
@ForOps
@Controller("/parked")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ParkedPages {
  private static final int MOST_SHOWN = 100;
  private static final int MOST_REASON = 300;

  private final KafkaConfig kafka;
  private final ParkedActs acts;
  private final NotifierPages notifier;
  private final PageFrames frames;
  private final HtmlRenderer html;

  ParkedPages(
      KafkaConfig kafka,
      ParkedActs acts,
      NotifierPages notifier,
      PageFrames frames,
      HtmlRenderer html) {
    this.kafka = kafka;
    this.acts = acts;
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  /** {@code trouble}: why Kafka does not show them; {@code notice}: what came of a press. */
  record ParkedModel(
      PageFrame frame, ParkedList records, Optional<String> trouble, Optional<String> notice) {}

  /** The first of them, how many more there are, and whether older ones were not looked at. */
  record ParkedList(List<ParkedLine> shown, int hidden, boolean older) {
    static final ParkedList NONE = new ParkedList(List.of(), 0, false);

    static ParkedList of(List<ParkedRecord> records, boolean older) {
      List<ParkedLine> shown = records.stream().limit(MOST_SHOWN).map(ParkedLine::of).toList();
      return new ParkedList(shown, records.size() - shown.size(), older);
    }
  }

  @Get
  HttpResponse<String> parked(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("did", "why"));
    String why = SearchParameters.once(parameters, "why").orElse("");
    Optional<String> notice =
        SearchParameters.once(parameters, "did").map(outcome -> words(outcome, why));
    try {
      ParkedRecords lately = ParkedRecords.lately(kafka);
      return page(ParkedList.of(lately.all(), lately.hasOlder()), Optional.empty(), notice);
    } catch (AwayException e) {
      return page(ParkedList.NONE, Optional.ofNullable(e.getMessage()), notice);
    }
  }

  private HttpResponse<String> page(
      ParkedList records, Optional<String> trouble, Optional<String> notice) {
    PageFrame frame = frames.of("Records put aside", NavigationEntry.OPS);
    return html.ok("ops/parked", new ParkedModel(frame, records, trouble, notice));
  }

  @Post("/replay")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> replay(@Body Map<String, String> form) {
    String topic = form.getOrDefault("topic", "");
    String place = form.getOrDefault("place", "");
    return switch (form.getOrDefault("by", "")) {
      case "search" -> {
        ParkedActs.ParkedOutcome done = acts.replay(topic, place);
        yield told(done.outcome(), done.reason());
      }
      case "notifier" -> notifier.ask(api -> replay(api, topic, place));
      default ->
          throw new BadRequestException(
              "Nobody who puts records aside goes by that name.", Optional.empty());
    };
  }

  @Post("/dismiss")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> dismiss(@Body Map<String, String> form) {
    try {
      ParkedActs.ParkedOutcome done =
          acts.dismiss(
              form.getOrDefault("by", ""),
              form.getOrDefault("topic", ""),
              form.getOrDefault("name", ""),
              form.getOrDefault("at", ""));
      return told(done.outcome(), "");
    } catch (AwayException e) {
      return told("unclear", String.valueOf(e.getMessage()));
    }
  }

  /** Whoever does not answer in time, or fails on the way, may have handled it. */
  private static MutableHttpResponse<?> replay(NotifierApi api, String topic, String place) {
    try {
      NotifierReply reply = api.replayParked(new NotifierApi.ParkedPlace(topic, place));
      return told(reply.outcome(), reply.words());
    } catch (RefusedCallException e) {
      throw e; // the page says what to set
    } catch (HttpClientException _) {
      return told("unclear", "the notifier does not answer");
    }
  }

  private static MutableHttpResponse<?> told(String outcome, String why) {
    String reason =
        why.isEmpty() ? "" : "&why=" + PageFormat.encoded(PageFormat.brief(why, MOST_REASON));
    return HttpResponse.seeOther(URI.create("/parked?did=" + PageFormat.encoded(outcome) + reason));
  }

  /** What came of a press, and why. */
  static String words(String outcome, String why) {
    String because = why.isEmpty() ? "" : " Why: " + PageFormat.brief(why, MOST_REASON);
    return switch (outcome) {
      case "done" -> "The record is handled now.";
      case "dismissed" -> "The record needs nobody any more. It stays listed here.";
      case "overtaken" ->
          "The record is gone, was handled before, or something newer of its kind has come since."
              + " Nothing was changed.";
      case "unknown" -> "Nobody has put that record aside lately. Nothing was changed.";
      case "refused" -> "The record cannot be handled now either. Nothing was changed." + because;
      case "untried" -> "Nothing was tried: press again in a minute." + because;
      default -> "It is not known yet what came of it: look again in a minute." + because;
    };
  }
}
