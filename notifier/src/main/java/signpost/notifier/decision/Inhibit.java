package signpost.notifier.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.finding.Finding;
import signpost.notifier.listing.HostOrigins;

/** One cause, one finding: what a greater trouble explains is not told beside it. */
record Inhibit(Set<String> downHosts) implements Stage {
  @Override
  public Passed pass(List<Pending> pending) {
    Set<String> told = new HashSet<>();
    return Passed.unless(pending, one -> reason(one, told).map(one::held));
  }

  private Optional<HeldReason> reason(Pending one, Set<String> told) {
    Finding finding = one.finding();
    if (isBehindHost(finding)) {
      return Optional.of(HeldReason.BEHIND_HOST);
    }
    if (isBehindGuide(finding, one.group())) {
      return Optional.of(HeldReason.BEHIND_GUIDE);
    }
    if (!finding.isOpen()) {
      return Optional.empty();
    }
    String guide = one.group().guide() + " ";
    if (finding.kind() == FindingKind.TLS_PROBLEM && !told.add(guide + finding.host())) {
      return Optional.of(HeldReason.SAME_CERTIFICATE);
    }
    return finding.kind() == FindingKind.HOST_DOWN && !told.add(guide + nameOf(finding.host()))
        ? Optional.of(HeldReason.SAME_SITE)
        : Optional.empty();
  }

  /** One site may be watched under http and https. */
  private static String nameOf(String origin) {
    return origin.substring(origin.indexOf("://") + 3);
  }

  private boolean isBehindHost(Finding finding) {
    return finding.kind() != FindingKind.HOST_DOWN
        && !finding.isAnswered()
        && downHosts.contains(finding.host());
  }

  private static boolean isBehindGuide(Finding finding, GuideGroup group) {
    if (!group.down() || group.page().isEmpty()) {
      return false;
    }
    String page = group.page().get();
    return !finding.subject().equals(page) && !finding.subject().equals(HostOrigins.originOf(page));
  }
}
