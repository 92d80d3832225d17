package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people come to a page for. */
class PageFactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Childline is free on 0800 1111",
        "Samaritans: 116 123",
        "In danger? Call 999.",
        "Ring NHS 111",
        "0845 46 47",
        "+44 (0)20 7946 0000",
        "029 2000 0000",
        "Ffoniwch 101",
        "It costs £3.50",
        "CF10 4BZ",
        "Open 9am to 5pm",
        "10:00 - 16:00"
      })
  void areFacts(String line) {
    assertThat(PageFacts.in(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Posted 10:32", "4:32", "In 2024 there were 12 of us", "Chapter 3"})
  void clocksYearsAndCountsAreNone(String line) {
    assertThat(PageFacts.in(line)).isFalse();
  }
}
