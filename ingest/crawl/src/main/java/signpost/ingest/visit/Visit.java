package signpost.ingest.visit;

import java.util.List;
import java.util.Optional;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.ingest.frontier.Lease;
import signpost.url.WebUrl;
import signpost.web.extract.ReadOutcome;
import signpost.web.fetch.FetchOutcome;

/**
 * One attempt to get one URL, as far as it has come: fetched, then perhaps read. {@code links} are
 * all the links of a source's page, those of its menus too; {@code errand}: what was asked for in
 * place of the URL itself.
 */
public record Visit(
    Lease lease,
    FetchOutcome outcome,
    HostAfter host,
    Optional<ReadOutcome> reading,
    List<WebUrl> links,
    Optional<Errand> errand) {

  public Visit {
    links = List.copyOf(links);
  }

  /** A visit that has fetched and not read. */
  public static Visit fetched(Lease lease, FetchOutcome outcome, HostAfter host) {
    return new Visit(lease, outcome, host, Optional.empty(), List.of(), Optional.empty());
  }

  /** A visit that asked for something else, for its URL's sake. */
  static Visit on(Errand errand, Lease lease, FetchOutcome outcome, HostAfter host) {
    return new Visit(lease, outcome, host, Optional.empty(), List.of(), Optional.of(errand));
  }

  /** This visit with what its body says. */
  public Visit read(ReadOutcome outcome, List<WebUrl> found) {
    return new Visit(lease, this.outcome, host, Optional.of(outcome), found, errand);
  }

  /** Whether the URL itself was asked for. */
  public boolean isOfTarget() {
    return errand.isEmpty();
  }

  /** Whether there is a body worth reading: a whole answer of a target whose text is kept. */
  public boolean readable() {
    return lease.kind().isRead()
        && errand.map(Errand::isPage).orElse(true)
        && outcome instanceof FetchOutcome.Answered answer
        && answer.status() >= 200
        && answer.status() < 300
        && answer.body().size() > 0;
  }
}
