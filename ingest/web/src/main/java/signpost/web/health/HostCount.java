package signpost.web.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import signpost.events.LinkHealth;

/** How the visited targets of a host stand, the one at hand included. */
public record HostCount(List<TargetGroup> groups) {
  public HostCount {
    groups = List.copyOf(groups);
  }

  /**
   * So many targets of one sort.
   *
   * @param everWell whether their pages were ever seen
   * @param broken whether they were called broken already
   * @param lately how many of them were visited within {@link HostJudge#LATELY}
   * @param since how many of them were visited since the target at hand began to fail
   */
  public record TargetGroup(
      HostSign sign, boolean everWell, boolean broken, int n, int lately, int since) {
    private boolean is(HostSign other) {
      return sign == other;
    }
  }

  /** How the other visited targets of a host stand. */
  @FunctionalInterface
  public interface TargetCensus {
    /**
     * Returns the other targets in groups; {@code since} is the time from which a visit counts as
     * recent.
     */
    List<TargetGroup> since(Instant since);
  }

  /** The target at hand, as it is seen now, and its neighbours. */
  static HostCount with(
      Observation seen, boolean everWell, TargetState before, List<TargetGroup> neighbours) {
    boolean broken = before.health() instanceof LinkHealth.Broken;
    List<TargetGroup> all = new ArrayList<>(neighbours);
    all.add(new TargetGroup(HostSign.of(seen), everWell, broken, 1, 1, 1));
    return new HostCount(all);
  }

  private int answering() {
    return sum(it -> it.sign().isAnswer(), TargetGroup::n);
  }

  int silent() {
    return sum(it -> it.sign().silence().isPresent() && counts(it), TargetGroup::n);
  }

  int silentLike(Evidence kind) {
    return sum(
        it -> it.sign().silence().filter(kind::equals).isPresent() && counts(it), TargetGroup::n);
  }

  /** Those that say anything of their host. */
  int witnesses() {
    return answering() + silent();
  }

  /** Those that were seen once, now answer "not found", and are not called broken yet. */
  int turnedMissing() {
    return sum(it -> it.is(HostSign.MISSING) && it.everWell() && !it.broken(), TargetGroup::n);
  }

  int askedLately() {
    return sum(_ -> true, TargetGroup::lately);
  }

  /** Those that have shown their page since the target at hand began to fail. */
  int wellSince() {
    return sum(it -> it.is(HostSign.WELL), TargetGroup::since);
  }

  /** Those that have shown their page since then, or within the hour. */
  int wellLately() {
    return sum(it -> it.is(HostSign.WELL), it -> Math.max(it.since(), it.lately()));
  }

  /**
   * A page that was never seen may have been broken from the beginning. While other pages answer,
   * its failure does not count against the host.
   */
  private boolean counts(TargetGroup group) {
    return !group.is(HostSign.MUTE) || group.everWell() || answering() == 0;
  }

  private int sum(Predicate<TargetGroup> which, ToIntFunction<TargetGroup> what) {
    return groups.stream().filter(which).mapToInt(what).sum();
  }
}
