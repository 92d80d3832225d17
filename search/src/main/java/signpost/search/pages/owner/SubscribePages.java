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
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import signpost.search.api.SearchParameters;
import signpost.search.follow.FollowRounds;
import signpost.search.follow.FollowedAnswers;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;
import signpost.search.pages.SearchWords;
import signpost.search.query.SearchRequest;

/** Who wants to be told, and who does not any more. Every GET only asks. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubscribePages {
  private final NotifierPages notifier;
  private final FollowedAnswers answers;
  private final FollowRounds rounds;
  private final PageFrames frames;
  private final HtmlRenderer html;

  SubscribePages(
      NotifierPages notifier,
      FollowedAnswers answers,
      FollowRounds rounds,
      PageFrames frames,
      HtmlRenderer html) {
    this.notifier = notifier;
    this.answers = answers;
    this.rounds = rounds;
    this.frames = frames;
    this.html = html;
  }

  /**
   * {@code of}: what somebody wants to be told of, as {@code guide:snap} or {@code search:q=cat}.
   */
  record SubscribeModel(
      PageFrame frame, String of, String email, boolean sent, Optional<String> problem) {
    /** The address of the results, where a search is to be followed. */
    Optional<String> results() {
      return search(of).map(query -> "/search?" + query);
    }
  }

  private static String when(String of) {
    return search(of)
        .map(it -> "a page newly answers the search for " + SearchWords.of(it))
        .orElse("something is wrong with a resource of " + of);
  }

  private static Optional<String> search(String of) {
    return of.startsWith(FollowedAnswers.PREFIX)
        ? Optional.of(of.substring(FollowedAnswers.PREFIX.length()))
        : Optional.empty();
  }

  /** A question with one button. */
  record ConfirmQuestion(
      PageFrame frame, String heading, String text, String action, String token, String button) {}

  @Get("/subscribe")
  HttpResponse<?> subscribe(HttpRequest<?> request) throws IOException {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("of", "done"));
    String of = SearchParameters.once(parameters, "of").orElse("");
    boolean sent = SearchParameters.once(parameters, "done").isPresent();
    return page(HttpStatus.OK, of, "", sent, problem(search(of).map(SearchParameters::read)));
  }

  @Post("/subscribe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(HttpRequest<?> request, @Body Map<String, String> form) throws IOException {
    String of = form.getOrDefault("of", "");
    String email = form.getOrDefault("email", "");
    Optional<SearchRequest> search = search(of).map(SearchParameters::read);
    Optional<String> problem = problem(search);
    return problem.isPresent()
        ? page(HttpStatus.UNPROCESSABLE_ENTITY, of, email, false, problem)
        : ask(request, search.map(FollowedAnswers::part).orElse(of), email);
  }

  private Optional<String> problem(Optional<SearchRequest> search) throws IOException {
    return search.isPresent() ? answers.problem(search.get()) : Optional.empty();
  }

  private HttpResponse<?> ask(HttpRequest<?> request, String of, String email) {
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
              "Signpost would write to you when "
                  + when(reply.words())
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
      if (!reply.isDone()) {
        return notifier.refused(reply);
      }
      if (reply.outcome().equals("done")) {
        rounds.wake();
      }
      return notifier.word(
          HttpStatus.OK,
          "You will be told",
          "From now on Signpost writes to you.",
          path(reply.words()),
          "What is open now, and how you want to be told");
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
    return ended(
        request,
        form,
        NotifierApi::unsubscribe,
        "No more mails",
        "You will get no more mails from Signpost.");
  }

  @Get("/unfollow")
  HttpResponse<?> unfollow(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("t"));
    return NotifierPages.secret(
        question(
            "Stop following?",
            "You would get no more mails about what newly answers the search, or the searches, that"
                + " you came from. Other mails go on.",
            "/unfollow",
            SearchParameters.required(request.getParameters(), "t"),
            "Stop following"));
  }

  /** Mail programs post here with one click, too. */
  @Post("/unfollow")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> unfollowed(HttpRequest<?> request, @Body Map<String, String> form) {
    return ended(
        request,
        form,
        NotifierApi::unfollow,
        "You follow it no more",
        "You will get no more mails about that.");
  }

  /** The token stands in the address, or in the form of our own page. */
  private HttpResponse<?> ended(
      HttpRequest<?> request,
      Map<String, String> form,
      BiFunction<NotifierApi, NotifierApi.TokenRequest, NotifierApi.NotifierReply> end,
      String heading,
      String text) {
    String token =
        SearchParameters.once(request.getParameters(), "t").orElse(form.getOrDefault("t", ""));
    return notifier.ask(api -> {
      NotifierApi.NotifierReply reply = end.apply(api, new NotifierApi.TokenRequest(token));
      return reply.isDone() ? notifier.word(HttpStatus.OK, heading, text) : notifier.refused(reply);
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
