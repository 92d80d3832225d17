package signpost.notifier.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import signpost.catalogue.Preferences;

/**
 * All that a decision about one owner rests on. {@code immediate} is when they were last written to
 * at once, as far as it may count.
 */
public record DecisionView(
    ZoneId zone,
    Preferences preferences,
    List<GuideGroup> groups,
    Set<String> downHosts,
    List<Instant> immediate,
    Instant now) {
  public DecisionView {
    groups = List.copyOf(groups);
    immediate = List.copyOf(immediate);
    downHosts = Set.copyOf(downHosts);
  }

  /** How many urgent messages were written on a day of the owner's calendar. */
  int immediateOn(Instant day) {
    LocalDate date = day.atZone(zone).toLocalDate();
    return (int)
        immediate.stream().filter(at -> at.atZone(zone).toLocalDate().equals(date)).count();
  }
}
