package signpost.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.web.WrittenPage;
import signpost.web.extract.ReadablePage;

class ManyPlacesTest {
  private static final int LINES = 32_000;
  private static final Instant SEEN = Instant.parse("2026-01-05T06:00:00Z");

  @Test
  void everySecondLineOfALongPageMayChange() {
    WrittenPage before = page("It is free on day %d.");
    WrittenPage after = page("It costs £5 on day %d.");
    assertThat(WorkTime.of(() -> PageDiff.between(before.page(), after.page(), false)))
        .isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void everyLineOfALongPageMayBecomeAnotherWhileItIsVisited() {
    ReadablePage before = lines("a").page();
    ReadablePage after = lines("b").page();
    RevisionState told = see(Optional.empty(), before, SEEN);
    RevisionState seenOnce = see(Optional.of(told), after, SEEN);
    assertThat(WorkTime.of(() -> see(Optional.of(seenOnce), after, SEEN.plusSeconds(3_600))))
        .isLessThan(Duration.ofSeconds(8));
  }

  private static RevisionState see(Optional<RevisionState> before, ReadablePage page, Instant now) {
    return RevisionDetector.see(before, page, PageSetting.plain(), now).after();
  }

  private static WrittenPage lines(String letter) {
    return WrittenPage.saying(
        IntStream.range(0, 3 * LINES).mapToObj(i -> letter + i).toArray(String[]::new));
  }

  private static WrittenPage page(String each) {
    return WrittenPage.saying(
        IntStream.range(0, LINES)
            .mapToObj(i -> i % 2 == 0 ? "Day " + i : each.formatted(i))
            .toArray(String[]::new));
  }
}
