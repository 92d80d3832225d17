package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BrowserShareTest {
  @Test
  void firstVisitsHaveNoShareToSpend() {
    BrowserShare share = BrowserShare.NONE;
    for (int visit = 1; visit <= 33; visit++) {
      share = share.visited();
      assertThat(share.isFree()).isFalse();
    }

    assertThat(share.visited().isFree()).isTrue();
  }

  @Test
  void threeOfAHundredVisitsUseItWhereAllWouldLikeTo() {
    BrowserShare share = BrowserShare.NONE;
    int used = 0;
    for (int visit = 0; visit < 100_000; visit++) {
      share = share.visited();
      if (share.isFree()) {
        share = share.used();
        used++;
      }
    }

    assertThat(used).isEqualTo(3_000);
  }

  @Test
  void noThousandVisitsInARowUseItMoreThanThirtyTimes() {
    RandomGenerator random = new Random(7);
    BitSet used = new BitSet();
    BrowserShare share = BrowserShare.NONE;
    for (int visit = 0; visit < 20_000; visit++) {
      share = share.visited();
      boolean wanted = random.nextInt(100) < (visit / 1_000 % 2 == 0 ? 0 : 20);
      if (wanted && share.isFree()) {
        share = share.used();
        used.set(visit);
      }
      assertThat(used.get(Math.max(0, visit - 999), visit + 1).cardinality())
          .isLessThanOrEqualTo(30);
    }

    assertThat(used.cardinality()).isGreaterThan(200);
  }

  @Test
  void visitThatHadNoBrowserAfterAllIsNotCounted() {
    BrowserShare share = new BrowserShare(34, List.of());

    assertThat(share.used().isFree()).isFalse();
    assertThat(share.used().visited().returned(34)).isEqualTo(share.visited());
  }
}
