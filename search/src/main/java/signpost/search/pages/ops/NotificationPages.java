package signpost.search.pages.ops;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.record.FailingLoop;
import signpost.search.account.TokenScope;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForOps;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** Notifications for ops: what waits, what failed and why, which rules are wrong, who is told. */
@ForOps(scope = TokenScope.NOTIFICATIONS)
@Controller("/notifications")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotificationPages {
  private final NotifierPages notifier;
  private final PageFrames frames;
  private final HtmlRenderer html;

  NotificationPages(NotifierPages notifier, PageFrames frames, HtmlRenderer html) {
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  record NotificationsModel(
      PageFrame frame,
      List<FailingLoop> failing,
      NotifierApi.NotifierStatus status,
      List<NotifierApi.DeliveryEntry> deliveries,
      List<NotifierApi.RulePrecision> rules,
      List<NotifierApi.ChannelTally> tally,
      Optional<String> notice) {

    List<NotifierApi.DeliveryEntry> waiting() {
      return deliveries.stream().filter(it -> !it.state().equals("sent")).toList();
    }

    /** 97.5 %. */
    String percent(double share) {
      return String.format(Locale.UK, "%.1f %%", 100 * share);
    }
  }

  @Get
  HttpResponse<?> notifications(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("did"));
    Optional<String> notice =
        SearchParameters.once(parameters, "did")
            .map(did ->
                did.equals("done")
                    ? "The message is next in line."
                    : "That message does not wait and was not given up.");
    return notifier.ask(api -> page(api, api.loops(), notice));
  }

  private MutableHttpResponse<String> page(
      NotifierApi api, List<FailingLoop> failing, Optional<String> notice) {
    try {
      return html.ok(
          "ops/notifications",
          new NotificationsModel(
              frames.of("Notifications", NavigationEntry.NOTIFICATIONS),
              failing,
              api.status(),
              api.deliveries(),
              api.precision(),
              api.tally(),
              notice));
    } catch (HttpClientResponseException e) {
      if (failing.isEmpty()) {
        throw e;
      }
      return notifier.word(
          HttpStatus.SERVICE_UNAVAILABLE,
          "Notifications cannot be shown at the moment",
          failing.stream().map(PageFormat::failing).collect(Collectors.joining(" ")));
    }
  }

  @Post("/replay")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> replay(@Body Map<String, String> form) {
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply = api.replay(form.getOrDefault("id", "none"));
      return HttpResponse.seeOther(URI.create("/notifications?did=" + reply.outcome()));
    });
  }
}
