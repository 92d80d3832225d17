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
    return merged(finding)
        .filter(it -> !told.add(one.group().guide() + " " + it.cause()))
        .map(OneCause::reason);
  }

  /** What several findings of a guide may have in common, and how it is said of all but one. */
  private record OneCause(String cause, HeldReason reason) {}

  private static Optional<OneCause> merged(Finding finding) {
    String host = finding.host();
    return switch (finding.kind()) {
      case TLS_PROBLEM -> Optional.of(new OneCause("tls " + host, HeldReason.SAME_CERTIFICATE));
      case HOST_DOWN -> Optional.of(new OneCause("down " + nameOf(host), HeldReason.SAME_SITE));
      case DOMAIN_ENDING ->
          Optional.of(
              new OneCause(
                  "ends " + finding.detail().domain().orElse(nameOf(host)), HeldReason.SAME_NAME));
      case BROKEN, GONE_IN_PLACE, MOVED, CHANGED, REPORTED, REVIEW_DUE, ADDRESS_QUESTION ->
          Optional.empty();
    };
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
