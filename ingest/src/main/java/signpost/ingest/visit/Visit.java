package signpost.ingest.visit;

import java.util.List;
import java.util.Optional;
import signpost.events.WebUrl;
import signpost.ingest.extract.ReadOutcome;
import signpost.ingest.fetch.FetchOutcome;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;

/**
 * One attempt to get one URL, as far as it has come: fetched, then perhaps read. {@code links} are
 * all the links of a source's page, those of its menus too; {@code ofSibling}: not the URL itself
 * was asked for, but one beside it that cannot exist.
 */
public record Visit(
    Lease lease,
    FetchOutcome outcome,
    HostAfter host,
    Optional<ReadOutcome> reading,
    List<WebUrl> links,
    boolean ofSibling) {

  public Visit {
    links = List.copyOf(links);
  }

  /** A visit that has fetched and not read. */
  public static Visit fetched(Lease lease, FetchOutcome outcome, HostAfter host) {
    return new Visit(lease, outcome, host, Optional.empty(), List.of(), false);
  }

  /** A visit that asked for a sibling of its URL, to learn how the server says "not found". */
  static Visit ofSibling(Lease lease, FetchOutcome outcome, HostAfter host) {
    return new Visit(lease, outcome, host, Optional.empty(), List.of(), true);
  }

  /** This visit with what its body says. */
  public Visit read(ReadOutcome outcome, List<WebUrl> found) {
    return new Visit(lease, this.outcome, host, Optional.of(outcome), found, ofSibling);
  }

  /** Whether there is a body worth reading: a whole answer of a target whose text is kept. */
  public boolean readable() {
    return lease.kind().isRead()
        && outcome instanceof FetchOutcome.Answered answer
        && answer.status() >= 200
        && answer.status() < 300
        && answer.body().size() > 0;
  }
}
