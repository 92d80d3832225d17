package signpost.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTextTest {
  @Test
  void textNeverEndsBetweenTheHalvesOfASurrogatePair() {
    assertThat(ShortenedText.to(3, "ab\ud83d\ude00c")).isEqualTo("ab");
    assertThat(ShortenedText.to(4, "ab\ud83d\ude00c")).isEqualTo("ab\ud83d\ude00");
    assertThat(ShortenedText.to(5, "ab\ud83d\ude00c")).isEqualTo("ab\ud83d\ude00c");
  }

  @Test
  void lineForTheLogIsOneLineThatCanBeSeen() {
    assertThat(ShortenedText.line(9, "a\nb\u0000\u202ec")).isEqualTo("a·b··c");
    assertThat(ShortenedText.line(3, "abcd")).isEqualTo("abc…");
  }
}
