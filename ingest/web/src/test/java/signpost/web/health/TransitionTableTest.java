package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.health.Cases.INCIDENT;
import static signpost.web.health.Cases.JUDGE;
import static signpost.web.health.Cases.START;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.events.RecordJson;
import signpost.web.health.Observation.InsecureTarget;
import signpost.web.health.Observation.NotAsked;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.Observation.WalledTarget;

/** The whole table: what one more observation, a minute later, makes of every state. */
final class TransitionTableTest {
  private static final Instant NOW = START.plusSeconds(60);

  /** Rows: the states of {@link Cases#states()}. Columns: as {@link #column} names them. */
  private static final String TABLE =
      """
                   works moved ended unread same  wall        limit       insecure    notasked    fails
      NotChecked   Ok    Ok    Ok    Ok     Ok    Blocked     NotChecked  TlsProblem  NotChecked  Suspect
      Ok           Ok    Ok    Ok    Ok     Ok    Blocked     Ok          TlsProblem  NotChecked  Suspect
      Moved        Ok    Moved Ok    Ok     Ok    Blocked     Moved       TlsProblem  NotChecked  Suspect
      Suspect      Ok    Ok    Ok    Ok     Ok    Blocked     Suspect     TlsProblem  NotChecked  Suspect
      Broken       Ok    Ok    Ok    Ok     Ok    Broken      Broken      Broken      Broken      Broken
      Blocked      Ok    Ok    Ok    Ok     Ok    Blocked     Blocked     TlsProblem  NotChecked  Suspect
      GoneInPlace  GoneInPlace GoneInPlace GoneInPlace GoneInPlace GoneInPlace GoneInPlace GoneInPlace GoneInPlace GoneInPlace Suspect
      TlsProblem   Ok    Ok    Ok    Ok     Ok    Blocked     TlsProblem  TlsProblem  NotChecked  Suspect
      NotChecked   Ok    Ok    Ok    Ok     Ok    Blocked     NotChecked  TlsProblem  NotChecked  Suspect
      Unknown      Ok    Ok    Ok    Ok     Ok    Blocked     Unknown     TlsProblem  NotChecked  Suspect
      """;

  @Test
  void everyStateAndObservationGoesWhereTheTableSays() {
    String[] rows = TABLE.strip().split("\n", -1);
    for (int row = 0; row < Cases.states().size(); row++) {
      TargetState before = Cases.states().get(row);
      String[] cells = rows[row + 1].strip().split("\\s+", -1);
      assertThat(name(before.health())).isEqualTo(cells[0]);
      for (Observation seen : Cases.observations()) {
        Judgement judgement = JUDGE.judge(before, seen, HostView.WELL, NOW);
        assertThat(name(judgement.after().health()))
            .as("%s, then %s", cells[0], seen)
            .isEqualTo(cells[1 + column(seen)]);
        assertThat(judgement.nextCheckAt()).as("%s, then %s", cells[0], seen).isAfter(NOW);
      }
    }
  }

  @Test
  void silenceWhileTheHostIsInTroubleIsUnknownAndAnAnswerIsJudgedByItself() {
    for (TargetState before : Cases.states()) {
      for (FailureClass failure : FailureClass.values()) {
        String after =
            name(JUDGE.judge(before, Cases.fails(failure), INCIDENT, NOW).after().health());
        String without =
            name(JUDGE.judge(before, Cases.fails(failure), HostView.WELL, NOW).after().health());
        boolean broken = before.health() instanceof LinkHealth.Broken;
        assertThat(after)
            .as("%s, then %s", before.health(), failure)
            .isEqualTo(failure.isSilence() && !broken ? "Unknown" : without);
      }
    }
  }

  @Test
  void whatFailsAtAnotherHostIsNotExplainedByTheTroubleOfItsOwn() {
    for (FailureClass failure : FailureClass.values()) {
      Observation elsewhere = new TargetFails("It failed there", failure, true);
      LinkHealth after = JUDGE.judge(TargetState.NEW, elsewhere, INCIDENT, NOW).after().health();
      assertThat(after).isEqualTo(new LinkHealth.Suspect(failure, NOW));
    }
  }

  @Test
  void nothingSeenWhileOurOwnNetworkIsInTroubleIsRemembered() {
    for (TargetState before : Cases.states()) {
      for (Observation seen : Cases.observations()) {
        Judgement judgement = JUDGE.judge(before, seen, HostView.UNSEEN, NOW);
        assertThat(judgement.after()).isEqualTo(before);
        assertThat(judgement.transition()).isEmpty();
      }
    }
  }

  @Test
  void seeingTheSameAgainAtOnceChangesNothing() {
    for (TargetState before : Cases.states()) {
      for (Observation seen : Cases.observations()) {
        Judgement once = JUDGE.judge(before, seen, HostView.WELL, NOW);
        Judgement twice = JUDGE.judge(once.after(), seen, HostView.WELL, NOW);
        assertThat(twice.after().health())
            .as("%s, %s", before.health(), seen)
            .isEqualTo(once.after().health());
        assertThat(twice.transition()).as("%s, %s", before.health(), seen).isEmpty();
        assertThat(twice.after().failures()).isEqualTo(once.after().failures());
        assertThat(twice.after().walls()).isEqualTo(once.after().walls());
      }
    }
  }

  @Test
  void everyStateSurvivesTheDatabase() {
    for (TargetState before : Cases.states()) {
      for (Observation seen : Cases.observations()) {
        TargetState after = JUDGE.judge(before, seen, HostView.WELL, NOW).after();
        assertThat(RecordJson.read(RecordJson.write(after), TargetState.class)).isEqualTo(after);
      }
    }
  }

  private static String name(LinkHealth health) {
    return health.getClass().getSimpleName();
  }

  private static int column(Observation seen) {
    return switch (seen) {
      case TargetWorks it -> it.ending().isPresent() ? 2 : it.movedTo().isPresent() ? 1 : 0;
      case StillThere it -> it.same() ? 4 : 3;
      case WalledTarget it -> it.certain() ? 5 : 6;
      case InsecureTarget _ -> 7;
      case NotAsked _ -> 8;
      case TargetFails _ -> 9;
    };
  }
}
