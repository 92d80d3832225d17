package signpost.notifier.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.finding.Finding;
import signpost.notifier.listing.Hosts;

/** One cause, one finding: what a greater trouble explains is not told beside it. */
final class Inhibition {
  private Inhibition() {}

  static List<Candidate> visible(Group group, Set<String> downHosts, Instant now) {
    Set<String> certificates = new HashSet<>();
    Set<String> names = new HashSet<>();
    return group.candidates().stream()
        .sorted(
            Comparator.comparing((Candidate c) -> c.told().isEmpty())
                .thenComparing(c -> c.finding().openedAt())
                .thenComparing(c -> c.finding().id()))
        .filter(c -> !isBehindHost(c.finding(), downHosts))
        .filter(c -> !isBehindGuide(c.finding(), group))
        .filter(c ->
            c.finding().kind() != FindingKind.TLS_PROBLEM
                || !c.finding().isOpen()
                || certificates.add(c.finding().host()))
        .filter(c ->
            c.finding().kind() != FindingKind.HOST_DOWN
                || !c.finding().isOpen()
                || names.add(nameOf(c.finding().host())))
        .filter(c -> !c.isHeld(now))
        .toList();
  }

  /** One site may be watched under http and https. */
  private static String nameOf(String origin) {
    return origin.substring(origin.indexOf("://") + 3);
  }

  private static boolean isBehindHost(Finding finding, Set<String> downHosts) {
    return finding.kind() != FindingKind.HOST_DOWN
        && !finding.isAnswered()
        && downHosts.contains(finding.host());
  }

  private static boolean isBehindGuide(Finding finding, Group group) {
    if (!group.down() || group.page().isEmpty()) {
      return false;
    }
    String page = group.page().get();
    return !finding.subject().equals(page) && !finding.subject().equals(Hosts.originOf(page));
  }
}
