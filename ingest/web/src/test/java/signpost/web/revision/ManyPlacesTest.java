package signpost.web.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;
import signpost.web.WrittenPage;

class ManyPlacesTest {
  private static final int LINES = 32_000;

  @Test
  void everySecondLineOfALongPageMayChange() {
    WrittenPage before = page("It is free on day %d.");
    WrittenPage after = page("It costs £5 on day %d.");
    assertThat(WorkTime.of(() -> PageDiff.between(before.page(), after.page(), false)))
        .isLessThan(Duration.ofSeconds(8));
  }

  private static WrittenPage page(String each) {
    return WrittenPage.saying(
        IntStream.range(0, LINES)
            .mapToObj(i -> i % 2 == 0 ? "Day " + i : each.formatted(i))
            .toArray(String[]::new));
  }
}
