package signpost.web.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.web.health.Observation.InsecureTarget;
import signpost.web.health.Observation.NotAsked;
import signpost.web.health.Observation.PageEnded;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.Observation.WalledTarget;
import signpost.web.health.TargetState.EndingSeen;
import signpost.web.health.TargetState.FailedVisit;
import signpost.web.health.TargetState.PermanentMove;

/** The states and observations the judge's tests speak of. */
final class Cases {
  static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
  static final Duration EVERY = Duration.ofDays(1);
  static final Judge JUDGE = new Judge(EVERY);
  static final Observation WORKS = new TargetWorks("GET: 200", Optional.empty(), Optional.empty());
  static final Observation UNREAD = new StillThere("GET: 200", Optional.empty(), false);
  static final Observation UNCHANGED = new StillThere("GET: 304", Optional.empty(), true);
  static final Observation WALL = new WalledTarget("GET: 403", "403", true);
  static final Observation RATE_LIMIT = new WalledTarget("GET: 429", "429", false);
  static final Observation INSECURE =
      new InsecureTarget("The chain is incomplete", "its chain is incomplete", Optional.empty());
  static final Observation NOT_ASKED = new NotAsked("robots.txt", "robots.txt: Disallow: /");
  static final HostView INCIDENT = new HostView(Optional.of(START), HostNeighbours.UNKNOWN, false);
  static final HostView MASS = new HostView(Optional.empty(), HostNeighbours.MISSING_TOO, false);
  static final HostView NOBODY_TO_ASK =
      new HostView(Optional.empty(), HostNeighbours.UNKNOWN, false);

  private Cases() {}

  static Observation fails(FailureClass failure) {
    return new TargetFails("It failed: " + failure, failure);
  }

  static Observation moved(String to) {
    return new TargetWorks("GET: 200 after a redirect", Optional.of(to), Optional.empty());
  }

  static Observation says(GoneKind kind) {
    return new TargetWorks("GET: 200", Optional.empty(), Optional.of(ending(kind)));
  }

  static PageEnded ending(GoneKind kind) {
    return new PageEnded(kind, "This page is " + kind, Optional.empty());
  }

  /** Every kind of observation there is, one of each. */
  static List<Observation> observations() {
    List<Observation> all =
        new ArrayList<>(
            List.of(
                WORKS,
                moved("https://new.example/"),
                says(GoneKind.WITHDRAWN),
                UNREAD,
                UNCHANGED,
                WALL,
                RATE_LIMIT,
                INSECURE,
                NOT_ASKED));
    Arrays.stream(FailureClass.values()).map(Cases::fails).forEach(all::add);
    return all;
  }

  /** One memory for each state, as the judge could have left it at {@link #START}. */
  static List<TargetState> states() {
    Instant before = START.minus(Duration.ofDays(9));
    EndingSeen ended =
        new EndingSeen(ending(GoneKind.WITHDRAWN), before, START, true, Optional.empty());
    List<FailedVisit> one = List.of(new FailedVisit(FailureClass.NOT_FOUND, START));
    List<FailedVisit> many =
        List.of(
            new FailedVisit(FailureClass.NOT_FOUND, before),
            new FailedVisit(FailureClass.NOT_FOUND, START));
    return List.of(
        TargetState.NEW,
        state(new LinkHealth.Ok(), List.of(), Optional.empty(), Optional.empty()),
        state(
            new LinkHealth.Moved("https://new.example/", before),
            List.of(),
            Optional.of(new PermanentMove("https://new.example/", before)),
            Optional.empty()),
        state(
            new LinkHealth.Suspect(FailureClass.NOT_FOUND, START),
            one,
            Optional.empty(),
            Optional.empty()),
        state(
            new LinkHealth.Broken(FailureClass.NOT_FOUND, before),
            many,
            Optional.empty(),
            Optional.empty()),
        state(new LinkHealth.Blocked("403", before), List.of(), Optional.empty(), Optional.empty()),
        state(
            new LinkHealth.GoneInPlace(
                GoneKind.WITHDRAWN, before, "This page is WITHDRAWN", Optional.empty()),
            List.of(),
            Optional.empty(),
            Optional.of(ended)),
        state(
            new LinkHealth.TlsProblem("its chain is incomplete", Optional.empty()),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        state(
            new LinkHealth.NotChecked("robots.txt: Disallow: /"),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        state(new LinkHealth.Unknown("its host", START), one, Optional.empty(), Optional.empty()));
  }

  private static TargetState state(
      LinkHealth health,
      List<FailedVisit> failures,
      Optional<PermanentMove> move,
      Optional<EndingSeen> ending) {
    return new TargetState(
        health,
        failures,
        false,
        0,
        move,
        ending,
        List.of(new Attempt(START, "GET")),
        Optional.empty(),
        Optional.empty());
  }

  /** The state after the same thing was seen at each of these times after {@link #START}. */
  static TargetState after(TargetState before, Observation seen, Duration... times) {
    TargetState state = before;
    for (Duration time : times) {
      state = JUDGE.judge(state, seen, HostView.WELL, START.plus(time)).after();
    }
    return state;
  }

  static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
