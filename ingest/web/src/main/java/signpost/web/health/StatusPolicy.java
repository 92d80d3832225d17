package signpost.web.health;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.url.WebUrl;
import signpost.web.extract.Notice;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.WebArchive;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.health.Observation.InsecureTarget;
import signpost.web.health.Observation.NotAsked;
import signpost.web.health.Observation.PageEnded;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.Observation.WalledTarget;

/** From a fetch's outcome to what it says of the target's health: the status policy, all of it. */
public final class StatusPolicy {
  private static final Set<Integer> WALLS = Set.of(401, 402, 403, 406, 407, 451, 999);

  /** Of a page that says that there is none, so many bytes are looked through. */
  private static final int MOST_READ = 256 * 1024;

  private StatusPolicy() {}

  /** {@code page}: what was read, where a page was read well. */
  public static Observation of(FetchOutcome outcome, Optional<ReadablePage> page) {
    return of(outcome, page, Expectation.NONE);
  }

  /** As {@link #of(FetchOutcome, Optional)}, knowing what a reader expects to find. */
  public static Observation of(
      FetchOutcome outcome, Optional<ReadablePage> page, Expectation expected) {
    Observation seen = seen(outcome, page, expected);
    return seen instanceof TargetFails fails && outcome.elsewhere()
        ? new TargetFails(fails.words() + ", at " + outcome.at().host(), fails.failure(), true)
        : seen;
  }

  private static Observation seen(
      FetchOutcome outcome, Optional<ReadablePage> page, Expectation expected) {
    return switch (outcome) {
      case Answered answer -> answered(answer, page, expected);
      case FetchOutcome.NotModified it ->
          new StillThere(
              "It worked, and had not changed since the last visit",
              movedTo(it.requested(), it.hops()),
              true,
              it.certificateEndsAt());
      case FetchOutcome.TooManyRedirects it ->
          new TargetFails(
              it.loop()
                  ? "It was redirected in a circle"
                  : "It was redirected more often than a browser follows",
              FailureClass.TOO_MANY_REDIRECTS);
      case FetchOutcome.DnsFailure it -> dns(it.kind());
      case FetchOutcome.ConnectFailure it -> connect(it.kind());
      case FetchOutcome.TlsFailure it -> tls(it.kind());
      case FetchOutcome.TimedOut _ ->
          new TargetFails("No answer came in time", FailureClass.TIMED_OUT);
      case FetchOutcome.ConnectionLost _ ->
          new TargetFails(
              "The connection was closed without an answer", FailureClass.CONNECTION_LOST);
      case FetchOutcome.TooLarge _ ->
          new StillThere("It was larger than we read", Optional.empty(), false);
      case FetchOutcome.RefusedByRobots it ->
          new NotAsked("robots.txt asks us not to visit", "robots.txt: " + it.rule());
      case FetchOutcome.RefusedByPublisher it ->
          new NotAsked("the publisher asks not to be visited", "opt-out: " + it.entry());
      case FetchOutcome.RefusedByGuard it ->
          new NotAsked("We may not connect to this address", "guard: " + it.reason());
      case FetchOutcome.InvalidUrl _ ->
          new TargetFails("It redirects to something that is no address", FailureClass.INVALID_URL);
    };
  }

  private static Observation dns(FetchOutcome.DnsFailure.DnsFailureKind kind) {
    return switch (kind) {
      case UNKNOWN_HOST -> new TargetFails("The name does not exist", FailureClass.UNKNOWN_HOST);
      case TROUBLE -> new TargetFails("The name could not be looked up", FailureClass.DNS_TROUBLE);
    };
  }

  private static Observation connect(FetchOutcome.ConnectFailure.ConnectFailureKind kind) {
    return switch (kind) {
      case REFUSED -> new TargetFails("The connection was refused", FailureClass.REFUSED);
      case TIMED_OUT -> new TargetFails("No connection came about in time", FailureClass.TIMED_OUT);
      case UNREACHABLE -> new TargetFails("The server cannot be reached", FailureClass.UNREACHABLE);
    };
  }

  private static Observation tls(FetchOutcome.TlsFailure.TlsFailureKind kind) {
    return switch (kind) {
      case EXPIRED -> new TargetFails("The certificate has expired", FailureClass.TLS_EXPIRED);
      case WRONG_HOST ->
          new TargetFails("The certificate is for another name", FailureClass.TLS_WRONG_HOST);
      case INCOMPLETE_CHAIN ->
          new InsecureTarget(
              "The certificate’s chain is incomplete",
              "its chain of certificates is incomplete",
              Optional.empty());
      case UNTRUSTED ->
          new TargetFails("The certificate cannot be trusted", FailureClass.TLS_UNTRUSTED);
      case HANDSHAKE ->
          new TargetFails("No secure connection came about", FailureClass.TLS_HANDSHAKE);
    };
  }

