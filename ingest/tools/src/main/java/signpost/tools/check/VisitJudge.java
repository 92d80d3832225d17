package signpost.tools.check;

import java.util.Optional;
import java.util.regex.Pattern;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectFailure;
import signpost.web.fetch.FetchOutcome.DnsFailure;
import signpost.web.fetch.FetchOutcome.TlsFailure;
import signpost.web.fetch.Redirects;

/** What one visit can know: certain errors apart from what only time tells. */
final class VisitJudge {
  /** The letters of https in some number and order, which no other scheme consists of. */
  private static final Pattern MISSPELT = Pattern.compile("(?=.*t)(?=.*p)[ht][htps]{2,7}");

  static final CheckVerdict NO_HOST =
      CheckVerdict.of(ResultClass.BROKEN, "there is no host of this name");

  private VisitJudge() {}

  static CheckVerdict of(FetchOutcome outcome, AcceptedStatuses accept) {
    return switch (outcome) {
      case Answered answer -> answered(answer, accept);
      case FetchOutcome.NotModified _ -> new CheckVerdict(ResultClass.OK, 304, "not modified");
      case FetchOutcome.TooManyRedirects _ ->
          CheckVerdict.of(ResultClass.BROKEN, "too many redirects");
      case DnsFailure dns ->
          switch (dns.kind()) {
            case UNKNOWN_HOST -> NO_HOST;
            case TROUBLE ->
                CheckVerdict.of(
                    ResultClass.SUSPECT, "its name could not be looked up: " + dns.detail());
          };
      case ConnectFailure failure ->
          switch (failure.kind()) {
            case REFUSED -> CheckVerdict.of(ResultClass.BROKEN, "the connection was refused");
            case TIMED_OUT ->
                CheckVerdict.of(ResultClass.SUSPECT, "no connection came about in time");
            case UNREACHABLE ->
                CheckVerdict.of(ResultClass.SUSPECT, "the host could not be reached");
          };
      case TlsFailure tls -> tls(tls);
      case FetchOutcome.TimedOut late ->
          CheckVerdict.of(ResultClass.SUSPECT, "timed out: " + late.detail());
      case FetchOutcome.ConnectionLost lost ->
          CheckVerdict.of(ResultClass.SUSPECT, "the connection was lost: " + lost.detail());
      case FetchOutcome.TooLarge _ ->
          CheckVerdict.of(ResultClass.SUSPECT, "the answer expands beyond all measure");
      case FetchOutcome.RefusedByRobots robots ->
          skipped("its robots.txt asks us not to (" + robots.rule() + ")");
      case FetchOutcome.RefusedByPublisher asked ->
          skipped("its publisher asks us not to (" + asked.entry() + ")");
      case FetchOutcome.RefusedByGuard guard ->
          skipped(guard.reason() + "; give a URL of this host and port to have it checked");
      case FetchOutcome.InvalidUrl invalid -> CheckVerdict.of(ResultClass.BROKEN, invalid.reason());
    };
  }

  private static CheckVerdict skipped(String why) {
    return CheckVerdict.of(ResultClass.SKIPPED, why);
  }

  private static CheckVerdict tls(TlsFailure tls) {
    return switch (tls.kind()) {
      case EXPIRED -> CheckVerdict.of(ResultClass.BROKEN, "its certificate is out of date");
      case WRONG_HOST -> CheckVerdict.of(ResultClass.BROKEN, "its certificate is for another host");
      case UNTRUSTED -> CheckVerdict.of(ResultClass.BROKEN, "its certificate is not trusted");
      case INCOMPLETE_CHAIN ->
          CheckVerdict.of(
              ResultClass.BROKEN, "its certificate chain is incomplete; some browsers make do");
      case HANDSHAKE ->
          CheckVerdict.of(ResultClass.SUSPECT, "no secure connection came about: " + tls.detail());
    };
  }

  private static CheckVerdict answered(Answered answer, AcceptedStatuses accept) {
    int status = answer.status();
    if (accept.has(status)) {
      return new CheckVerdict(ResultClass.OK, status, "");
    }
    if (wall(answer)) {
      return new CheckVerdict(ResultClass.BLOCKED, status, "a wall against bots; check by hand");
    }
    return switch (status) {
      case 404 -> new CheckVerdict(ResultClass.BROKEN, status, "not found");
      case 410 -> new CheckVerdict(ResultClass.BROKEN, status, "gone");
      case 401, 407 ->
          new CheckVerdict(ResultClass.BLOCKED, status, "asks for a login; check by hand");
      case 403, 406, 451, 999 ->
          new CheckVerdict(ResultClass.BLOCKED, status, "turns us away; check by hand");
      case 408, 425 -> new CheckVerdict(ResultClass.SUSPECT, status, "may answer another time");
      case 429 ->
          new CheckVerdict(ResultClass.SUSPECT, status, "the host limits how often it is asked");
      default -> other(status);
    };
  }

  private static CheckVerdict other(int status) {
    if (status >= 500 && status < 600) {
      return new CheckVerdict(ResultClass.SUSPECT, status, "trouble on the server");
    }
    return switch (status) {
      case 300 ->
          new CheckVerdict(ResultClass.SUSPECT, status, "offers several pages; check by hand");
      case 304 ->
          new CheckVerdict(ResultClass.SUSPECT, status, "says that we have the page already");
      case 301, 302, 303, 307, 308 ->
          new CheckVerdict(ResultClass.BROKEN, status, "redirects without saying where");
      default ->
          new CheckVerdict(
              ResultClass.BROKEN,
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
  static Optional<CheckVerdict> bySyntax(WebUrl url) {
    return switch (url.scheme()) {
      case "http", "https", "file" -> Optional.empty();
      case "mailto" -> Optional.of(judged(AddressSyntax.mail(url), "no mail address"));
      case "tel" -> Optional.of(judged(AddressSyntax.telephone(url), "no telephone number"));
      case "sms", "smsto" -> Optional.of(judged(AddressSyntax.message(url), "no telephone number"));
      default -> Optional.of(otherScheme(url.scheme()));
    };
  }

  private static CheckVerdict otherScheme(String scheme) {
    return MISSPELT.matcher(scheme).matches()
        ? CheckVerdict.of(ResultClass.BROKEN, scheme + ": is misspelt; https: was meant, or http:")
        : CheckVerdict.of(ResultClass.SKIPPED, scheme + ": is not a scheme we can check");
  }

  private static CheckVerdict judged(boolean good, String otherwise) {
    return good
        ? CheckVerdict.of(ResultClass.OK, "")
        : CheckVerdict.of(ResultClass.BROKEN, otherwise);
  }
}
