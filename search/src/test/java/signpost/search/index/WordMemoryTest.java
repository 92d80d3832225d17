package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WordMemoryTest {
  private final AtomicInteger worked = new AtomicInteger();
  private final WordMemory<Integer> lengths = new WordMemory<>(100);

  private int length(String word) {
    return lengths.of(
        word,
        it -> {
          worked.incrementAndGet();
          return it.length();
        });
  }

  @Test
  void wordsOfEveryPageOutliveNamesThatComeOnce() {
    for (int page = 0; page < 1_000; page++) {
      assertThat(length("the")).isEqualTo(3);
      assertThat(length("name" + page)).isEqualTo(("name" + page).length());
    }
    assertThat(worked).hasValue(1_001);
  }

  @Test
  void itKeepsNoMoreThanItMay() {
    for (int name = 0; name < 1_000; name++) {
      length("name" + name);
    }
    worked.set(0);
    length("name999");
    assertThat(worked).hasValue(0);
    length("name899");
    assertThat(worked).hasValue(1);
  }

  @Test
  void whatIsLongerThanWordsIsNotKept() {
    String endless = "x".repeat(41);
    length(endless);
    length(endless);
    assertThat(worked).hasValue(2);
  }
}
