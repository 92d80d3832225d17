package signpost.search.pages;

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
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForOps;
import signpost.search.pages.Frame.Place;

/** Notifications for ops: what waits, what failed and why, which rules are wrong, who is told. */
@ForOps
@Controller("/notifications")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotificationPages {
  private final Notifier notifier;
  private final Frames frames;
  private final Html html;

  NotificationPages(Notifier notifier, Frames frames, Html html) {
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  record Model(
      Frame frame,
      List<FailingLoop> failing,
      NotifierApi.Status status,
      List<NotifierApi.Delivery> deliveries,
      List<NotifierApi.Rule> rules,
      List<NotifierApi.Tally> tally,
      Optional<String> notice) {

    List<NotifierApi.Delivery> waiting() {
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
          "notifications",
          new Model(
              frames.of("Notifications", Place.NOTIFICATIONS),
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
          failing.stream().map(Show::failing).collect(Collectors.joining(" ")));
    }
  }

  @Post("/replay")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> replay(@Body Map<String, String> form) {
    return notifier.ask(api -> {
      NotifierApi.Reply reply = api.replay(form.getOrDefault("id", "none"));
      return HttpResponse.seeOther(URI.create("/notifications?did=" + reply.outcome()));
    });
  }
}
