package signpost.search.pages.access;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.search.account.SignInOutcome;
import signpost.search.api.SearchParameters;
import signpost.search.audit.Actor;
import signpost.search.gate.PasswordCheck;
import signpost.search.gate.SafeWay;
import signpost.search.gate.SessionCookie;
import signpost.search.gate.SignInChoice;
import signpost.search.oidc.ProviderConfig;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** Signing in with a password, and out again. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInPages {
  static final String BUSY =
      "Too many people sign in at the same time. Try again in a few seconds.";

  private final SignInChoice choice;
  private final ProviderConfig provider;
  private final PasswordCheck passwords;
  private final SignInDesk desk;
  private final SessionCookie cookie;
  private final PageFrames frames;
  private final HtmlRenderer html;

  SignInPages(
      SignInChoice choice,
      ProviderConfig provider,
      PasswordCheck passwords,
      SignInDesk desk,
      SessionCookie cookie,
      PageFrames frames,
      HtmlRenderer html) {
    this.choice = choice;
    this.provider = provider;
    this.passwords = passwords;
    this.desk = desk;
    this.cookie = cookie;
    this.frames = frames;
    this.html = html;
  }

  /**
   * {@code provider}: what its button says; {@code form}: whether a name and a password let anybody
   * in; {@code codes}: whether an app's code may be needed; {@code safe}: whether a browser may
   * keep what signs it in.
   */
  record SignInModel(
      PageFrame frame,
      String to,
      Optional<String> provider,
      boolean form,
      boolean codes,
      boolean safe,
      boolean out,
      String name,
      Optional<String> problem) {}

  @Get("/sign-in")
  HttpResponse<?> signIn(HttpRequest<?> request) {
    HttpParameters parameters = request.getParameters();
    SearchParameters.refuseUnknown(parameters, List.of("to", "out"));
    String to = OwnPath.of(SearchParameters.once(parameters, "to").orElse(""));
    boolean out = SearchParameters.once(parameters, "out").isPresent();
    return page(request, HttpStatus.OK, new Shown(to, out, "", Optional.empty()));
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, String> form) {
    String name = form.getOrDefault("name", "");
    String to = OwnPath.of(form.getOrDefault("to", ""));
    if (!cookie.isSafe(request)) {
      return problem(request, HttpStatus.FORBIDDEN, to, name, SafeWay.NOT_SAFE);
    }
    Actor client = desk.stranger(request);
    return switch (outcome(name, form, client)) {
      case SignInOutcome.SignedInAs as ->
          desk.signIn(client.as(as.name(), PasswordCheck.way(as.name())), as, to);
      case SignInOutcome.WrongGuess() -> problem(request, HttpStatus.FORBIDDEN, to, name, wrong());
      case SignInOutcome.TooBusy() ->
          busy(problem(request, HttpStatus.SERVICE_UNAVAILABLE, to, name, BUSY));
      case SignInOutcome.WaitFirst(Duration wait) ->
          problem(request, HttpStatus.TOO_MANY_REQUESTS, to, name, waiting(wait));
    };
  }

  /** Says when to come again. */
  static MutableHttpResponse<?> busy(MutableHttpResponse<?> page) {
    return page.header("Retry-After", "5");
  }

  private MutableHttpResponse<?> problem(
      HttpRequest<?> request, HttpStatus status, String to, String name, String problem) {
    return page(request, status, new Shown(to, false, name, Optional.of(problem)));
  }

  private SignInOutcome outcome(String name, Map<String, String> form, Actor client) {
    return passwords.of(
        name, form.getOrDefault("password", ""), form.getOrDefault("code", ""), client.from());
  }

  private static String wrong() {
    return "The name, the password or the code is not right. A code counts once: wait for the next.";
  }

  private static String waiting(Duration wait) {
    return "Too many tries were wrong. Try again in "
        + PageFormat.count(wait.toMinutes() + 1, "minute")
        + ".";
  }

  @Post("/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signOut(HttpRequest<?> request) {
    desk.signOut(request);
    return cookie.signOut(HttpResponse.seeOther(URI.create("/sign-in?out=1")));
  }

  private record Shown(String to, boolean out, String name, Optional<String> problem) {}

  private MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, Shown shown) {
    boolean codes = choice.hasAccounts();
    return NotifierPages.secret(
        html.page(
            status,
            "access/signIn",
            new SignInModel(
                frames.of("Sign in", NavigationEntry.ELSEWHERE),
                shown.to(),
                Optional.of(provider.label()).filter(_ -> choice.hasProvider()),
                choice.hasPassword() || codes,
                codes,
                cookie.isSafe(request),
                shown.out(),
                PageFormat.brief(shown.name(), 64),
                shown.problem())));
  }
}
