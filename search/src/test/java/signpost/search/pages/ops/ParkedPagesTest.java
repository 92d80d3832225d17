package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ParkedPagesTest {
  @Test
  void whatIsNotKnownIsNotCalledUntried() {
    assertThat(ParkedPages.words("unclear", "the notifier does not answer"))
        .isEqualTo(
            "It is not known yet what came of it: look again in a minute."
                + " Why: the notifier does not answer");
  }

  @Test
  void refusalComesWithItsReason() {
    assertThat(ParkedPages.words("refused", "nobody knows the type x"))
        .isEqualTo(
            "The record cannot be handled now either. Nothing was changed."
                + " Why: nobody knows the type x");
    assertThat(ParkedPages.words("untried", "")).doesNotContain("Why");
    assertThat(ParkedPages.words("all-dismissed", "1,200"))
        .isEqualTo("All that were put aside for that reason need nobody any more: 1,200.");
    assertThat(ParkedPages.words("some-dismissed", "20,000"))
        .doesNotContain("All")
        .contains("20,000 need nobody any more", "look again");
  }
}
