package signpost.ingest.visit;

import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.web.fetch.FetchOutcome;

/** One attempt to get one URL for its own sake: what came of it says what is done next. */
public sealed interface Visit {
  Lease lease();

  FetchOutcome outcome();

  HostAfter host();

  /** A whole answer of a target whose text is kept: it is read and compared. */
  record Answered(Lease lease, FetchOutcome.Answered outcome, HostAfter host) implements Visit {}

  /** It answered with nothing that we read: an error, an empty body, too much, a mere link. */
  record Unread(Lease lease, FetchOutcome outcome, HostAfter host) implements Visit {}

  /** It says that what was read last still stands. */
  record Unchanged(Lease lease, FetchOutcome.NotModified outcome, HostAfter host)
      implements Visit {}

  /** Its redirects lead on and on, or to no address. */
  record MovedOn(Lease lease, FetchOutcome outcome, HostAfter host) implements Visit {}

  /** Nothing was requested: robots.txt or our own guard forbids it. */
  record Refused(Lease lease, FetchOutcome outcome, HostAfter host) implements Visit {}

  /** No answer came. */
  record Failed(Lease lease, FetchOutcome outcome, HostAfter host) implements Visit {}

  /** Every outcome there is, sorted by what it takes to record it. */
  static Visit of(Lease lease, FetchOutcome outcome, HostAfter host) {
    return switch (outcome) {
      case FetchOutcome.Answered answer when isWorthReading(lease, answer) ->
          new Answered(lease, answer, host);
      case FetchOutcome.Answered _, FetchOutcome.TooLarge _ -> new Unread(lease, outcome, host);
      case FetchOutcome.NotModified same -> new Unchanged(lease, same, host);
      case FetchOutcome.TooManyRedirects _, FetchOutcome.InvalidUrl _ ->
          new MovedOn(lease, outcome, host);
      case FetchOutcome.RefusedByRobots _,
          FetchOutcome.RefusedByPublisher _,
          FetchOutcome.RefusedByGuard _ ->
          new Refused(lease, outcome, host);
      case FetchOutcome.DnsFailure _,
          FetchOutcome.ConnectFailure _,
          FetchOutcome.TlsFailure _,
          FetchOutcome.TimedOut _,
          FetchOutcome.ConnectionLost _ ->
          new Failed(lease, outcome, host);
    };
  }

  /** Whether there is a body worth reading: a whole answer of a target whose text is kept. */
  static boolean isWorthReading(Lease lease, FetchOutcome.Answered answer) {
    return lease.kind().isRead()
        && answer.status() >= 200
        && answer.status() < 300
        && answer.body().size() > 0;
  }
}