  /** Whether asking for an address beside this one that cannot exist may tell more. */
  public static boolean wantsProbe(
      FetchOutcome outcome, Optional<ReadablePage> page, Expectation expected, boolean placed) {
    return expected.notFound().isEmpty()
        && page.isPresent()
        && outcome instanceof Answered answer
        && HiddenEndings.wantsProbe(answer, page.get(), expected, placed);
  }

  private static Observation answered(
      Answered answer, Optional<ReadablePage> page, Expectation expected) {
    int status = answer.status();
    String code = " (" + status + ")";
    if (AccessWalls.isBotWall(answer)) {
      return new WalledTarget("The site let only people in" + code, "a bot wall", true);
    }
    if (status == 429) {
      return new WalledTarget("The site asked us to slow down" + code, "429", false);
    }
    if (WALLS.contains(status)) {
      return new WalledTarget("The site refused us access" + code, Integer.toString(status), true);
    }
    if (status == 404) {
      return new TargetFails(
          "The site said that there is no such page" + code + kept(answer), FailureClass.NOT_FOUND);
    }
    if (status == 410) {
      return new TargetFails(
          "The site said that the page is gone for good" + code + kept(answer), FailureClass.GONE);
    }
    if (status >= 500) {
      return new TargetFails(
          "The site reported an error of its own" + code, FailureClass.SERVER_ERROR);
    }
    return status >= 400 || status < 200 || status >= 300
        ? new TargetFails("The site did not hand the page out" + code, FailureClass.CLIENT_ERROR)
        : works(answer, page, expected);
  }

  /** Where the site says that a copy of the page is kept. */
  private static String kept(Answered answer) {
    byte[] bytes = answer.body().bytes();
    String html = new String(bytes, 0, Math.min(bytes.length, MOST_READ), ISO_8859_1);
    return WebArchive.copyOf(answer.requested(), html)
        .map(copy -> ", and that a copy is kept at " + copy)
        .orElse("");
  }

  private static Observation works(
      Answered answer, Optional<ReadablePage> page, Expectation expected) {
    if (AccessWalls.isSignIn(answer)) {
      return new WalledTarget("The site asked us to sign in", "a page to sign in", true);
    }
    Optional<String> moved = movedTo(answer.requested(), answer.hops());
    String told = moved.map(to -> "It worked, redirected for good to " + to).orElse("It worked");
    Optional<PageEnded> ending =
        page.flatMap(StatusPolicy::ending).or(() -> HiddenEndings.in(answer, page, expected));
    return page.isPresent() || ending.isPresent()
        ? new TargetWorks(
            told,
            moved,
            ending,
            page.map(it -> HiddenEndings.face(answer, it)),
            answer.certificateEndsAt())
        : new StillThere(told, moved, false, answer.certificateEndsAt());
  }

  /** The notice that counts most, if the page bears one. */
  private static Optional<PageEnded> ending(ReadablePage page) {
    return page.notices().stream()
        .sorted((a, b) -> a.kind().compareTo(b.kind()))
        .findFirst()
        .map(notice ->
            new PageEnded(
                kind(notice.kind()), notice.text(), notice.replacement().map(WebUrl::href)));
  }

  private static GoneKind kind(Notice.NoticeKind kind) {
    return switch (kind) {
      case WITHDRAWN -> GoneKind.WITHDRAWN;
      case SUPERSEDED -> GoneKind.SUPERSEDED;
      case ARCHIVED -> GoneKind.ARCHIVED;
    };
  }

  /** Where an unbroken run of permanent redirects leads, if a reader would call it elsewhere. */
  static Optional<String> movedTo(WebUrl requested, List<RedirectHop> hops) {
    WebUrl end = requested;
    for (RedirectHop hop : hops) {
      if (!hop.permanent()) {
        break;
      }
      end = hop.to();
    }
    return plain(end).equals(plain(requested)) ? Optional.empty() : Optional.of(end.href());
  }

  /** Without scheme, {@code www.}, a trailing slash and the case of the host. */
  private static String plain(WebUrl url) {
    String path = url.path();
    return url.bareHost()
        + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
        + url.query().map(query -> "?" + query).orElse("");
  }
}
