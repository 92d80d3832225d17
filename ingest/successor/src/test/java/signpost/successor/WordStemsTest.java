package signpost.successor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordStemsTest {
  @Test
  void formsOfAWordAreOne() {
    assertThat(WordStems.all("Manage managing managed, assets asset"))
        .containsExactly("manag", "manag", "manag", "asset", "asset");
    assertThat(WordStems.all("tokens token fees fee"))
        .containsExactly("token", "token", "fee", "fee");
  }

  @Test
  void apostropheIsNoEndOfAWord() {
    assertThat(WordStems.all("the page’s")).isEqualTo(WordStems.all("the pages"));
  }

  @Test
  void joiningWordsNameNothing() {
    assertThat(WordStems.telling("How to pay for the bus")).containsExactly("pay", "bus");
  }
}
