package signpost.ingest.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.events.LinkHealth.Broken;
import signpost.events.LinkHealth.Suspect;
import signpost.kit.SteppedClock;

/** A host that answers is there, whatever it answers: through whole visits. */
@Execution(ExecutionMode.CONCURRENT)
class AnsweringHostIT {
  private static final List<Duration> LOOKS_AFTER_A_DEPLOYMENT =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofMinutes(45),
          Duration.ofHours(5),
          Duration.ofHours(7).plusMinutes(10));

  @TempDir Path folder;
  private final Site site = new Site();
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T12:00:00Z"));

  @SuppressWarnings("NullAway.Init") // each test starts it with its own pages
  private Crawl crawl;

  @AfterEach
  void stop() {
    crawl.close();
    site.close();
  }

  @Test
  void threeMissingPagesOfFiveAreThreeBrokenLinksAndNoTroubleOfTheirHost() throws IOException {
    String[] paths = pages(5);
    start(paths);
    List.of(paths).subList(0, 3).forEach(site::remove);
    crawl.later(Duration.ofHours(12));
    LOOKS_AFTER_A_DEPLOYMENT.forEach(crawl::later);

    assertThat(statesOf(paths[0])).last().isInstanceOf(Broken.class);
    assertThat(statesOf(paths[1])).last().isInstanceOf(Broken.class);
    assertThat(statesOf(paths[2])).last().isInstanceOf(Broken.class);
    assertThat(statesOf(paths[3])).containsOnly(new LinkHealth.Ok());
    noTroubleOfTheHost();
  }

  @Test
  void aRebuiltSiteIsBrokenLinksAllSeenAtOnce() throws IOException {
    String[] paths = pages(12);
    start(paths);
    List.of(paths).forEach(site::remove);
    site.page("/new", page("New"));
    crawl.later(Duration.ofHours(12));
    LOOKS_AFTER_A_DEPLOYMENT.forEach(crawl::later);

    assertThat(broken()).hasSize(12);
    assertThat(broken()).extracting(LinkTransition::at).containsOnly(clock.instant());
    noTroubleOfTheHost();
  }

  @Test
  void aLonePageMissingForTwoHoursIsNotTold() throws IOException {
    String[] paths = pages(1);
    start(paths);
    site.remove(paths[0]);
    crawl.later(Duration.ofHours(12));
    crawl.later(Duration.ofMinutes(15));
    crawl.later(Duration.ofMinutes(105));
    assertThat(statesOf(paths[0])).last().isInstanceOf(Suspect.class);

    site.page(paths[0], page("Back"));
    crawl.later(Duration.ofHours(4));
    assertThat(statesOf(paths[0])).last().isInstanceOf(LinkHealth.Ok.class);
    assertThat(broken()).isEmpty();
  }

  @Test
  void whatWasMissingFromTheFirstIsToldAfterAnHourBesideAPageThatIsWell() throws IOException {
    String[] paths = pages(4);
    List.of(paths).subList(0, 3).forEach(site::remove);
    start(paths);
    crawl.later(Duration.ofMinutes(15));
    crawl.later(Duration.ofMinutes(45));

    assertThat(broken()).hasSize(3);
    noTroubleOfTheHost();
  }

  @Test
  void whoLedToADeadHostIsNotDeadItself() throws IOException {
    String[] paths = pages(4);
    List.of(paths).subList(0, 3).forEach(path -> site.redirect(path, "http://dead.invalid" + path));
    start(paths);
    crawl.later(Duration.ofMinutes(15));
    crawl.later(Duration.ofMinutes(45));

    assertThat(statesOf(paths[0])).last().isInstanceOf(Suspect.class);
    noTroubleOfTheHost();
  }

  private void start(String... paths) throws IOException {
    crawl = new Crawl(folder, site, clock, AnsweringHostIT.class, paths);
    crawl.settle();
  }

  private String[] pages(int n) {
    String[] paths = IntStream.range(0, n).mapToObj(i -> "/page" + i).toArray(String[]::new);
    for (String path : paths) {
      site.page(path, page(path));
    }
    return paths;
  }

  private static String page(String title) {
    return "<!doctype html><title>%s</title><main><h1>%s</h1><p>%s</p></main>"
        .formatted(title, title, "Where to turn to, and what to expect of whom. ".repeat(12));
  }

  private void noTroubleOfTheHost() {
    assertThat(crawl.told().of(HostTransition.class)).isEmpty();
    assertThat(crawl.told().of(LinkTransition.class))
        .extracting(LinkTransition::to)
        .noneMatch(LinkHealth.Unknown.class::isInstance);
  }

  private List<LinkTransition> broken() {
    return crawl.told().of(LinkTransition.class).stream()
        .filter(it -> it.to() instanceof Broken)
        .toList();
  }

  private List<LinkHealth> statesOf(String path) {
    return crawl.told().of(LinkTransition.class).stream()
        .filter(it -> it.target().value().equals(site.url(path)))
        .map(LinkTransition::to)
        .toList();
  }
}
