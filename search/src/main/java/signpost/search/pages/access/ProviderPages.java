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
import signpost.search.account.Role;
import signpost.search.api.NotFoundException;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ProviderLimit;
import signpost.search.gate.SafeWay;
import signpost.search.gate.SessionCookie;
import signpost.search.gate.SignInChoice;
import signpost.search.oidc.OpenIdProvider;
import signpost.search.oidc.OpenIdProvider.WayThere;
import signpost.search.oidc.PendingSignIn;
import signpost.search.oidc.ProviderReply;
import signpost.search.oidc.ProviderReply.VouchedPerson;
import signpost.search.pages.NotifierApi;
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

  /** Whether there is anybody is all that is asked, and no words that open anything. */
  private static final Duration READER = Duration.ZERO;

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
      case ProviderReply.Vouched(VouchedPerson person, Role role) ->
          known(request, person, role, pending.to());
      case ProviderReply.NoRole noRole ->
          noRole
              .person()
              .address()
              .<MutableHttpResponse<?>>map(it -> reader(request, pending, noRole, it))
              .orElseGet(() -> nobody(request, noRole));
      case ProviderReply.NotAsked() -> notAsked();
      case ProviderReply.NotVouched(String why) -> refused(request, why);
      case ProviderReply.ProviderAway(String why) -> away(why);
    };
  }

  private MutableHttpResponse<?> known(
      HttpRequest<?> request, VouchedPerson person, Role role, String to) {
    limit.vouched(request);
    return desk.signIn(desk.stranger(request), person, role, to);
  }

  /** Whoever runs nothing here has a page of their own where the notifier writes to them. */
  private MutableHttpResponse<?> reader(
      HttpRequest<?> request, PendingSignIn pending, ProviderReply.NoRole noRole, String address) {
    return words.ask(api ->
        api.vouched(NotifierApi.OwnAddress.of(address, READER)).isEmpty()
            ? nobody(request, noRole)
            : known(request, noRole.person(), Role.OWNER, pending.to()));
  }

  private MutableHttpResponse<?> nobody(HttpRequest<?> request, ProviderReply.NoRole noRole) {
    VouchedPerson person = noRole.person();
    desk.refused(desk.stranger(request), Optional.of(person.name()), noRole.why());
    log.warn(
        "{} signed in at the provider and may do nothing here: {}", person.name(), noRole.why());
    return NotifierPages.secret(
        words.word(
            HttpStatus.FORBIDDEN,
            "You have no part here yet",
            noPart(person),
            "/yours/link",
            "Have a link to your own page sent to you"));
  }

  private static String noPart(VouchedPerson person) {
    return "You are known, as "
        + person.name()
        + ", and have no part in Signpost yet. If you look after a guide, ask whoever runs Signpost to"
        + " put "
        + person
            .address()
            .map(it -> it + " into its file")
            .orElse("your email address into its file, and to have it verified where you signed in")
        + ". If we write to you at another address, have a link sent there. If you help to run"
        + " Signpost, ask to be added to a group that does.";
  }

  private MutableHttpResponse<?> refused(HttpRequest<?> request, String why) {
    desk.refused(desk.stranger(request), Optional.empty(), why);
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
