package signpost.search.pages.owner;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import signpost.search.account.Sessions;
import signpost.search.account.SignedIn;
import signpost.search.gate.SessionCookie;
import signpost.search.gate.SignInChoice;
import signpost.search.gate.Visitor;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/**
 * Opens somebody's own page: by the link in a mail, or because they are signed in at an address at
 * which the notifier writes to them. It is asked for each request, so nobody goes on with a page
 * that is theirs no more, and the words that open it leave search only to the notifier.
 */
@Singleton
final class OwnAccess {
  private final NotifierPages notifier;
  private final Sessions sessions;
  private final SignInChoice choice;
  private final SessionCookie cookie;
  private final PageFrames frames;
  private final HtmlRenderer html;

  OwnAccess(
      NotifierPages notifier,
      Sessions sessions,
      SignInChoice choice,
      SessionCookie cookie,
      PageFrames frames,
      HtmlRenderer html) {
    this.notifier = notifier;
    this.sessions = sessions;
    this.choice = choice;
    this.cookie = cookie;
    this.frames = frames;
    this.html = html;
  }

  /** A page that is open: how it is named, and the words that the notifier takes. */
  record OpenedPage(NotifierApi api, OwnKey key, String token) {}

  /** What is to be opened: {@code given} says by name what the address or the form says. */
  private record AskedPage(
      HttpRequest<?> request,
      Function<String, Optional<String>> given,
      Function<OpenedPage, MutableHttpResponse<?>> page) {}

  /** Which of several pages somebody means. */
  record ChoiceModel(PageFrame frame, List<NotifierApi.OwnReader> readers) {}

  /**
   * Opens one, or says why not.
   *
   * @param given what the address or the form says, by name
   */
  MutableHttpResponse<?> open(
      HttpRequest<?> request,
      Function<String, Optional<String>> given,
      Function<OpenedPage, MutableHttpResponse<?>> page) {
    Optional<String> link = given.apply("t");
    if (link.isPresent()) {
      String token = link.get();
      return notifier.ask(api -> page.apply(new OpenedPage(api, OwnKey.link(token), token)));
    }
    Optional<SignedIn> session = Visitor.of(request).flatMap(Visitor::session);
    return session
        .flatMap(SignedIn::address)
        .<MutableHttpResponse<?>>map(it ->
            notifier.ask(api ->
                signedIn(api, address(it, session.get()), new AskedPage(request, given, page))))
        .orElseGet(() -> session.isPresent() ? withoutAddress() : stranger(request));
  }

  private NotifierApi.OwnAddress address(String address, SignedIn session) {
    return NotifierApi.OwnAddress.of(address, sessions.left(session));
  }

  private MutableHttpResponse<?> signedIn(
      NotifierApi api, NotifierApi.OwnAddress address, AskedPage asked) {
    List<NotifierApi.OwnReader> readers = api.vouched(address);
    Optional<String> as = asked.given().apply("as");
    List<NotifierApi.OwnReader> meant =
        readers.stream().filter(it -> as.map(it.id()::equals).orElse(true)).toList();
    if (meant.size() == 1) {
      NotifierApi.OwnReader reader = meant.getFirst();
      return asked.page().apply(new OpenedPage(api, OwnKey.signedIn(reader.id()), reader.token()));
    }
    if (readers.isEmpty()) {
      return unknown(address.email());
    }
    return isLooking(asked.request()) ? whose(readers) : yoursNoMore();
  }

  /** Who sends a form has to see that nothing came of it. */
  private static boolean isLooking(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET;
  }

  private MutableHttpResponse<?> yoursNoMore() {
    return notifier.word(
        HttpStatus.FORBIDDEN,
        "That page is not yours any more",
        "Nothing was changed.",
        "/yours",
        "Go on to your page");
  }

  private MutableHttpResponse<?> whose(List<NotifierApi.OwnReader> readers) {
    return html.ok(
        "owner/yoursChoice",
        new ChoiceModel(frames.of("Your pages", NavigationEntry.YOURS), readers));
  }

  private MutableHttpResponse<?> unknown(String address) {
    return link(
        HttpStatus.FORBIDDEN,
        "Nothing is kept for you yet",
        "You are signed in, and Signpost writes to nobody at "
            + address
            + ". If you look after a guide, ask whoever runs Signpost to put that address into its"
            + " file. If we write to you at another address, have a link sent there.");
  }

  private MutableHttpResponse<?> withoutAddress() {
    return link(
        HttpStatus.FORBIDDEN,
        "No page of your own",
        "You are signed in, but not by an email address that is known to be yours. If we write to"
            + " you, have a link sent to you.");
  }

  /** Whether people have addresses here by signing in. */
  boolean signsIn(HttpRequest<?> request) {
    return (choice.hasProvider() || choice.hasAccounts()) && cookie.isSafe(request);
  }

  private MutableHttpResponse<?> stranger(HttpRequest<?> request) {
    String way = signsIn(request) ? "/sign-in?to=/yours" : "/yours/link";
    return isLooking(request)
        ? NotifierPages.secret(HttpResponse.seeOther(URI.create(way)))
        : NotifierPages.secret(
            notifier.word(
                HttpStatus.FORBIDDEN,
                "You are not signed in any more",
                "Nothing was changed.",
                way,
                "Go on to your page"));
  }

  private MutableHttpResponse<?> link(HttpStatus status, String heading, String text) {
    return NotifierPages.secret(
        notifier.word(status, heading, text, "/yours/link", "Have a link sent to you"));
  }
}
