package signpost.search.pages.owner;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.search.api.SearchParameters;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** Who wants to be told, and who does not any more. Every GET only asks. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubscribePages {
  private final NotifierPages notifier;
  private final PageFrames frames;
  private final HtmlRenderer html;

  SubscribePages(NotifierPages notifier, PageFrames frames, HtmlRenderer html) {
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  /** {@code of}: what somebody wants to be told of, as {@code guide:snap}. */
  record SubscribeModel(
      PageFrame frame, String of, String email, boolean sent, Optional<String> problem) {}

  /** A question with one button. */
  record ConfirmQuestion(
      PageFrame frame, String heading, String text, String action, String token, String button) {}

  @Get("/subscribe")
  HttpResponse<?> subscribe(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("of", "done"));
    String of = SearchParameters.once(parameters, "of").orElse("");
    boolean sent = SearchParameters.once(parameters, "done").isPresent();
    return page(HttpStatus.OK, of, "", sent, Optional.empty());
  }

  @Post("/subscribe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(HttpRequest<?> request, @Body Map<String, String> form) {
    String of = form.getOrDefault("of", "");
    String email = form.getOrDefault("email", "");
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply =
          api.subscribe(new NotifierApi.SubscribeRequest(email, of, notifier.client(request)));
      return reply.isDone()
          ? HttpResponse.seeOther(URI.create("/subscribe?done=1&of=" + PageFormat.encoded(of)))
          : page(HttpStatus.UNPROCESSABLE_ENTITY, of, email, false, Optional.of(reply.words()));
    });
  }

  @Get("/subscribe/confirm")
  HttpResponse<?> look(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("t"));
    String token = SearchParameters.required(request.getParameters(), "t");
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply = api.lookAtSubscription(token);
      return reply.isDone()
          ? question(
              "Do you want to be told?",
              "Signpost would write to you when something is wrong with a resource of "
                  + reply.words()
                  + ". You can end that at any time.",
              "/subscribe/confirm",
              token,
              "Yes, tell me")
          : notifier.refused(reply);
    });
  }

  @Post("/subscribe/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirm(@Body Map<String, String> form) {
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply =
          api.confirm(new NotifierApi.TokenRequest(form.getOrDefault("t", "")));
      return reply.isDone()
          ? notifier.word(
              HttpStatus.OK,
              "You will be told",
              "From now on Signpost writes to you when something needs doing.",
              path(reply.words()),
              "What is open now, and how you want to be told")
          : notifier.refused(reply);
    });
  }

  @Get("/unsubscribe")
  HttpResponse<?> leave(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("t"));
    return NotifierPages.secret(
        question(
            "No more mails?",
            "You would get no mail from Signpost any more. If you are a guide’s owner, the people"
                + " who run Signpost are told in your place.",
            "/unsubscribe",
            SearchParameters.required(request.getParameters(), "t"),
            "No more mails"));
  }

  /** Mail programs post here with one click (RFC 8058): the token stands in the address. */
  @Post("/unsubscribe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> left(HttpRequest<?> request, @Body Map<String, String> form) {
    String token =
        SearchParameters.once(request.getParameters(), "t").orElse(form.getOrDefault("t", ""));
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply = api.unsubscribe(new NotifierApi.TokenRequest(token));
      return reply.isDone()
          ? notifier.word(
              HttpStatus.OK, "No more mails", "You will get no more mails from Signpost.")
          : notifier.refused(reply);
    });
  }

  /** Ours without the name we are reached by, which may be another. */
  private static String path(String url) {
    int at = url.indexOf("/yours");
    return at < 0 ? "/" : url.substring(at);
  }

  private MutableHttpResponse<String> question(
      String heading, String text, String action, String token, String button) {
    return html.ok(
        "owner/question",
        new ConfirmQuestion(
            frames.of(heading, NavigationEntry.ELSEWHERE), heading, text, action, token, button));
  }

  private MutableHttpResponse<String> page(
      HttpStatus status, String of, String email, boolean sent, Optional<String> problem) {
    return html.page(
        status,
        "owner/subscribe",
        new SubscribeModel(
            frames.of("Be told by email", NavigationEntry.ELSEWHERE), of, email, sent, problem));
  }
}
