package signpost.tools.check;

import java.util.Optional;
import java.util.regex.Pattern;
import signpost.tools.check.Verdict.Kind;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectFailure;
import signpost.web.fetch.FetchOutcome.DnsFailure;
import signpost.web.fetch.FetchOutcome.TlsFailure;
import signpost.web.fetch.Redirects;

/** What one visit can know: certain errors apart from what only time tells. */
final class Judging {
  /** The letters of https in some number and order, which no other scheme consists of. */
  private static final Pattern MISSPELT = Pattern.compile("(?=.*t)(?=.*p)[ht][htps]{2,7}");

  private Judging() {}

  static Verdict of(FetchOutcome outcome, Statuses accept) {
    return switch (outcome) {
      case Answered answer -> answered(answer, accept);
      case FetchOutcome.NotModified _ -> new Verdict(Kind.OK, 304, "not modified");
      case FetchOutcome.TooManyRedirects _ -> Verdict.of(Kind.BROKEN, "too many redirects");
      case DnsFailure dns ->
          switch (dns.kind()) {
            case UNKNOWN_HOST -> Verdict.of(Kind.BROKEN, "there is no host of this name");
            case TROUBLE ->
                Verdict.of(Kind.SUSPECT, "its name could not be looked up: " + dns.detail());
          };
      case ConnectFailure failure ->
          switch (failure.kind()) {
            case REFUSED -> Verdict.of(Kind.BROKEN, "the connection was refused");
            case TIMED_OUT -> Verdict.of(Kind.SUSPECT, "no connection came about in time");
            case UNREACHABLE -> Verdict.of(Kind.SUSPECT, "the host could not be reached");
          };
      case TlsFailure tls -> tls(tls);
      case FetchOutcome.TimedOut late -> Verdict.of(Kind.SUSPECT, "timed out: " + late.detail());
      case FetchOutcome.ConnectionLost lost ->
          Verdict.of(Kind.SUSPECT, "the connection was lost: " + lost.detail());
      case FetchOutcome.TooLarge _ ->
          Verdict.of(Kind.SUSPECT, "the answer expands beyond all measure");
      case FetchOutcome.RefusedByRobots robots ->
          Verdict.of(Kind.SKIPPED, "its robots.txt asks us not to (" + robots.rule() + ")");
      case FetchOutcome.RefusedByGuard guard ->
          Verdict.of(
              Kind.SKIPPED,
              guard.reason() + "; give a URL of this host and port to have it checked");
      case FetchOutcome.InvalidUrl invalid -> Verdict.of(Kind.BROKEN, invalid.reason());
    };
  }

  private static Verdict tls(TlsFailure tls) {
    return switch (tls.kind()) {
      case EXPIRED -> Verdict.of(Kind.BROKEN, "its certificate is out of date");
      case WRONG_HOST -> Verdict.of(Kind.BROKEN, "its certificate is for another host");
      case UNTRUSTED -> Verdict.of(Kind.BROKEN, "its certificate is not trusted");
      case INCOMPLETE_CHAIN ->
          Verdict.of(Kind.BROKEN, "its certificate chain is incomplete; some browsers make do");
      case HANDSHAKE ->
          Verdict.of(Kind.SUSPECT, "no secure connection came about: " + tls.detail());
    };
  }

  private static Verdict answered(Answered answer, Statuses accept) {
    int status = answer.status();
    if (accept.has(status)) {
      return new Verdict(Kind.OK, status, "");
    }
    if (wall(answer)) {
      return new Verdict(Kind.BLOCKED, status, "a wall against bots; check by hand");
    }
    return switch (status) {
      case 404 -> new Verdict(Kind.BROKEN, status, "not found");
      case 410 -> new Verdict(Kind.BROKEN, status, "gone");
      case 401, 407 -> new Verdict(Kind.BLOCKED, status, "asks for a login; check by hand");
      case 403, 406, 451, 999 -> new Verdict(Kind.BLOCKED, status, "turns us away; check by hand");
      case 408, 425 -> new Verdict(Kind.SUSPECT, status, "may answer another time");
      case 429 -> new Verdict(Kind.SUSPECT, status, "the host limits how often it is asked");
      default -> other(status);
    };
  }

  private static Verdict other(int status) {
    if (status >= 500 && status < 600) {
      return new Verdict(Kind.SUSPECT, status, "trouble on the server");
    }
    return switch (status) {
      case 300 -> new Verdict(Kind.SUSPECT, status, "offers several pages; check by hand");
      case 304 -> new Verdict(Kind.SUSPECT, status, "says that we have the page already");
      case 301, 302, 303, 307, 308 ->
          new Verdict(Kind.BROKEN, status, "redirects without saying where");
      default ->
          new Verdict(
              Kind.BROKEN,
              status,
              status < 400 ? "not an answer to count as fine" : "the request fails");
    };
  }

  private static boolean wall(Answered answer) {
    return answer.headers().first("cf-mitigated").isPresent();
  }

  /** Where a redirect leads; empty if the answer is none. */
  static Optional<String> location(FetchOutcome outcome) {
    return outcome instanceof Answered answer
        ? Redirects.location(answer.status(), answer.headers())
        : Optional.empty();
  }

  /** What can be said of mail addresses and telephone numbers without asking anybody. */
  static Optional<Verdict> bySyntax(WebUrl url) {
    return switch (url.scheme()) {
      case "http", "https", "file" -> Optional.empty();
      case "mailto" -> Optional.of(judged(Addresses.mail(url), "no mail address"));
      case "tel" -> Optional.of(judged(Addresses.telephone(url), "no telephone number"));
      case "sms", "smsto" -> Optional.of(judged(Addresses.message(url), "no telephone number"));
      default -> Optional.of(otherScheme(url.scheme()));
    };
  }

  private static Verdict otherScheme(String scheme) {
    return MISSPELT.matcher(scheme).matches()
        ? Verdict.of(Kind.BROKEN, scheme + ": is misspelt; https: was meant, or http:")
        : Verdict.of(Kind.SKIPPED, scheme + ": is not a scheme we can check");
  }

  private static Verdict judged(boolean good, String otherwise) {
    return good ? Verdict.of(Kind.OK, "") : Verdict.of(Kind.BROKEN, otherwise);
  }
}
