package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordFormsTest {
  @ParameterizedTest
  @CsvSource({
    "behaviour, behavior",
    "favourites, favorites",
    "odour, odor",
    "neighbourhoods, neighborhoods",
    "organise, organize",
    "organisations, organizations",
    "analysed, analyzed",
    "theatre, theater",
    "kilometres, kilometers",
    "counselling, counseling",
    "counsellor, counselor",
    "travelled, traveled",
    "paediatric, pediatric",
    "anaemia, anemia",
    "anaesthetic, anesthetic",
    "haemorrhage, hemorrhage",
    "leukaemia, leukemia",
    "diarrhoea, diarrhea",
    "foetal, fetal",
    "oestrogen, estrogen",
    "gynaecology, gynecology",
    "caesarean, cesarean",
    "programme, program",
    "practise, practice",
    "enrolment, enrollment",
    "judgement, judgment",
    "n.h.s, nhs",
    "e.g, eg"
  })
  void bothSpellingsAreOneWord(String one, String other) {
    assertThat(WordForms.of(one)).isEqualTo(WordForms.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "four",
        "hour",
        "your",
        "tour",
        "course",
        "resource",
        "journey",
        "source",
        "size",
        "poem",
        "shoes",
        "does",
        "israel",
        "more",
        "are",
        "before",
        "care",
        "spelling",
        "selling",
        "example.org",
        "3.5"
      })
  void otherWordsStayAsTheyAre(String word) {
    assertThat(WordForms.of(word)).isEqualTo(word);
  }
}
