package signpost.revision.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhraseListTest {
  private static final List<String> EXPRESSIONS =
      List.of(
          "clos(?:e|es|ed|ing)\\b(?! to)",
          "(?<!not )open\\b|open (?:to|from) \\w+",
          "n't take|no longer tak(?:es?|ing)",
          "£ ?\\d+|\\d+ pounds?",
          "i\\b|in (?:may|june)",
          "(?<=\\. )from \\w+",
          "a\\b|ag(?:e|ed) \\d+|a?waiting list",
          "\\(free\\)|free");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "i",
        "we close. from may it is not open, and doesn't take anyone",
        "open to all aged 5\tno longer takes in june; £ 12 or 12 pounds",
        "a waiting list: (free) awaiting list (freed)",
        "closed to close to closing\nopen from two",
        "it's in. from"
      })
  void phrasesAreFoundAsIfAllWereTriedAtEachWord(String text) {
    List<String> found =
        new PhraseList(EXPRESSIONS).spans(text).stream().map(it -> it.in(text)).toList();

    assertThat(found).isEqualTo(tryingAll(text));
  }

  private static List<String> tryingAll(String text) {
    Matcher all =
        Pattern.compile(String.join("|", EXPRESSIONS))
            .matcher(text)
            .useTransparentBounds(true)
            .useAnchoringBounds(false);
    List<String> found = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean begins =
          Character.isLetterOrDigit(c)
              ? at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))
              : !Character.isWhitespace(c);
      if (begins && all.region(at, text.length()).lookingAt()) {
        found.add(all.group());
        at = all.end() - 1;
      }
    }
    return found;
  }
}
