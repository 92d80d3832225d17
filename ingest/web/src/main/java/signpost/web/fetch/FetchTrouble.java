package signpost.web.fetch;

/** Says to a person at a command line why a URL gave no page. */
public final class FetchTrouble {
  private FetchTrouble() {}

  /** A clause: "it answered 404", "its host is not known (…)". */
  public static String inWords(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Answered it -> "it answered " + it.status();
      case FetchOutcome.NotModified _ -> "it answered 304 to a plain request";
      case FetchOutcome.TooManyRedirects it ->
          it.loop() ? "its redirects lead in a circle" : "it redirects too often";
      case FetchOutcome.DnsFailure it -> "its host is not known (" + it.detail() + ")";
      case FetchOutcome.ConnectFailure it -> "no connection came about (" + it.detail() + ")";
      case FetchOutcome.TlsFailure it -> "its certificate is not right (" + it.detail() + ")";
      case FetchOutcome.TimedOut it -> "it took too long (" + it.detail() + ")";
      case FetchOutcome.ConnectionLost it -> "the connection broke (" + it.detail() + ")";
      case FetchOutcome.TooLarge it -> "it is larger than " + it.limit() + " bytes";
      case FetchOutcome.RefusedByRobots it -> "its robots.txt forbids it (" + it.rule() + ")";
      case FetchOutcome.RefusedByPublisher it ->
          "its publisher asks not to be visited (" + it.entry() + ")";
      case FetchOutcome.RefusedByGuard it -> "Signpost does not connect there: " + it.reason();
      case FetchOutcome.InvalidUrl it -> "it redirects to '" + it.input() + "', which is no URL";
    };
  }
}
