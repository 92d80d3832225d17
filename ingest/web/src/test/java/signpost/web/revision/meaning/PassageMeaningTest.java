package signpost.web.revision.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import signpost.kit.WorkTime;

class PassageMeaningTest {
  static final List<MeaningRow> CHANGES = MeaningRow.of("changes.txt");
  static final List<MeaningRow> HARMLESS = MeaningRow.of("harmless.txt");

  @ParameterizedTest
  @FieldSource("CHANGES")
  void changeIsKnownByWhatItMeans(MeaningRow row) {
    assertThat(row.meanings()).contains(row.meaning());
    assertThat(row.turned().meanings()).contains(row.meaning());
  }

  @ParameterizedTest
  @FieldSource("HARMLESS")
  void otherWordsMeanNothing(MeaningRow row) {
    assertThat(row.meanings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ELIGIBILITY | Who can come | Families from Leith. | Families from Perth.",
        "ELIGIBILITY | Pwy all ddod | Teuluoedd o Fangor. | Teuluoedd o Gaernarfon.",
        "COST | How much it costs | Ten pounds. | Twelve pounds.",
        "COST | Faint mae’n ei gostio | Deg punt. | Deuddeg punt.",
        "DEADLINE | Closing date | 5 December 2026 | 5 January 2027",
        "AGE | Ages | 5–11 | 5–14",
        "CAPACITY | Waiting times | Six weeks. | Nine weeks.",
        "EMERGENCY | In a crisis | Ring your nurse. | Ring the ward.",
      })
  void headingSaysWhatThePassageIsAbout(
      ChangeMeaning meaning, String heading, String old, String young) {
    assertThat(PassageMeaning.of(heading, old, young)).contains(meaning);
  }

  @Test
  void nameOfARowSaysWhatItsCellsAreAbout() {
    assertThat(PassageMeaning.of("", "Ages\t5–11", "Ages\t5–14")).contains(ChangeMeaning.AGE);
    assertThat(PassageMeaning.of("", "Oedran\t5–11", "Oedran\t5–14")).contains(ChangeMeaning.AGE);
    assertThat(PassageMeaning.of("", "Fee: ten pounds", "Fee: six pounds"))
        .contains(ChangeMeaning.COST);
  }

  @Test
  void sentencesThatStayedMeanNothing() {
    String stays = "Applications close on 5 May. It costs £5. ";
    assertThat(PassageMeaning.of("", stays + "We sing in Leith.", stays + "We sing in Perth."))
        .isEmpty();
  }

  @Test
  void deadlineIsNoClosing() {
    assertThat(PassageMeaning.of("Applications close on Friday 5 May."))
        .containsExactly(ChangeMeaning.DEADLINE);
  }

  @Test
  void closingMattersMoreThanCostAndSeveralThingsMoreThanOne() {
    double cost = PassageMeaning.weight(Set.of(ChangeMeaning.COST));
    assertThat(PassageMeaning.weight(Set.of(ChangeMeaning.CLOSING))).isGreaterThan(cost);
    assertThat(PassageMeaning.weight(Set.of(ChangeMeaning.COST, ChangeMeaning.AGE)))
        .isGreaterThan(cost)
        .isLessThan(1);
    assertThat(PassageMeaning.weight(Set.of())).isZero();
  }

  @Test
  void headingThatMerelyLooksAlikeSaysNothingOfWhatStandsUnderIt() {
    assertThat(
            PassageMeaning.of(
                "Who we are", "Our chair is Jane Hill.", "Our chair is Jane Hill and Tom Roe."))
        .isEmpty();
    assertThat(PassageMeaning.of("The climate emergency", "We plant.", "We plant trees."))
        .isEmpty();
    assertThat(
            PassageMeaning.of(
                "Mental Capacity Act", "It has five parts.", "It sets out five parts."))
        .isEmpty();
    assertThat(PassageMeaning.of("Who can come", "Adults.", "Adults who live in Gwynedd."))
        .contains(ChangeMeaning.ELIGIBILITY);
  }

  @Test
  void sentenceAtTheEndOfALongPassageIsWeighed() {
    String longOne = "This sentence stays as it is. ".repeat(100);
    assertThat(PassageMeaning.of("", longOne + "It is free.", longOne + "It costs £5."))
        .contains(ChangeMeaning.COST);
  }

  @Test
  void passagesOfTheLengthOfABookAreWeighedInTime() {
    String old = "We open at nine and close at five. ".repeat(7_000);
    String young = "They close at one and open at three. ".repeat(7_000);
    assertThat(WorkTime.of(() -> PassageMeaning.of("", old, young)))
        .isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void hostilePassageIsReadInTime() {
    String words = "closed by for the in free aged 5 to ni ddim oed £ ".repeat(20_000);
    long started = System.nanoTime();
    PassageMeaning.of("", words, words + "x");
    assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(2_000);
  }
}
