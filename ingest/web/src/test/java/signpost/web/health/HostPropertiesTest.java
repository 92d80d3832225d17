package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.health.Cases.START;
import static signpost.web.health.Cases.WORKS;
import static signpost.web.health.Cases.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import signpost.events.FailureClass;
import signpost.events.LinkHealth.Broken;
import signpost.events.LinkHealth.Unknown;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

/** What holds for any host whatever: four hundred of them, from fixed seeds. */
final class HostPropertiesTest {
  private static final int HOSTS = 400;
  private static final List<FailureClass> SILENCES =
      Arrays.stream(FailureClass.values()).filter(FailureClass::isSilence).toList();

  @Test
  void whateverStatusesAHostAnswersItIsNeverInTroubleAndNoLinkIsHidden() {
    for (int seed = 0; seed < HOSTS; seed++) {
      Random random = new Random(seed);
      VisitedHost host = new VisitedHost(1 + random.nextInt(12));
      Instant now = START;
      for (int visit = 0; visit < 60; visit++) {
        now = now.plus(Duration.ofMinutes(1L << random.nextInt(12)));
        int target = random.nextInt(host.size());
        host.visit(target, answered(random), now);
        assertThat(host.state().incident()).as("seed %s", seed).isEmpty();
        assertThat(host.target(target).health()).isNotInstanceOf(Unknown.class);
      }
    }
  }

  @Test
  void silenceOfLessThanHalfOfItsTargetsIsNoTroubleOfAHost() {
    for (int seed = 0; seed < HOSTS; seed++) {
      Random random = new Random(seed);
      VisitedHost host = new VisitedHost(3 + random.nextInt(12));
      Instant now = START;
      for (int target = 0; target < host.size(); target++) {
        host.visit(target, random.nextInt(4) == 0 ? answered(random) : WORKS, now);
      }
      int silent = (host.size() - 1) / 2;
      FailureClass silence = SILENCES.get(random.nextInt(SILENCES.size()));
      for (int visit = 0; visit < 60; visit++) {
        now = now.plus(Duration.ofMinutes(1L << random.nextInt(12)));
        int target = random.nextInt(host.size());
        host.visit(target, target < silent ? Cases.fails(silence) : answered(random), now);
        assertThat(host.state().incident()).as("seed %s", seed).isEmpty();
      }
    }
  }

  @Test
  void aPageThatIsGoneIsToldWithin26HoursHoweverItsNeighboursFare() {
    for (int seed = 0; seed < HOSTS; seed++) {
      Random random = new Random(seed);
      VisitedHost host = new VisitedHost(1 + random.nextInt(80));
      host.visit(0, random.nextBoolean() ? WORKS : Cases.WALL, START);
      Instant firstSeen = START.plus(hours(12));
      Instant now = firstSeen;
      while (!(host.target(0).health() instanceof Broken)) {
        assertThat(now).as("seed %s", seed).isBefore(firstSeen.plus(hours(26)));
        neighbours(host, random, now);
        now = host.visit(0, Cases.fails(FailureClass.NOT_FOUND), now.plusSeconds(300));
      }
    }
  }

  /** Each may answer anything or be silent, for none of it brings a page back. */
  private static void neighbours(VisitedHost host, Random random, Instant now) {
    for (int target = 1; target < host.size(); target++) {
      int drawn = random.nextInt(10);
      Observation seen =
          drawn < 5
              ? WORKS
              : drawn < 7
                  ? answered(random)
                  : Cases.fails(SILENCES.get(random.nextInt(SILENCES.size())));
      host.visit(target, seen, now);
    }
  }

  /** Any status that is no error of the server's own. */
  private static Observation answered(Random random) {
    WebUrl url = WebUrl.of("https://site.example/page");
    int status = random.nextInt(3) == 0 ? 404 : 200 + random.nextInt(300);
    return StatusPolicy.of(
        new FetchOutcome.Answered(
            url, url, status, List.of(), Headers.none(), ResponseBody.empty(), Duration.ZERO),
        Optional.empty());
  }
}
