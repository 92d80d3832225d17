package signpost.web.health;

import static signpost.web.health.Transitions.Rule.INSECURE;
import static signpost.web.health.Transitions.Rule.KEPT;
import static signpost.web.health.Transitions.Rule.SHUT_OUT;
import static signpost.web.health.Transitions.Rule.STILL_BROKEN;
import static signpost.web.health.Transitions.Rule.STILL_SHUT_OUT;
import static signpost.web.health.Transitions.Rule.UNASKED;
import static signpost.web.health.Transitions.Rule.UNPROVEN;
import static signpost.web.health.Transitions.Rule.WELL;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import signpost.events.LinkHealth;

/**
 * A table that names the rule which decides the next state, by the state before and the kind of
 * observation.
 */
final class Transitions {
  /** The states, as rows. */
  enum State {
    OK,
    MOVED,
    SUSPECT,
    BROKEN,
    BLOCKED,
    GONE_IN_PLACE,
    TLS_PROBLEM,
    NOT_CHECKED,
    UNKNOWN;

    static State of(LinkHealth health) {
      return switch (health) {
        case LinkHealth.Ok _ -> OK;
        case LinkHealth.Moved _ -> MOVED;
        case LinkHealth.Suspect _ -> SUSPECT;
        case LinkHealth.Broken _ -> BROKEN;
        case LinkHealth.Blocked _ -> BLOCKED;
        case LinkHealth.GoneInPlace _ -> GONE_IN_PLACE;
        case LinkHealth.TlsProblem _ -> TLS_PROBLEM;
        case LinkHealth.NotChecked _ -> NOT_CHECKED;
        case LinkHealth.Unknown _ -> UNKNOWN;
      };
    }
  }

  /** The sorts of what can be seen, as columns. */
  enum Sight {
    ANSWERS,
    FAILS,
    WALLED,
    INSECURE,
    NOT_ASKED;

    static Sight of(Observation seen) {
      return switch (seen) {
        case Observation.Works _, Observation.StillThere _ -> ANSWERS;
        case Observation.Fails _ -> FAILS;
        case Observation.Walled _ -> WALLED;
        case Observation.Insecure _ -> INSECURE;
        case Observation.NotAsked _ -> NOT_ASKED;
      };
    }
  }

  /** What decides; {@link Verdicts} has each in code. */
  enum Rule {
    /** Works, unless it has ended, moved, or its certificate ends soon. */
    WELL,
    /** Suspect, until the evidence is in; unknown while its host is in trouble. */
    UNPROVEN,
    /** Broken, whatever else it now fails by. */
    STILL_BROKEN,
    /** Blocked once the wall is certain; until then as it was. */
    SHUT_OUT,
    /** Blocked, since when it was. */
    STILL_SHUT_OUT,
    /** A problem of the certificate. */
    INSECURE,
    /** Not checked, and why. */
    UNASKED,
    /** Nothing was learnt of the page, so what was told of it stands. */
    KEPT
  }

  private static final Map<State, Map<Sight, Rule>> TABLE = new EnumMap<>(State.class);

  static {
    // ANSWERS, FAILS, WALLED, INSECURE, NOT_ASKED
    row(State.OK, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(State.MOVED, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(State.SUSPECT, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(State.BROKEN, WELL, STILL_BROKEN, KEPT, KEPT, KEPT);
    row(State.BLOCKED, WELL, UNPROVEN, STILL_SHUT_OUT, INSECURE, UNASKED);
    row(State.GONE_IN_PLACE, WELL, UNPROVEN, KEPT, KEPT, KEPT);
    row(State.TLS_PROBLEM, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(State.NOT_CHECKED, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(State.UNKNOWN, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
  }

  private Transitions() {}

  private static void row(
      State state, Rule answers, Rule fails, Rule walled, Rule insecure, Rule notAsked) {
    Map<Sight, Rule> row = new EnumMap<>(Sight.class);
    row.put(Sight.ANSWERS, answers);
    row.put(Sight.FAILS, fails);
    row.put(Sight.WALLED, walled);
    row.put(Sight.INSECURE, insecure);
    row.put(Sight.NOT_ASKED, notAsked);
    TABLE.put(state, row);
  }

  static Rule rule(State state, Sight sight) {
    return Objects.requireNonNull(Objects.requireNonNull(TABLE.get(state)).get(sight));
  }

  /** The next state. {@code state} remembers this sight already; its health is still the old. */
  static LinkHealth next(TargetState state, Observation seen, HostView host, Instant now) {
    Rule rule = rule(State.of(state.health()), Sight.of(seen));
    return Verdicts.by(rule, state, seen, host, now);
  }
}
