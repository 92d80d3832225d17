package signpost.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "help -self-harm | help | self harm",
        "help -P.T.S.D. for all | help  for all | ptsd",
        "help -adults, now | help  now | adult",
        "anxiety -\"drug abuse\" | anxiety | drug abus",
        "anxiety -“drug abuse” | anxiety | drug abus",
        "-\"drug abuse\" anxiety | anxiety | drug abus",
        "-adults counselling | counselling | adult"
      })
  void minusTakesAllUpToTheNextSpaceOrQuotationMark(String typed, String text, String unwanted) {
    TypedText read = TypedText.of(typed);
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.unwanted()).containsExactly(Phrase.of(unwanted));
    assertThat(read.phrases()).isEmpty();
  }

  @Test
  void eachMinusLeavesOutOneThing() {
    assertThat(TypedText.of("help -adults -\"drug abuse\" -adults").unwanted())
        .containsExactly(Phrase.of("adults"), Phrase.of("drug abuse"));
  }

  @Test
  void wordThatTheIndexLeavesOutKeepsItsPlace() {
    TypedText read = TypedText.of("help -\"drugs and alcohol\" -child-and-adolescent");
    assertThat(read.leavesOut("Drugs and alcohol: where to turn")).isTrue();
    assertThat(read.leavesOut("Alcohol, drugs and more")).isFalse();
    assertThat(read.leavesOut("Child and adolescent services")).isTrue();
    assertThat(read.leavesOut("Child adolescent services")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"calm", "calm \"corner\" “"})
  void markWithoutItsOtherDoesNotTurnWhatIsLeftOutIntoWhatIsWanted(String other) {
    TypedText typed = TypedText.of("anxeity -\"drug abuse\"");
    assertThat(TypedText.of(typed.instead(other)).unwanted()).isEqualTo(typed.unwanted());
  }

  @Test
  void minusBetweenQuotationMarksIsText() {
    TypedText read = TypedText.of("\"help -bar baz\"");
    assertThat(read.unwanted()).isEmpty();
    assertThat(read.phrases()).containsExactly(Phrase.of("help bar baz"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"self-harm", "children - adults", "ages 5 -16", "-adults", "-", "a -\""})
  void anyOtherMinusIsText(String typed) {
    assertThat(TypedText.of(typed).text()).isEqualTo(typed);
    assertThat(TypedText.of(typed).unwanted()).isEmpty();
  }

  @Test
  void otherWordsLeaveOutTheSame() {
    TypedText typed = TypedText.of("anxeity -\"drug abuse\" help -P.T.S.D.");
    TypedText other = TypedText.of(typed.instead("anxiety help"));
    assertThat(other.text()).isEqualTo("anxiety help");
    assertThat(other.unwanted()).isEqualTo(typed.unwanted()).hasSize(2);
  }

  @Test
  void quotationMarksAreTakenOffWhatIsAskedForAlone() {
    assertThat(TypedText.of("\"calm corner\" -\"drug abuse\"").unquoted())
        .contains("calm corner -\"drug abuse\"");
    assertThat(TypedText.of("anxiety -\"drug abuse\"").unquoted()).isEmpty();
    assertThat(TypedText.of("\"").unquoted()).isEmpty();
  }
}
