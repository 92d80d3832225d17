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
import signpost.search.audit.SignInWay;
import signpost.search.gate.PasswordCheck;
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
    String to = OwnPath.of(SearchParameters.once(parameters, "to").orElse(OwnPath.USUAL));
    boolean out = SearchParameters.once(parameters, "out").isPresent();
    return page(HttpStatus.OK, to, out, "", Optional.empty());
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signIn(@Body Map<String, String> form) {
    String name = form.getOrDefault("name", "");
    String to = OwnPath.of(form.getOrDefault("to", ""));
    if (!cookie.isSafe()) {
      return page(HttpStatus.FORBIDDEN, to, false, name, Optional.of(NotSafe.WORDS));
    }
    SignInWay way = PasswordCheck.way(name);
    return switch (outcome(name, form)) {
      case SignInOutcome.SignedInAs(var who, var role) -> desk.signIn(who, way, role, to);
      case SignInOutcome.WrongGuess() -> {
        desk.refused(name, way, "wrong name, password or code");
        yield page(HttpStatus.FORBIDDEN, to, false, name, Optional.of(wrong()));
      }
      case SignInOutcome.WaitFirst(Duration wait) ->
          page(HttpStatus.TOO_MANY_REQUESTS, to, false, name, Optional.of(waiting(wait)));
    };
  }

  private SignInOutcome outcome(String name, Map<String, String> form) {
    return passwords.of(
        name,
        form.getOrDefault("password", ""),
        form.getOrDefault("code", ""),
        Actor.current().from());
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

  private MutableHttpResponse<?> page(
      HttpStatus status, String to, boolean out, String name, Optional<String> problem) {
    boolean codes = choice.hasAccounts();
    return NotifierPages.secret(
        html.page(
            status,
            "access/signIn",
            new SignInModel(
                frames.of("Sign in", NavigationEntry.ELSEWHERE),
                to,
                Optional.of(provider.label()).filter(_ -> choice.hasProvider()),
                choice.hasPassword() || codes,
                codes,
                cookie.isSafe(),
                out,
                PageFormat.brief(name, 64),
                problem)));
  }
}
