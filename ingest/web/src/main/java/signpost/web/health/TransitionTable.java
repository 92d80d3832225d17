package signpost.web.health;

import static signpost.web.health.TransitionTable.TransitionRule.INSECURE;
import static signpost.web.health.TransitionTable.TransitionRule.KEPT;
import static signpost.web.health.TransitionTable.TransitionRule.SHUT_OUT;
import static signpost.web.health.TransitionTable.TransitionRule.STILL_BROKEN;
import static signpost.web.health.TransitionTable.TransitionRule.STILL_SHUT_OUT;
import static signpost.web.health.TransitionTable.TransitionRule.UNASKED;
import static signpost.web.health.TransitionTable.TransitionRule.UNPROVEN;
import static signpost.web.health.TransitionTable.TransitionRule.WELL;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import signpost.events.LinkHealth;

/**
 * A table that names the rule which decides the next state, by the state before and the kind of
 * observation.
 */
final class TransitionTable {
  /** The states, as rows. */
  enum HealthRow {
    OK,
    MOVED,
    SUSPECT,
    BROKEN,
    BLOCKED,
    GONE_IN_PLACE,
    TLS_PROBLEM,
    NOT_CHECKED,
    UNKNOWN;

    static HealthRow of(LinkHealth health) {
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
  enum ObservationColumn {
    ANSWERS,
    FAILS,
    WALLED,
    INSECURE,
    NOT_ASKED;

    static ObservationColumn of(Observation seen) {
      return switch (seen) {
        case Observation.TargetWorks _, Observation.StillThere _ -> ANSWERS;
        case Observation.TargetFails _ -> FAILS;
        case Observation.WalledTarget _ -> WALLED;
        case Observation.InsecureTarget _ -> INSECURE;
        case Observation.NotAsked _ -> NOT_ASKED;
      };
    }
  }

  /** What decides; {@link TransitionRules} has each in code. */
  enum TransitionRule {
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

  private static final Map<HealthRow, Map<ObservationColumn, TransitionRule>> TABLE =
      new EnumMap<>(HealthRow.class);

  static {
    // ANSWERS, FAILS, WALLED, INSECURE, NOT_ASKED
    row(HealthRow.OK, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(HealthRow.MOVED, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(HealthRow.SUSPECT, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(HealthRow.BROKEN, WELL, STILL_BROKEN, KEPT, KEPT, KEPT);
    row(HealthRow.BLOCKED, WELL, UNPROVEN, STILL_SHUT_OUT, INSECURE, UNASKED);
    row(HealthRow.GONE_IN_PLACE, WELL, UNPROVEN, KEPT, KEPT, KEPT);
    row(HealthRow.TLS_PROBLEM, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(HealthRow.NOT_CHECKED, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
    row(HealthRow.UNKNOWN, WELL, UNPROVEN, SHUT_OUT, INSECURE, UNASKED);
  }

  private TransitionTable() {}

  private static void row(
      HealthRow state,
      TransitionRule answers,
      TransitionRule fails,
      TransitionRule walled,
      TransitionRule insecure,
      TransitionRule notAsked) {
    Map<ObservationColumn, TransitionRule> row = new EnumMap<>(ObservationColumn.class);
    row.put(ObservationColumn.ANSWERS, answers);
    row.put(ObservationColumn.FAILS, fails);
    row.put(ObservationColumn.WALLED, walled);
    row.put(ObservationColumn.INSECURE, insecure);
    row.put(ObservationColumn.NOT_ASKED, notAsked);
    TABLE.put(state, row);
  }

  static TransitionRule rule(HealthRow state, ObservationColumn sight) {
    return Objects.requireNonNull(Objects.requireNonNull(TABLE.get(state)).get(sight));
  }

  /** The next state. {@code state} remembers this sight already; its health is still the old. */
  static LinkHealth next(TargetState state, Observation seen, HostView host, Instant now) {
    TransitionRule rule = rule(HealthRow.of(state.health()), ObservationColumn.of(seen));
    return TransitionRules.by(rule, state, seen, host, now);
  }
}
