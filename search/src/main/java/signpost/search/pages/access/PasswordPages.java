package signpost.search.pages.access;

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
import java.util.Map;
import java.util.Optional;
import signpost.search.account.LocalAccounts;
import signpost.search.account.PasswordRule;
import signpost.search.account.Role;
import signpost.search.account.SignInOutcome;
import signpost.search.audit.Actor;
import signpost.search.audit.SignInWay;
import signpost.search.gate.ForOps;
import signpost.search.gate.PasswordCheck;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** Another password for whoever has an account here. */
@ForOps(role = Role.OWNER)
@Controller("/sign-in/password")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PasswordPages {
  private final LocalAccounts accounts;
  private final PasswordCheck passwords;
  private final SignInDesk desk;
  private final PageFrames frames;
  private final HtmlRenderer html;

  PasswordPages(
      LocalAccounts accounts,
      PasswordCheck passwords,
      SignInDesk desk,
      PageFrames frames,
      HtmlRenderer html) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.desk = desk;
    this.frames = frames;
    this.html = html;
  }

  /** {@code here}: whether their password is kept here at all. */
  record PasswordModel(PageFrame frame, boolean here, Optional<String> problem) {}

  @Get
  HttpResponse<?> ask() {
    return page(HttpStatus.OK, Optional.empty());
  }

  /** Whoever changes it shows the old one and a code; all their sessions end but the new one. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(HttpRequest<?> request, @Body Map<String, String> form) {
    Actor actor = Actor.current();
    if (actor.way() != SignInWay.ACCOUNT) {
      return page(HttpStatus.FORBIDDEN, Optional.empty());
    }
    String wanted = form.getOrDefault("wanted", "");
    Optional<String> problem = PasswordRule.problem(actor.name(), wanted);
    if (problem.isPresent()) {
      return page(HttpStatus.UNPROCESSABLE_ENTITY, problem);
    }
    SignInOutcome outcome =
        passwords.of(
            actor.name(),
            form.getOrDefault("password", ""),
            form.getOrDefault("code", ""),
            desk.stranger(request).from());
    return switch (outcome) {
      case SignInOutcome.SignedInAs as ->
          as.basis()
              .flatMap(it -> accounts.change(actor, actor.name(), it, wanted))
              .map(it -> new SignInOutcome.SignedInAs(as.name(), as.role(), Optional.of(it)))
              .<MutableHttpResponse<?>>map(changed -> desk.signIn(actor, changed, ""))
              .orElseGet(this::notRight);
      case SignInOutcome.WrongGuess() -> notRight();
      case SignInOutcome.TooBusy() ->
          SignInPages.busy(page(HttpStatus.SERVICE_UNAVAILABLE, Optional.of(SignInPages.BUSY)));
      case SignInOutcome.WaitFirst _ ->
          page(
              HttpStatus.TOO_MANY_REQUESTS,
              Optional.of("Too many tries were wrong. Try again in a quarter of an hour."));
    };
  }

  private MutableHttpResponse<?> notRight() {
    return page(
        HttpStatus.FORBIDDEN,
        Optional.of(
            "The present password or the code is not right. A code counts once: wait for the next."));
  }

  private MutableHttpResponse<?> page(HttpStatus status, Optional<String> problem) {
    return NotifierPages.secret(
        html.page(
            status,
            "access/password",
            new PasswordModel(
                frames.of("Change your password", NavigationEntry.ELSEWHERE),
                Actor.current().way() == SignInWay.ACCOUNT,
                problem)));
  }
}
