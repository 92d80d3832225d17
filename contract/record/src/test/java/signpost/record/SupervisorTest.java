package signpost.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import signpost.kit.LogLines;

/** What may be relied upon of a loop. */
@Timeout(60)
final class SupervisorTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final LoopPace BRISK =
      new LoopPace(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ZERO, Duration.ZERO);
  private static final LoopPace SLOW_TO_SETTLE =
      new LoopPace(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofHours(1), Duration.ZERO);
  private static final LoopPlan PLAN =
      LoopPlan.of("counting", "Counting sheep", Duration.ofMillis(1));

  @Test
  void failureIsLoggedOnceAndOnceMoreWhenItIsOver() {
    try (LogLines log = new LogLines(LoopHealth.class);
        Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), BRISK)) {
      AtomicInteger failures = new AtomicInteger();
      supervisor.start(
          PLAN,
          LoopWork.steps(() -> {
            if (failures.incrementAndGet() <= 20) {
              throw new IllegalStateException(new SQLException("refused", "08001"));
            }
            return false;
          }));
      await(() -> !log.starting("Counting sheep is well again").isEmpty());
      assertThat(log.starting("Counting sheep fails"))
          .containsExactly(
              "Counting sheep fails and is tried again: the database is away (refused)");
      assertThat(log.starting("Counting sheep is well again")).hasSize(1);
      assertThat(supervisor.failing()).isEmpty();
    }
  }

  @Test
  void whatFailsIsToldWithItsBeginningUntilItGetsOn() {
    AtomicBoolean away = new AtomicBoolean(true);
    try (Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), BRISK)) {
      SupervisedLoop loop =
          supervisor.start(
              PLAN,
              LoopWork.steps(() -> {
                if (away.get()) {
                  throw new AwayException("the field is flooded", new RuntimeException());
                }
                return false;
              }));
      await(() -> !loop.isWell());
      assertThat(supervisor.failing())
          .containsExactly(
              new FailingLoop("counting", "Counting sheep", NOON, "the field is flooded"));
      away.set(false);
      await(loop::isWell);
      assertThat(supervisor.failing()).isEmpty();
    }
  }

  @Test
  void whatFailsNowAndThenIsOneTrouble() {
    AtomicInteger steps = new AtomicInteger();
    try (LogLines log = new LogLines(LoopHealth.class);
        Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), SLOW_TO_SETTLE)) {
      supervisor.start(
          PLAN,
          LoopWork.steps(() -> {
            if (steps.incrementAndGet() % 2 == 0) {
              throw new AwayException("the gate is shut", new RuntimeException());
            }
            return true;
          }));
      await(() -> steps.get() > 40);
      assertThat(log.starting("Counting sheep")).hasSize(1);
    }
  }

  @Test
  void anErrorEndsOneLifeAndNotTheLoop() {
    AtomicInteger steps = new AtomicInteger();
    try (Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), BRISK)) {
      SupervisedLoop loop =
          supervisor.start(
              PLAN,
              LoopWork.steps(() -> {
                return switch (steps.incrementAndGet()) {
                  case 1 -> throw new StackOverflowError();
                  case 2 -> throw new OutOfMemoryError("as if");
                  case 3 -> throw new NoClassDefFoundError("signpost/Gone");
                  case 4 -> throw new InterruptedException();
                  default -> false;
                };
              }));
      await(() -> steps.get() > 10);
      assertThat(loop.isWell()).isTrue();
    }
  }

  @Test
  void eachLifeIsClosedBeforeTheNextBegins() {
    List<String> told = new ArrayList<>();
    CountDownLatch thirdLife = new CountDownLatch(1);
    AtomicInteger lives = new AtomicInteger();
    Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), BRISK);
    supervisor.start(PLAN, () -> new Witness(lives.incrementAndGet(), told, thirdLife));
    awaitQuietly(thirdLife);
    supervisor.close();
    assertThat(told)
        .startsWith("begun 1", "closed 1", "begun 2", "closed 2", "begun 3")
        .endsWith("closed 3");
  }

  /** Says when it begins and is closed; its first two lives fail. */
  private record Witness(int life, List<String> told, CountDownLatch thirdLife)
      implements LoopWork.LoopLife {
    Witness {
      told.add("begun " + life);
    }

    @Override
    public boolean step() {
      if (life < 3) {
        throw new IllegalStateException("life " + life);
      }
      thirdLife.countDown();
      return false;
    }

    @Override
    public void close() {
      told.add("closed " + life);
    }
  }

  @Test
  void stepThatHangsIsNotWellUntilItEnds() {
    CountDownLatch answer = new CountDownLatch(1);
    try (LogLines log = new LogLines(LoopHealth.class);
        Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), BRISK)) {
      SupervisedLoop loop =
          supervisor.start(
              PLAN.withPatience(Duration.ofMillis(20)),
              LoopWork.steps(() -> {
                answer.await();
                return false;
              }));
      await(() -> !loop.isWell());
      assertThat(supervisor.failing())
          .extracting(FailingLoop::since, FailingLoop::why)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  NOON, "it hangs in one step and does not get on"));
      assertThat(log.starting("Counting sheep does not get on"))
          .singleElement()
          .asString()
          .contains("at java.base/java.util.concurrent.CountDownLatch.await");
      answer.countDown();
      await(loop::isWell);
    }
  }

  @Test
  void closeDoesNotWaitForThePauseAfterAFailure() {
    LoopPace patient =
        new LoopPace(Duration.ofHours(1), Duration.ofHours(2), Duration.ZERO, Duration.ZERO);
    Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), patient);
    SupervisedLoop loop =
        supervisor.start(
            PLAN,
            LoopWork.steps(() -> {
              throw new IllegalStateException("no sheep");
            }));
    await(() -> !loop.isWell());
    supervisor.close();
    assertThat(supervisor.failing()).isEmpty();
  }

  @Test
  void closeEndsAStepThatWaitsForEver() {
    Semaphore never = new Semaphore(0);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), BRISK);
    supervisor.start(
        PLAN,
        LoopWork.steps(() -> {
          begun.countDown();
          try {
            never.acquire();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return false;
        }));
    awaitQuietly(begun);
    supervisor.close();
    awaitQuietly(interrupted);
  }

  @Test
  void wakenedLoopDoesNotRestTillTheNextTick() {
    AtomicInteger steps = new AtomicInteger();
    try (Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), BRISK)) {
      SupervisedLoop loop =
          supervisor.start(
              LoopPlan.of("resting", "Resting", Duration.ofHours(1)),
              LoopWork.steps(() -> {
                steps.incrementAndGet();
                return false;
              }));
      await(() -> steps.get() == 1);
      loop.wake();
      await(() -> steps.get() == 2);
    }
  }

  @Test
  void restIsAnEighthOfTheTimeInWhichNothingWasFoundAndHasBothEnds() {
    Duration idle = Duration.ofMillis(100);
    GrowingRest rests = LoopPace.USUAL.rests(idle);
    assertThat(List.of(0L, 799L, 800L, 2_000L, 8_000L, 16_000L, 3_600_000L))
        .extracting(quiet -> rests.after(Duration.ofMillis(quiet)).toMillis())
        .containsExactly(100L, 100L, 100L, 250L, 1_000L, 2_000L, 2_000L);
    assertThat(LoopPace.USUAL.rests(Duration.ofHours(1)).after(Duration.ofDays(1)))
        .isEqualTo(Duration.ofHours(1));
    assertThat(LoopPace.USUAL.withoutLongRests().rests(idle).after(Duration.ofDays(1)))
        .isEqualTo(idle);
  }

  /** Rests that grew from one to the next would take hours by then. */
  @Test
  void loopThatIsWokenOrFindsSomethingNowAndThenRestsNoLonger() {
    LoopPace drowsy =
        new LoopPace(
            Duration.ofMillis(1), Duration.ofMillis(4), Duration.ZERO, Duration.ofHours(1));
    AtomicInteger found = new AtomicInteger();
    AtomicInteger woken = new AtomicInteger();
    try (Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), drowsy)) {
      supervisor.start(PLAN, LoopWork.steps(() -> found.incrementAndGet() % 2 == 0));
      SupervisedLoop other =
          supervisor.start(PLAN, LoopWork.steps(() -> woken.incrementAndGet() < 0));
      while (found.get() < 200 || woken.get() < 200) {
        if (woken.get() % 2 == 0) {
          other.wake();
        }
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void clockThatStepsChangesNoPauseAndNoPatience() {
    AtomicInteger hours = new AtomicInteger();
    InstantSource stepping =
        () -> NOON.plus(Duration.ofHours(hours.incrementAndGet() % 2 == 0 ? 9 : -9));
    AtomicInteger steps = new AtomicInteger();
    try (Supervisor supervisor = new Supervisor(stepping, BRISK)) {
      SupervisedLoop loop =
          supervisor.start(
              PLAN,
              LoopWork.steps(() -> {
                if (steps.incrementAndGet() < 10) {
                  throw new IllegalStateException("no sheep");
                }
                return false;
              }));
      await(() -> steps.get() > 50);
      assertThat(loop.isWell()).isTrue();
    }
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    LoopPace pace =
        new LoopPace(
            Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ZERO);
    assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 60, Integer.MAX_VALUE))
        .extracting(pace::pause)
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L, 10_000L, 10_000L);
  }

  @Test
  void whatHasNoLoopIsWatchedToo() {
    try (Supervisor supervisor = new Supervisor(InstantSource.fixed(NOON), BRISK)) {
      LoopHealth health = supervisor.watch(PLAN);
      health.failed(new AwayException("the wolf came", new RuntimeException()));
      assertThat(supervisor.failing())
          .extracting(FailingLoop::why)
          .containsExactly("the wolf came");
      assertThat(health.pause()).isEqualTo(Duration.ofMillis(1));
      health.gotOn();
      assertThat(supervisor.failing()).isEmpty();
      assertThat(health.pause()).isZero();
    }
  }

  private static void await(BooleanSupplier fact) {
    while (!fact.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
