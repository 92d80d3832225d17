package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed in one form is found in any other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordFormsSearchTest {
  private final RunningSearch search;

  WordFormsSearchTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    search.put(
        page("text", "Text support in a crisis", "Text SHOUT to 85258 at any time."),
        page("childline", "Childline", "Call 0800 1111 free, day or night."),
        page(
            "parents",
            "Parents Helpline",
            "Help by telephone: call 0808 802 5544, Monday to Friday."),
        page("samaritans", "Samaritans", "Call 116 123 at any hour."),
        page("full", "Helpful when all beds are full", "Be patient."),
        page("childcare", "Childcare costs", "What nurseries ask for."),
        page("kids", "Care for kids", "Who looks after them."),
        page("walls", "Walls and waves", "Paint your own."),
        page("branch", "Samaritans near you", "Somebody listens."),
        page("slip", "Samaritons by letter", "Write at any time."),
        page("tip", "Trauma-informed practice", "What it is and how to begin."),
        page("money", "Ten tips for parents", "A tip a day. Tips for everybody who saves."),
        page("ptsd", "P.T.S.D. and its treatment", "What the N.H.S. offers."),
        page("harm", "Self-harm", "Why people hurt themselves, and how to help."),
        page("behaviour", "A model behaviour policy", "Organised by a paediatric centre."),
        page("american", "Behavior and counseling", "Organized by a pediatric center."),
        page("corner", "The calm corner", "A corner of each room. Every corner counts."),
        page("adults", "Counselling for adults", "Medication is offered too."),
        page("children", "Counselling for children", "Play and talk."),
        Samples.page("http://www.shelter.example/rent", "Paying rent", "", "What to do."),
        page("naive", "Cafe\u0301 nai\u0308ve", "Re\u00ADsi\u00ADli\u00ADence over coffee."),
        page("greek", "\u03C4\u03C1\u03B1\u03C5\u0301\u03BC\u03B1", "In Greek."),
        page("names", "Sites to know", "See shelter.example and www.shelter.example for more."),
        Samples.page("https://refuge.example/war", "Children who fled war", "", "Safety first."));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private static signpost.events.PageEvent.PageRead page(String name, String title, String text) {
    return Samples.page("https://help.example/" + name, title, "", text);
  }

  private JsonNode ask(String query) throws Exception {
    return new ObjectMapper()
        .readTree(search.get("/api/search?q=" + URLEncoder.encode(query, UTF_8)).body());
  }

  private List<String> found(String query) throws Exception {
    List<String> urls = new ArrayList<>();
    ask(query).get("results").forEach(it -> urls.add(it.get("url").asText()));
    return urls;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "08001111 | childline",
        "0800 1111 | childline",
        "0808 8025544 | parents",
        "+44 808 802 5544 | parents",
        "(0808) 802-5544 | parents",
        "+44 (0)808 802 5544 | parents",
        "116123 | samaritans",
        "116 123 | samaritans",
        "PTSD | ptsd",
        "P.T.S.D. | ptsd",
        "nhs | ptsd",
        "selfharm | harm",
        "self harm | harm",
        "traumainformed | tip",
        "help line | parents",
        "TIP | tip",
        "café naïve | naive",
        "cafe\u0301 nai\u0308ve | naive",
        "cafe naive | naive",
        "resilience | naive",
        "resi\u00ADlience | naive",
        "\u200Eresi\u2060lience\u200F | naive",
        "τραύμα | greek",
        "τραυ\u0301μα | greek",
        "self\u200Bharm | harm",
        "self-harm 🇬🇧 ❤️ | harm",
        "❤️ self-harm | harm",
        "self ❤️ harm 1️⃣ | harm",
        "'\"self-harm ❤️\"' | harm",
        "'\"self ❤️ harm\"' | harm",
        "ⓈⒺⓁⒻ harm | harm"
      })
  void isFoundFirst(String typed, String page) throws Exception {
    assertThat(found(typed)).startsWith("https://help.example/" + page);
  }

  @Test
  void pictureBetweenWordsIsNotMissed() throws Exception {
    assertThat(ask("self-harm ❤️").get("relaxed").asBoolean()).isFalse();
    assertThat(found("❤️")).isEmpty();
  }

  @Test
  void wordsThatPagesWriteAsOneKeepTheirSynonyms() throws Exception {
    assertThat(found("child care"))
        .contains("https://help.example/childcare", "https://help.example/kids");
  }

  @ParameterizedTest
  @ValueSource(strings = {"behaviour", "behavior", "organised", "organizing", "pediatric centre"})
  void britishAndAmericanSpellingFindBoth(String typed) throws Exception {
    assertThat(found(typed))
        .contains("https://help.example/behaviour", "https://help.example/american");
  }

  @Test
  void commonWordInSmallLettersIsNoAcronym() throws Exception {
    assertThat(found("tip")).startsWith("https://help.example/money");
  }

  @Test
  void anotherNumberIsNeverTakenForTheOneThatWasTyped() throws Exception {
    JsonNode answer = ask("85259");
    assertThat(answer.get("results")).isEmpty();
    assertThat(answer.toString()).doesNotContain("85258");
  }

  @ParameterizedTest
  @CsvSource({"helpfull, helpful", "selfharm, self harm", "traumainformed, trauma informed"})
  void wordIsPartedOnlyWhereNothingIsNear(String typed, String corrected) throws Exception {
    assertThat(ask(typed).get("corrected").asText()).isEqualTo(corrected);
  }

  @Test
  void englishWordThatNoPageHasIsNotMended() throws Exception {
    assertThat(found("coroner")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wales", "Wales", "WALES"})
  void nameThatNoPageHasIsNotMended(String typed) throws Exception {
    assertThat(ask(typed).has("corrected")).isFalse();
    assertThat(found(typed)).isEmpty();
  }

  @Test
  void wordBehindAMinusMustNotBeThere() throws Exception {
    assertThat(found("counselling -adults"))
        .contains("https://help.example/children")
        .doesNotContain("https://help.example/adults");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help -self-harm",
        "help -\"hurt themselves\"",
        "help -\"themselves and how\"",
        "help -“self harm”"
      })
  void severalWordsBehindAMinusMustNotStandTogether(String typed) throws Exception {
    assertThat(found("help")).contains("https://help.example/harm");
    assertThat(found(typed))
        .contains("https://help.example/parents")
        .doesNotContain("https://help.example/harm");
  }

  @Test
  void quotedWordThatTheIndexLeavesOutKeepsItsPlace() throws Exception {
    assertThat(found("\"themselves and how\"")).containsExactly("https://help.example/harm");
  }

  @Test
  void wordsBehindAMinusMayStandApart() throws Exception {
    assertThat(found("help -\"themselves people\"")).contains("https://help.example/harm");
  }

  @Test
  void mendedWordsLeaveOutTheSame() throws Exception {
    JsonNode answer = ask("counselng -adults");
    String corrected = answer.get("corrected").asText();
    assertThat(corrected).isEqualTo("counseling -adults");
    assertThat(found(corrected)).doesNotContain("https://help.example/adults");
    assertThat(answer.toString()).doesNotContain("https://help.example/adults");
  }

  @Test
  void suggestedWordsLeaveOutTheSame() throws Exception {
    assertThat(ask("samaritons -adults").get("suggestion").asText())
        .isEqualTo("samaritans -adults");
  }

  @Test
  void hyphenWithinAWordTakesNothingAway() throws Exception {
    assertThat(found("self-harm")).contains("https://help.example/harm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refuge.example",
        "https://refuge.example/war",
        "refuge.example/war",
        "REFUGE.example"
      })
  void siteOrAddressThatIsTypedIsFoundFirst(String typed) throws Exception {
    assertThat(found(typed)).startsWith("https://refuge.example/war");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shelter.example",
        "www.shelter.example",
        "WWW.shelter.example/rent",
        "http://shelter.example/rent"
      })
  void siteIsFoundWithAndWithoutWww(String typed) throws Exception {
    assertThat(found(typed)).startsWith("http://www.shelter.example/rent");
  }

  @Test
  void anInflectionIsNotSuggested() throws Exception {
    assertThat(
            ask("how do i refer a parent").path("suggestion").isMissingNode()
                || ask("how do i refer a parent").path("suggestion").isNull())
        .isTrue();
  }
}
