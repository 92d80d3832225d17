package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import signpost.record.meter.PartStatus;

final class OpsPagesTest {
  /** Its process may stand still, or what it asks: nobody waits for it longer than the page may. */
  @Test
  void partThatHangsIsSaidNotToAnswer() {
    CountDownLatch ended = new CountDownLatch(1);
    OpsPart hanging =
        OpsPages.asking(
                "notifier",
                () -> {
                  awaitEnd(ended);
                  return new PartStatus("1", true, List.of());
                },
                List::of)
            .join();
    ended.countDown();

    assertThat(hanging).isEqualTo(new OpsPart.AwayPart("notifier"));
    assertThat(OpsTroubles.of(List.of(hanging)))
        .containsExactly(
            new OpsTrouble(
                true,
                "The notifier does not answer. Look whether it runs, and at its log.",
                "#parts"));
  }

  private static void awaitEnd(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
