package signpost.search.query;

import java.util.List;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.LinkEvent.LinkTransition;
import signpost.search.index.JoinedPage;

/**
 * Everything told about one URL: itself, its revisions and transitions of health (newest first),
 * findings about it (newest first), and those of its links that are in trouble.
 */
public record PageHistory(
    JoinedPage page,
    List<PageChanged> changes,
    List<LinkTransition> transitions,
    List<FindingChanged> findings,
    List<JoinedPage> badLinks) {
  public PageHistory {
    changes = List.copyOf(changes);
    transitions = List.copyOf(transitions);
    findings = List.copyOf(findings);
    badLinks = List.copyOf(badLinks);
  }
}
