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
import signpost.record.intake.ParkedCursor;
import signpost.record.intake.ParkedExtent;
import signpost.record.intake.ParkedGroup;
import signpost.record.intake.ParkedPage;
import signpost.record.intake.ParkedTally;
import signpost.search.api.BadRequestException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForOps;
import signpost.search.gate.LostCall;
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
  private static final int MOST_SHOWN = 50;
  private static final int MOST_GROUPS = 20;
  private static final int MOST_REASON = 300;

  private final ParkedTally tally;
  private final ParkedActs acts;
  private final NotifierPages notifier;
  private final PageFrames frames;
  private final HtmlRenderer html;

  ParkedPages(
      ParkedTally tally,
      ParkedActs acts,
      NotifierPages notifier,
      PageFrames frames,
      HtmlRenderer html) {
    this.tally = tally;
    this.acts = acts;
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  /**
   * {@code list}: the records; without them {@code trouble}: why Kafka does not show them. {@code
   * notice}: what came of a press.
   */
  record ParkedModel(
      PageFrame frame,
      Optional<ParkedList> list,
      Optional<String> trouble,
      Optional<String> notice) {}

  /** One page of them; {@code first}: none that wait stand before these. */
  record ParkedList(
      ParkedPage page,
      boolean first,
      List<ParkedLine> waiting,
      List<ParkedLine> settled,
      List<ParkedGroup> groups) {

    static ParkedList of(ParkedPage page, boolean first) {
      return new ParkedList(
          page,
          first,
          page.waiting().stream().map(ParkedLine::of).toList(),
          page.settled().stream().map(ParkedLine::of).toList(),
          page.groups().stream().filter(it -> it.count() > 1).limit(MOST_GROUPS).toList());
    }
  }

  @Get
  HttpResponse<String> parked(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("did", "why", "after"));
    String why = SearchParameters.once(parameters, "why").orElse("");
    Optional<String> notice =
        SearchParameters.once(parameters, "did").map(outcome -> words(outcome, why));
    Optional<ParkedCursor> after =
        SearchParameters.once(parameters, "after").flatMap(ParkedCursor::of);
    try {
      ParkedList list = ParkedList.of(tally.page(after, MOST_SHOWN), after.isEmpty());
      return page(Optional.of(list), Optional.empty(), notice);
    } catch (AwayException e) {
      return page(Optional.empty(), Optional.of(String.valueOf(e.getMessage())), notice);
    }
  }

  private HttpResponse<String> page(
      Optional<ParkedList> list, Optional<String> trouble, Optional<String> notice) {
    PageFrame frame = frames.of("Records put aside", NavigationEntry.OPS);
    return html.ok("ops/parked", new ParkedModel(frame, list, trouble, notice));
  }

  @Post("/replay")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> replay(@Body Map<String, String> form) {
    String topic = form.getOrDefault("topic", "");
    String place = form.getOrDefault("place", "");
    String aside = form.getOrDefault("aside", "");
    return switch (form.getOrDefault("by", "")) {
      case "search" -> {
        ParkedActs.ParkedOutcome done = acts.replay(topic, place, aside);
        yield told(done.outcome(), done.reason());
      }
      case "notifier" ->
          notifier.ask(api -> replay(api, new NotifierApi.ParkedPlace(topic, place, aside)));
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
              form.getOrDefault("aside", ""));
      return told(done.outcome(), "");
    } catch (AwayException e) {
      return told("unclear", String.valueOf(e.getMessage()));
    }
  }

  /** What is asked for names a group by a digest of its reason, which no form changes. */
  @Post("/dismiss-all")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> dismissAll(@Body Map<String, String> form) {
    ParkedExtent seen =
        ParkedExtent.of(form.getOrDefault("seen", ""))
            .orElseThrow(
                () -> new BadRequestException("“seen” is no part of the topic.", Optional.empty()));
    try {
      Optional<ParkedGroup> group =
          tally.ask(picture -> picture.group(form.getOrDefault("group", "")));
      if (group.isEmpty()) {
        return told("unknown", "");
      }
      ParkedActs.ParkedOutcome done = acts.dismissAll(group.get(), seen);
      return told(done.outcome(), done.reason());
    } catch (AwayException e) {
      return told("unclear", String.valueOf(e.getMessage()));
    }
  }

  private static MutableHttpResponse<?> replay(NotifierApi api, NotifierApi.ParkedPlace record) {
    try {
      NotifierReply reply = api.replayParked(record);
      return told(reply.outcome(), reply.words());
    } catch (RefusedCallException e) {
      throw e; // the page says what to set
    } catch (HttpClientException e) {
      return told(
          LostCall.changedNothing(e) ? "untried" : "unclear", "the notifier does not answer");
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
      case "all-dismissed" ->
          "All that were put aside for that reason need nobody any more: "
              + PageFormat.brief(why, MOST_REASON)
              + ".";
      case "some-dismissed" ->
          "Of those that were put aside for that reason %s need nobody any more. More are put aside than can be looked at at once: look again in a minute for those that are left."
              .formatted(PageFormat.brief(why, MOST_REASON));
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
