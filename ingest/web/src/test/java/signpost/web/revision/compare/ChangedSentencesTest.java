package signpost.web.revision.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedSentencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "There are approx. 40 of us in the room",
        "Ring us, Tel. 0131 496 0000, for a place",
        "Prof. Ann Hill and Cllr. Tom Roe spoke",
        "Bring a coat, a bag, etc. Mondays are cold",
        "We meet at 9 a.m. Mondays are busy",
        "We close at 5 p.m. Fridays at noon",
        "Ask a service, e.g. Childline, or a friend",
        "It is for carers, i.e. Anyone who cares",
        "Take bus No. 23 to the end",
        "The rooms are in St. Giles Street",
        "Up to max. 12 people in a group",
        "See p. 12 and fig. 3 for more",
        "Ffoniwch, e.e. Childline, neu ffrind",
        "Mae croeso i deuluoedd, ffrindiau, ayyb. Dewch yn llu",
        "Dr. Siân Rees sy’n arwain",
      })
  void aStopAfterAShortenedWordEndsNoSentence(String sentence) {
    assertThat(ChangedSentences.in(sentence)).containsExactly(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The answer is no. We never share it.",
        "He sat. Then he spoke.",
        "Is it free? It is.",
        "We met at the fair. Prices rose.",
        "Mae’r ateb yn syml. Dewch draw.",
      })
  void otherStopsEndSentences(String sentences) {
    assertThat(ChangedSentences.in(sentences)).hasSize(2);
  }
}
