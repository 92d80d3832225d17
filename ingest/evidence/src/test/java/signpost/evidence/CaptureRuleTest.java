package signpost.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.evidence.CaptureRule.CaptureAct;

final class CaptureRuleTest {
  private static final Optional<PageVersion> NONE = Optional.empty();
  private static final PageVersion ONE = PageVersion.of(1);
  private static final PageVersion TWO = PageVersion.of(2);
  private static final PageVersion BROKEN = new PageVersion(2, Optional.of("broken"));

  @Test
  void firstReadingIsKeptWhateverItIs() {
    assertThat(CaptureRule.of(NONE, NONE, ONE, false)).isEqualTo(CaptureAct.KEEP);
    assertThat(CaptureRule.of(NONE, NONE, TWO, true)).isEqualTo(CaptureAct.KEEP);
  }

  @Test
  void readingOfAToldVersionIsHeldOnceItHasSettled() {
    assertThat(CaptureRule.of(Optional.of(ONE), NONE, ONE, true)).isEqualTo(CaptureAct.HOLD);
    assertThat(CaptureRule.of(Optional.of(ONE), NONE, ONE, false)).isEqualTo(CaptureAct.PASS);
  }

  @Test
  void toldChangeKeepsWhatWasBeforeToo() {
    assertThat(CaptureRule.of(Optional.of(ONE), Optional.of(ONE), TWO, true))
        .isEqualTo(CaptureAct.KEEP_BOTH);
    assertThat(CaptureRule.of(Optional.of(ONE), NONE, TWO, false)).isEqualTo(CaptureAct.KEEP);
  }

  /** A page may be told broken, well again and broken without any change of its words. */
  @Test
  void everyTurnOfAToldTroubleIsKept() {
    assertThat(CaptureRule.of(Optional.of(TWO), Optional.of(TWO), BROKEN, false))
        .isEqualTo(CaptureAct.KEEP_BOTH);
    assertThat(CaptureRule.of(Optional.of(BROKEN), NONE, BROKEN, true)).isEqualTo(CaptureAct.PASS);
    assertThat(CaptureRule.of(Optional.of(BROKEN), NONE, TWO, true)).isEqualTo(CaptureAct.KEEP);
  }

  /** What is held of another version than the newest kept is no "before" of this one. */
  @Test
  void heldReadingOfAnotherVersionIsNotTakenForTheOneBefore() {
    assertThat(CaptureRule.of(Optional.of(BROKEN), Optional.of(ONE), TWO, true))
        .isEqualTo(CaptureAct.KEEP);
  }

  @Test
  void versionIsReadAsItWasWritten() {
    assertThat(PageVersion.read(BROKEN.inWords())).isEqualTo(BROKEN);
    assertThat(PageVersion.read(TWO.inWords())).isEqualTo(TWO);
  }
}
