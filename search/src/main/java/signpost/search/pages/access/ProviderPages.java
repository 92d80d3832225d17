package signpost.search.pages.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.audit.Actor;
import signpost.search.audit.SignInWay;
import signpost.search.gate.ProviderLimit;
import signpost.search.gate.SafeWay;
import signpost.search.gate.SessionCookie;
import signpost.search.gate.SignInChoice;
import signpost.search.oidc.OpenIdProvider;
import signpost.search.oidc.OpenIdProvider.WayThere;
import signpost.search.oidc.PendingSignIn;
import signpost.search.oidc.ProviderReply;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFrames;

/** To the provider, and back from it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProviderPages {
  private static final Logger log = LoggerFactory.getLogger(ProviderPages.class);

  /** Where the provider sends people back to; it has to know this address. */
  private static final String BACK = "/sign-in/back";

  private static final String PENDING = "signpost-pending";
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final String AGAIN = "Sign in again";

  private final SignInChoice choice;
  private final OpenIdProvider provider;
  private final ProviderLimit limit;
  private final SignInDesk desk;
  private final SessionCookie cookie;
  private final PageFrames frames;
  private final NotifierPages words;

  ProviderPages(
      SignInChoice choice,
      OpenIdProvider provider,
      ProviderLimit limit,
      SignInDesk desk,
      SessionCookie cookie,
      PageFrames frames,
      NotifierPages words) {
    this.choice = choice;
    this.provider = provider;
    this.limit = limit;
    this.desk = desk;
    this.cookie = cookie;
    this.frames = frames;
    this.words = words;
  }

  @Get("/sign-in/provider")
  HttpResponse<?> there(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("to"));
    requireProvider();
    if (!cookie.isSafe(request)) {
      return word(HttpStatus.FORBIDDEN, "You cannot sign in here", SafeWay.NOT_SAFE);
    }
    String to = OwnPath.of(SearchParameters.once(request.getParameters(), "to").orElse(""));
    return switch (provider.wayThere(back(), to)) {
      case WayThere.Found(URI address, PendingSignIn pending) ->
          NotifierPages.secret(
              cookie.keep(HttpResponse.seeOther(address), PENDING, pending.written(), WITHIN));
      case WayThere.NotNow(String why) -> away(why);
    };
  }

  /** What the browser kept is good for one answer. */
  @Get(BACK)
  HttpResponse<?> back(HttpRequest<?> request) {
    requireProvider();
    Optional<PendingSignIn> pending = cookie.read(request, PENDING).flatMap(PendingSignIn::read);
    return cookie.remove(
        pending.<MutableHttpResponse<?>>map(it -> bounded(it, request)).orElseGet(this::notAsked),
        PENDING);
  }

  private MutableHttpResponse<?> bounded(PendingSignIn pending, HttpRequest<?> request) {
    return limit
        .take(request)
        .<MutableHttpResponse<?>>map(this::tooOften)
        .orElseGet(() -> answer(pending, request));
  }

  private MutableHttpResponse<?> tooOften(Duration length) {
    return word(
            HttpStatus.TOO_MANY_REQUESTS,
            "That was tried too often",
            "Nobody was signed in. Wait a little, and try again.")
        .header("Retry-After", Long.toString(length.toSeconds() + 1));
  }

  private MutableHttpResponse<?> answer(PendingSignIn pending, HttpRequest<?> request) {
    URI answered = URI.create(back() + "?" + request.getUri().getRawQuery());
    return switch (provider.read(pending, answered, back())) {
      case ProviderReply.Vouched(var name, var subject, var role) -> {
        limit.vouched(request);
        Actor who = Actor.current().as(name, SignInWay.PROVIDER).called(subject);
        yield desk.signIn(who, role, Optional.empty(), OwnPath.of(pending.to()));
      }
      case ProviderReply.NotAsked() -> notAsked();
      case ProviderReply.NoRole(String name, String why) -> {
        desk.refused(Optional.of(name), why);
        log.warn("{} signed in at the provider and may do nothing here: {}", name, why);
        yield word(
            HttpStatus.FORBIDDEN,
            "You have no part here yet",
            "You are known, as "
                + name
                + ", and nobody has said what you may do. Ask whoever runs Signpost to add you to a"
                + " group that may.");
      }
      case ProviderReply.NotVouched(String why) -> refused(why);
      case ProviderReply.ProviderAway(String why) -> away(why);
    };
  }

  private MutableHttpResponse<?> refused(String why) {
    desk.refused(Optional.empty(), why);
    return notAsked();
  }

  /** Anybody can bring such an answer, as often as they like: it goes into no log. */
  private MutableHttpResponse<?> notAsked() {
    return word(
        HttpStatus.FORBIDDEN,
        "That did not work",
        "You are not signed in. Perhaps it took too long, or was begun in another window. Please try"
            + " again.");
  }

  private MutableHttpResponse<?> away(String why) {
    log.error("The provider of signpost.sign-in.provider.issuer cannot be asked: {}", why);
    return word(
        HttpStatus.SERVICE_UNAVAILABLE,
        "You cannot sign in that way at the moment",
        "The service that knows you does not answer as it should. Searching and reading work as"
            + " always. Whoever runs Signpost finds the reason in the log, and can get in with the"
            + " password of ops or at the management address.");
  }

  private MutableHttpResponse<?> word(HttpStatus status, String heading, String text) {
    return NotifierPages.secret(words.word(status, heading, text, "/sign-in", AGAIN));
  }

  private URI back() {
    return URI.create(frames.site() + BACK);
  }

  private void requireProvider() {
    if (!choice.hasProvider()) {
      throw new NotFoundException("Nobody signs in by a provider here.");
    }
  }
}
