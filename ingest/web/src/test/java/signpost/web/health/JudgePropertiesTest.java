package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.health.Cases.JUDGE;
import static signpost.web.health.Cases.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import signpost.events.FailureClass;
import signpost.events.LinkHealth.Broken;
import signpost.events.RecordJson;
import signpost.web.health.Observation.StillThere;
import signpost.web.health.Observation.TargetFails;
import signpost.web.health.Observation.TargetWorks;

/** What holds for any history whatever: 3,000 of them, from fixed seeds. */
final class JudgePropertiesTest {
  private static final int HISTORIES = 3_000;
  private static final int VISITS = 40;

  private record Seen(Instant at, Observation what) {}

  @Test
  void nothingIsEverBrokenWithoutTheEvidenceOfItsClass() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      List<Seen> history = history(seed);
      TargetState state = TargetState.NEW;
      for (int i = 0; i < history.size(); i++) {
        Seen seen = history.get(i);
        boolean was = state.health() instanceof Broken;
        state = JUDGE.judge(state, seen.what(), HostView.WELL, seen.at()).after();
        if (!was && state.health() instanceof Broken broken) {
          assertThat(enough(history.subList(0, i + 1), broken.failure()))
              .as("seed %s, visit %s: %s", seed, i, broken)
              .isTrue();
        }
      }
    }
  }

  @Test
  void aSuccessAlwaysResets() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      TargetState state = TargetState.NEW;
      for (Seen seen : history(seed)) {
        state = JUDGE.judge(state, seen.what(), HostView.WELL, seen.at()).after();
        if (seen.what() instanceof TargetWorks || seen.what() instanceof StillThere) {
          assertThat(state.failures()).isEmpty();
          assertThat(state.walls()).isZero();
          assertThat(state.health()).isNotInstanceOf(Broken.class);
        }
      }
    }
  }

  @Test
  void duplicatesOfAnyVisitChangeNoVerdict() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      TargetState once = TargetState.NEW;
      TargetState often = TargetState.NEW;
      for (Seen seen : history(seed)) {
        once = JUDGE.judge(once, seen.what(), HostView.WELL, seen.at()).after();
        for (int i = random.nextInt(3); i >= 0; i--) {
          often = JUDGE.judge(often, seen.what(), HostView.WELL, seen.at()).after();
        }
        assertThat(often.health()).as("seed %s", seed).isEqualTo(once.health());
        assertThat(often.failures()).isEqualTo(once.failures());
      }
    }
  }

  @Test
  void visitsThatArriveOutOfOrderNeverMakeABrokenLinkOfTooFewFailures() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      Observation fails = Cases.fails(FailureClass.SERVER_ERROR);
      Random random = new Random(seed);
      TargetState state = TargetState.NEW;
      for (int i = 0; i < 20; i++) {
        Instant at = START.plus(Duration.ofMinutes(random.nextInt(71 * 60)));
        state = JUDGE.judge(state, fails, HostView.WELL, at).after();
        assertThat(state.health()).isNotInstanceOf(Broken.class);
      }
    }
  }

  @Test
  void whatIsRememberedNeverGrowsWithoutBound() {
    for (int seed = 0; seed < 300; seed++) {
      TargetState state = TargetState.NEW;
      for (Seen seen : history(seed)) {
        state = JUDGE.judge(state, seen.what(), HostView.WELL, seen.at()).after();
        assertThat(RecordJson.write(state).length()).isLessThan(6_000);
      }
    }
  }

  private static List<Seen> history(int seed) {
    Random random = new Random(seed);
    List<Observation> kinds = Cases.observations();
    List<Observation> few =
        List.of(
            kinds.get(random.nextInt(kinds.size())),
            kinds.get(random.nextInt(kinds.size())),
            kinds.get(random.nextInt(kinds.size())));
    List<Seen> history = new ArrayList<>();
    Instant at = START;
    for (int i = 0; i < VISITS; i++) {
      List<Observation> from = random.nextInt(4) == 0 ? kinds : few;
      history.add(new Seen(at, from.get(random.nextInt(from.size()))));
      at = at.plus(Duration.ofMinutes(1L << random.nextInt(12)));
    }
    return history;
  }

  /**
   * The rule said over again, without the judge's memory: walls, warnings and refusals say nothing.
   */
  private static boolean enough(List<Seen> history, FailureClass failure) {
    int from = 0;
    for (int i = 0; i < history.size(); i++) {
      Observation what = history.get(i).what();
      boolean ends = what instanceof TargetWorks || what instanceof StillThere;
      from = ends ? i + 1 : from;
    }
    List<Seen> failures =
        history.subList(from, history.size()).stream()
            .filter(it -> it.what() instanceof TargetFails)
            .toList();
    List<Instant> own =
        failures.stream()
            .filter(it -> it.what() instanceof TargetFails fails && alike(fails.failure(), failure))
            .map(Seen::at)
            .toList();
    List<Instant> all = failures.stream().map(Seen::at).toList();
    return switch (failure) {
      case NOT_FOUND, GONE -> spans(own, 2, 1) || spans(all, 3, 72);
      case TLS_EXPIRED, TLS_UNTRUSTED, TLS_WRONG_HOST -> spans(own, 2, 24) || spans(all, 3, 72);
      case UNKNOWN_HOST -> spans(own, 3, 24) || spans(all, 3, 72);
      case CLIENT_ERROR,
          SERVER_ERROR,
          DNS_TROUBLE,
          REFUSED,
          UNREACHABLE,
          TIMED_OUT,
          CONNECTION_LOST,
          TLS_HANDSHAKE,
          TOO_MANY_REDIRECTS,
          TOO_LARGE,
          INVALID_URL ->
          spans(all, 3, 72);
    };
  }

  private static boolean alike(FailureClass a, FailureClass b) {
    return Evidence.of(a) == Evidence.of(b);
  }

  private static boolean spans(List<Instant> seen, int times, int hours) {
    return seen.size() >= times
        && Duration.between(seen.getFirst(), seen.getLast()).toHours() >= hours;
  }
}
