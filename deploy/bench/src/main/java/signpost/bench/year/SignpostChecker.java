package signpost.bench.year;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import signpost.events.LinkEvent;
import signpost.events.LinkHealth;
import signpost.web.health.HostCount.TargetGroup;
import signpost.web.health.HostJudge;
import signpost.web.health.HostSign;
import signpost.web.health.HostState;
import signpost.web.health.HostView;
import signpost.web.health.Judge;
import signpost.web.health.Judgement;
import signpost.web.health.NetworkWatch;
import signpost.web.health.Observation;
import signpost.web.health.TargetState;

/** The year as Signpost sees it: the real judge of links, hosts and our own network. */
final class SignpostChecker {
  /** As {@code signpost.placed-every} has it. */
  static final Duration EVERY = Duration.ofHours(12);

  private final SimulatedWorld world;
  private final IntFunction<Judge> judges;
  private final NetworkWatch network = new NetworkWatch();
  private final @Nullable TargetState[] states;
  private final long[] visitedAt;
  private final long[] dueAt;
  private final List<List<Integer>> ofHost;
  private final HostState[] hosts;
  private final boolean[] everWell;
  private final PriorityQueue<DueVisit> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(DueVisit::at).thenComparingInt(DueVisit::target));
  private final List<OutageAlert> alerts = new ArrayList<>();
  private long visits;

  private record DueVisit(long at, int target) {}

  SignpostChecker(SimulatedWorld world) {
    this(world, _ -> EVERY);
  }

  /** {@code every}: how long each target may wait for its next visit while it is well. */
  SignpostChecker(SimulatedWorld world, IntFunction<Duration> every) {
    this.world = world;
    this.judges = target -> new Judge(every.apply(target));
    this.states = new TargetState[world.targets()];
    this.visitedAt = new long[world.targets()];
    this.dueAt = new long[world.targets()];
    this.ofHost =
        Stream.generate(() -> (List<Integer>) new ArrayList<Integer>())
            .limit(world.hosts())
            .toList();
    this.hosts = new HostState[world.hosts()];
    Arrays.fill(hosts, HostState.WELL);
    this.everWell = new boolean[world.targets()];
    for (int target = 0; target < world.targets(); target++) {
      ofHost.get(world.hostOf(target)).add(target);
      due(target, SimulatedWorld.START + target * 86_400L / world.targets());
    }
  }

  /** Runs the year; what was told, in order. */
  List<OutageAlert> run() {
    while (true) {
      DueVisit due = queue.remove();
      if (due.at() >= SimulatedWorld.START + SimulatedWorld.YEAR) {
        return alerts;
      }
      if (dueAt[due.target()] != due.at()) {
        continue; // asked earlier than was planned
      }
      visits++;
      Instant next = visit(due.target(), due.at());
      visitedAt[due.target()] = due.at();
      due(due.target(), Math.max(next.getEpochSecond() + jitter(due), due.at() + 1));
    }
  }

  long visits() {
    return visits;
  }

  private void due(int target, long at) {
    dueAt[target] = at;
    queue.add(new DueVisit(at, target));
  }

  /** As ingest does: neighbours that were well and were not asked lately, a second apart. */
  private void askWitnesses(int target, long now) {
    long lately = now - HostJudge.LATELY.toSeconds();
    List<Integer> asked =
        ofHost.get(world.hostOf(target)).stream()
            .filter(it -> it != target && visitedAt[it] < lately && dueAt[it] > now)
            .filter(it ->
                Optional.ofNullable(states[it])
                    .filter(s -> HostSign.of(s) == HostSign.WELL)
                    .isPresent())
            .sorted(Comparator.comparingLong(it -> visitedAt[it]))
            .limit(HostJudge.WITNESSES)
            .toList();
    long at = now;
    for (int witness : asked) {
      due(witness, ++at);
    }
  }

  private Instant visit(int target, long second) {
    Instant now = Instant.ofEpochSecond(second);
    Observation seen = VisitView.of(world.seen(target, second));
    everWell[target] |= seen instanceof Observation.TargetWorks;
    TargetState before = Optional.ofNullable(states[target]).orElse(TargetState.NEW);
    boolean ours = network.add("host-" + world.hostOf(target), before, seen, now);
    before = network.forget(before);
    if (ours) {
      return judges.apply(target).judge(before, seen, HostView.UNSEEN, now).nextCheckAt();
    }
    if (HostJudge.callsWitnesses(before, seen)) {
      askWitnesses(target, second);
    }
    HostView host = host(target, before, seen, now);
    Judgement judgement = judges.apply(target).judge(before, seen, host, now);
    states[target] = judgement.after();
    judgement.transition().ifPresent(it -> tell(target, it.to(), second));
    return judgement.nextCheckAt();
  }

  private void askSilent(int target, long now) {
    long at = now;
    for (int other : ofHost.get(world.hostOf(target))) {
      boolean silent =
          Optional.ofNullable(states[other]).filter(it -> HostSign.of(it).isSilent()).isPresent();
      if (silent && other != target && dueAt[other] > now) {
        due(other, ++at);
      }
    }
  }

  private HostView host(int target, TargetState before, Observation seen, Instant now) {
    int host = world.hostOf(target);
    HostJudge.HostReview look =
        HostJudge.look(
            hosts[host],
            before,
            seen,
            everWell[target],
            false,
            since -> neighbours(target, since, now),
            now);
    hosts[host] = look.judgement().after();
    if (look.judgement().isBack()) {
      askSilent(target, now.getEpochSecond());
    }
    look.judgement()
        .happened()
        .filter(LinkEvent.HostState.DOWN::equals)
        .ifPresent(_ -> alerts.add(alertOfHost(target, now.getEpochSecond())));
    return look.view();
  }

  /** As ingest counts them in SQL. */
  private List<TargetGroup> neighbours(int target, Instant since, Instant now) {
    long lately = now.minus(HostJudge.LATELY).getEpochSecond();
    List<TargetGroup> groups = new ArrayList<>();
    for (int other : ofHost.get(world.hostOf(target))) {
      TargetState state = states[other];
      if (other != target && state != null) {
        groups.add(
            new TargetGroup(
                HostSign.of(state),
                everWell[other],
                state.health() instanceof LinkHealth.Broken,
                1,
                visitedAt[other] >= lately ? 1 : 0,
                visitedAt[other] >= since.getEpochSecond() ? 1 : 0));
      }
    }
    return groups;
  }

  private void tell(int target, LinkHealth to, long now) {
    if (to instanceof LinkHealth.Broken || to instanceof LinkHealth.GoneInPlace) {
      alerts.add(
          new OutageAlert(now, target, false, world.truthOf(target, now), evidence(target, now)));
    }
  }

  private OutageAlert alertOfHost(int target, long now) {
    int host = world.hostOf(target);
    return new OutageAlert(now, host, true, world.truthOfHost(host, now), evidence(target, now));
  }

  /** The failures seen of the target, each by how long ago it was. */
  private String evidence(int target, long now) {
    TargetState state = Optional.ofNullable(states[target]).orElse(TargetState.NEW);
    return neighbours(target)
        + state.failures().stream()
            .map(it -> it.failure() + " " + Duration.ofSeconds(now - it.at().getEpochSecond()))
            .collect(Collectors.joining(", "));
  }

  private String neighbours(int target) {
    return "one of %d targets of its host: ".formatted(ofHost.get(world.hostOf(target)).size());
  }

  /** Up to five minutes, the same for each target, so that visits do not march in step. */
  private static long jitter(DueVisit due) {
    return Math.floorMod(due.target() * 2_654_435_761L, 300);
  }
}
