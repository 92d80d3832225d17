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
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import signpost.search.api.SearchParameters;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;
import signpost.search.pages.owner.OwnAccess.OpenedPage;

/** Somebody's own page: what is open for them, and how they want to be told. */
@Controller("/yours")
@ExecuteOn(TaskExecutors.BLOCKING)
final class YoursPages {
  private final NotifierPages notifier;
  private final PageFrames frames;
  private final HtmlRenderer html;
  private final OwnAccess own;

  YoursPages(NotifierPages notifier, PageFrames frames, HtmlRenderer html, OwnAccess own) {
    this.own = own;
    this.notifier = notifier;
    this.frames = frames;
    this.html = html;
  }

  /** {@code notice}: what was just done; {@code problem}: what could not be. */
  record YoursModel(
      PageFrame frame, YoursView yours, Optional<String> notice, Optional<String> problem) {}

  /** {@code signsIn}: whether signing in would do as well. */
  record LinkModel(PageFrame frame, boolean sent, boolean signsIn, Optional<String> problem) {}

  @Get
  HttpResponse<?> yours(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("t", "as", "done"));
    Optional<String> notice =
        SearchParameters.once(parameters, "done").map(_ -> "Your wishes are kept.");
    return own.open(
        request,
        name -> SearchParameters.once(parameters, name),
        opened -> page(opened, notice, Optional.empty()));
  }

  @Post("/wishes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> wish(HttpRequest<?> request, @Body Map<String, String> form) {
    Map<String, String> byKind = new TreeMap<>();
    form.forEach((field, value) -> {
      if (field.startsWith("kind-")) {
        byKind.put(field.substring("kind-".length()), value);
      }
    });
    String away = form.getOrDefault("away", "");
    boolean mail = form.containsKey("mail");
    return changed(
        request,
        form,
        opened -> {
          NotifierApi.NotifierReply reply =
              opened
                  .api()
                  .wish(new NotifierApi.PreferenceRequest(opened.token(), byKind, away, mail));
          return reply.isDone()
              ? again(opened.key())
              : page(opened, Optional.empty(), Optional.of(reply.words()));
        });
  }

  @Post("/webhook")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> webhook(HttpRequest<?> request, @Body Map<String, String> form) {
    return changed(
        request,
        form,
        opened -> {
          NotifierApi.NotifierReply reply =
              opened
                  .api()
                  .webhook(
                      new NotifierApi.WebhookRequest(opened.token(), form.getOrDefault("url", "")));
          if (!reply.isDone()) {
            return page(opened, Optional.empty(), Optional.of(reply.words()));
          }
          String notice =
              reply.words().isEmpty()
                  ? "Your webhook is gone."
                  : "Your webhook said yes. Its secret, which we show only now: " + reply.words();
          return done(opened, notice);
        });
  }

  @Post("/feed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> feed(HttpRequest<?> request, @Body Map<String, String> form) {
    return changed(
        request,
        form,
        opened -> {
          NotifierApi.NotifierReply reply =
              opened.api().openFeed(new NotifierApi.TokenRequest(opened.token()));
          return reply.isDone()
              ? done(
                  opened,
                  "Your feed’s address, which we show only now: "
                      + frames.site()
                      + "/yours/feed?t="
                      + reply.words())
              : notifier.refused(reply);
        });
  }

  private MutableHttpResponse<?> changed(
      HttpRequest<?> request,
      Map<String, String> form,
      Function<OpenedPage, MutableHttpResponse<?>> change) {
    return own.open(request, name -> Optional.ofNullable(form.get(name)), change);
  }

  /** What was answered of a guide, as {@code signpost repair} takes it. */
  @Get("/answers.json")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> answers(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("t", "as", "guide"));
    String guide = SearchParameters.required(parameters, "guide");
    return own.open(
        request, name -> SearchParameters.once(parameters, name), opened -> answers(opened, guide));
  }

  private static MutableHttpResponse<?> answers(OpenedPage opened, String guide) {
    NotifierApi.OwnPage own = opened.api().own(opened.token());
    boolean theirs = own.outcome().equals("done") && !own.subscriber();
    return theirs && YoursView.of(own, opened.key()).hasGuide(guide)
        ? HttpResponse.ok(opened.api().answers(guide))
            .header("content-disposition", "attachment; filename=\"answers.json\"")
        : HttpResponse.status(HttpStatus.FORBIDDEN).body(List.of());
  }

  @Get("/link")
  HttpResponse<?> askForLink(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("done"));
    boolean sent = SearchParameters.once(request.getParameters(), "done").isPresent();
    return linkPage(request, HttpStatus.OK, sent, Optional.empty());
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
          : linkPage(request, HttpStatus.UNPROCESSABLE_ENTITY, false, Optional.of(reply.words()));
    });
  }

  private MutableHttpResponse<String> linkPage(
      HttpRequest<?> request, HttpStatus status, boolean sent, Optional<String> problem) {
    return html.page(
        status,
        "owner/yoursLink",
        new LinkModel(
            frames.of("Your own page", NavigationEntry.ELSEWHERE),
            sent,
            own.signsIn(request),
            problem));
  }

  /** It is said even where the rest of the page cannot be had any more. */
  private MutableHttpResponse<?> done(OpenedPage opened, String notice) {
    try {
      MutableHttpResponse<?> page = page(opened, Optional.of(notice), Optional.empty());
      if (page.getStatus() == HttpStatus.OK) {
        return page;
      }
    } catch (HttpClientException _) {
      // What was asked for is done, and only what else the page would show is missing.
    }
    String again = "/yours?" + opened.key().query();
    return notifier.word(HttpStatus.OK, "Done", notice, again, "Your page");
  }

  private MutableHttpResponse<?> page(
      OpenedPage opened, Optional<String> notice, Optional<String> problem) {
    NotifierApi.OwnPage own = opened.api().own(opened.token());
    if (!own.outcome().equals("done")) {
      return notifier.refused(NotifierApi.NotifierReply.refusal(own.outcome(), own.words()));
    }
    return html.page(
        problem.isPresent() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK,
        "owner/yours",
        new YoursModel(
            frames.of("Your page", NavigationEntry.YOURS),
            YoursView.of(own, opened.key()),
            notice,
            problem));
  }

  private static MutableHttpResponse<?> again(OwnKey key) {
    return HttpResponse.seeOther(URI.create("/yours?" + key.query() + "&done=1"));
  }
}
