package signpost.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"coroner", "helping", "london", "wales", "London", "LONDON"})
  void wordsAndNamesAreThere(String word) {
    assertThat(EnglishWords.has(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"helpfull", "truama", "childabuse"})
  void slipsAreNot(String word) {
    assertThat(EnglishWords.has(word)).isFalse();
  }

  @Test
  void manyMayAskAtOnce() {
    List<String> words = IntStream.range(0, 2_000).mapToObj(EnglishWordsTest::made).toList();
    List<Boolean> apart = words.stream().map(EnglishWords::isSpelled).toList();
    List<Boolean> atOnce = words.parallelStream().map(EnglishWords::isSpelled).toList();
    assertThat(atOnce).isEqualTo(apart).contains(true, false);
  }

  /** A word with one ending of many, and every other time with a slip in it. */
  private static String made(int number) {
    String ending = Stream.of("", "s", "ed", "ing", "er", "ly", "ness").toList().get(number % 7);
    String word =
        Stream.of("help", "walk", "kind", "play", "talk", "calm").toList().get(number % 6);
    return Stream.of(word, number % 2 == 0 ? "" : "q", ending).collect(Collectors.joining());
  }
}
