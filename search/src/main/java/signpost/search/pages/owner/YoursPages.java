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
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import signpost.search.api.SearchParameters;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** Somebody's own page: what is open for them, and how they want to be told. */
@Controller("/yours")
@ExecuteOn(TaskExecutors.BLOCKING)
final class YoursPages {
  private final NotifierPages notifier;
  private final PageFrames frames;
  private final HtmlRenderer html;

  YoursPages(NotifierPages notifier, PageFrames frames, HtmlRenderer html) {
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  /** {@code notice}: what was just done; {@code problem}: what could not be. */
  record YoursModel(
      PageFrame frame, YoursView yours, Optional<String> notice, Optional<String> problem) {}

  record LinkModel(PageFrame frame, boolean sent, Optional<String> problem) {}

  @Get
  HttpResponse<?> yours(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("t", "done"));
    String token = SearchParameters.required(parameters, "t");
    Optional<String> notice =
        SearchParameters.once(parameters, "done").map(_ -> "Your wishes are kept.");
    return notifier.ask(api -> page(api, token, notice, Optional.empty()));
  }

  @Post("/wishes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> wish(@Body Map<String, String> form) {
    String token = form.getOrDefault("t", "");
    Map<String, String> byKind = new TreeMap<>();
    form.forEach((field, value) -> {
      if (field.startsWith("kind-")) {
        byKind.put(field.substring("kind-".length()), value);
      }
    });
    boolean mail = form.containsKey("mail");
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply =
          api.wish(
              new NotifierApi.PreferenceRequest(
                  token, byKind, form.getOrDefault("away", ""), mail));
      return reply.isDone() ? again(token) : page(api, token, Optional.empty(), words(reply));
    });
  }

  @Post("/webhook")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> webhook(@Body Map<String, String> form) {
    String token = form.getOrDefault("t", "");
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply =
          api.webhook(new NotifierApi.WebhookRequest(token, form.getOrDefault("url", "")));
      if (!reply.isDone()) {
        return page(api, token, Optional.empty(), words(reply));
      }
      String notice =
          reply.words().isEmpty()
              ? "Your webhook is gone."
              : "Your webhook said yes. Its secret, which we show only now: " + reply.words();
      return page(api, token, Optional.of(notice), Optional.empty());
    });
  }

  @Post("/feed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> feed(@Body Map<String, String> form) {
    String token = form.getOrDefault("t", "");
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply = api.openFeed(new NotifierApi.TokenRequest(token));
      return reply.isDone()
          ? page(
              api,
              token,
              Optional.of(
                  "Your feed’s address, which we show only now: "
                      + frames.site()
                      + "/yours/feed?t="
                      + reply.words()),
              Optional.empty())
          : notifier.refused(reply);
    });
  }

  /** What was answered of a guide, as {@code signpost repair} takes it. */
  @Get("/answers.json")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> answers(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("t", "guide"));
    String token = SearchParameters.required(parameters, "t");
    String guide = SearchParameters.required(parameters, "guide");
    return notifier.ask(api -> {
      NotifierApi.OwnPage own = api.own(token);
      boolean theirs = own.outcome().equals("done") && !own.subscriber();
      return theirs && YoursView.of(own, token).hasGuide(guide)
          ? HttpResponse.ok(api.answers(guide))
              .header("content-disposition", "attachment; filename=\"answers.json\"")
          : HttpResponse.status(HttpStatus.FORBIDDEN).body(List.of());
    });
  }

  @Get("/link")
  HttpResponse<?> askForLink(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("done"));
    boolean sent = SearchParameters.once(request.getParameters(), "done").isPresent();
    return linkPage(HttpStatus.OK, sent, Optional.empty());
  }

  @Post("/link")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> sendLink(HttpRequest<?> request, @Body Map<String, String> form) {
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply =
          api.sendLink(
              new NotifierApi.SubscribeRequest(
                  form.getOrDefault("email", ""), "", notifier.client(request)));
      return reply.isDone()
          ? HttpResponse.seeOther(URI.create("/yours/link?done=1"))
          : linkPage(HttpStatus.UNPROCESSABLE_ENTITY, false, words(reply));
    });
  }

  private MutableHttpResponse<String> linkPage(
      HttpStatus status, boolean sent, Optional<String> problem) {
    return html.page(
        status,
        "owner/yoursLink",
        new LinkModel(frames.of("Your own page", NavigationEntry.ELSEWHERE), sent, problem));
  }

  private MutableHttpResponse<?> page(
      NotifierApi api, String token, Optional<String> notice, Optional<String> problem) {
    NotifierApi.OwnPage own = api.own(token);
    if (!own.outcome().equals("done")) {
      return notifier.refused(NotifierApi.NotifierReply.refusal(own.outcome(), own.words()));
    }
    return html.page(
        problem.isPresent() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK,
        "owner/yours",
        new YoursModel(
            frames.of("Your page", NavigationEntry.ELSEWHERE),
            YoursView.of(own, token),
            notice,
            problem));
  }

  private static MutableHttpResponse<?> again(String token) {
    return HttpResponse.seeOther(URI.create("/yours?t=" + PageFormat.encoded(token) + "&done=1"));
  }

  private static Optional<String> words(NotifierApi.NotifierReply reply) {
    return Optional.of(reply.words());
  }
}
