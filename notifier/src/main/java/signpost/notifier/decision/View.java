package signpost.notifier.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** All that a decision about one owner rests on. */
record View(
    ZoneId zone, List<Group> groups, Set<String> downHosts, int immediateToday, Instant now) {
  View {
    groups = List.copyOf(groups);
    downHosts = Set.copyOf(downHosts);
  }
}
