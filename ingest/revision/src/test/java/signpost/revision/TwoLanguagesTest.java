package signpost.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.events.ChangeKind;
import signpost.revision.RevisionOutcome.Confirmed;
import signpost.revision.RevisionOutcome.DoubtfulReading;
import signpost.revision.RevisionOutcome.SameReading;
import signpost.revision.kind.SpokenLanguage;
import signpost.revision.kind.WelshDetector;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.ReadablePage;

/** WrittenPage in English, in Welsh and in both. */
class TwoLanguagesTest {
  private static final WebUrl URL = WebUrl.of("https://acehub.example/help");
  private static final String ENGLISH =
      "Anyone who works with children can refer a family to the service for help.";
  private static final String WELSH =
      "Gall unrhyw un sy’n gweithio gyda phlant gyfeirio teulu at y gwasanaeth i gael cymorth.";
  private static final String WELSH_EDITED =
      "Gall unrhyw un sy’n gweithio gyda phlant neu bobl ifanc gyfeirio teulu at y gwasanaeth.";

  private Instant now = Instant.parse("2026-11-23T05:00:00Z");
  private @Nullable RevisionState state;

  @Test
  void anEditOfTheWelshCopyAloneIsNotToldToReadersOfEnglish() {
    see(english(ENGLISH, "We answer within two days.", WELSH));
    assertThat(twice(english(ENGLISH, "We answer within two days.", WELSH_EDITED)))
        .isInstanceOf(SameReading.class);
    assertThat(twice(english(ENGLISH, "We answer within nine weeks.", WELSH_EDITED)))
        .isInstanceOf(Confirmed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Open at noon.",
        "Ask for Dan.",
        "OS maps",
        "8 yr olds",
        "Ring Plas y Bont.",
        "Coed y Brenin, near Bont yr Afon"
      })
  void namesAndWordsThatLookWelshAreNotWelsh(String text) {
    assertThat(WelshDetector.is(text)).isFalse();
  }

  @Test
  void aNumberIsToldInWhicheverLanguageItStands() {
    see(english(ENGLISH, WELSH, "Mae’r llinell gymorth ar gael ar 0800 123 4567."));
    assertThat(twice(english(ENGLISH, WELSH, "Mae’r llinell gymorth ar gael ar 0800 765 4321.")))
        .isInstanceOfSatisfying(
            Confirmed.class,
            told -> assertThat(told.change().kinds()).containsExactly(ChangeKind.CONTACT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cy", "cy-GB", "en", ""})
  void onAWelshPageWelshIsWhatItsReadersComeForWhateverItCallsItself(String language) {
    see(in(language, WELSH, "Rydym yn ateb o fewn dau ddiwrnod."));
    assertThat(twice(in(language, WELSH_EDITED, "Rydym yn ateb o fewn dau ddiwrnod.")))
        .isInstanceOf(Confirmed.class);
  }

  @Test
  void aPageGivenInItsOtherLanguageNowAndThenIsNeitherAChangeNorABaseline() {
    see(english(ENGLISH));
    for (int day = 0; day < 6; day++) {
      assertThat(twice(welsh(WELSH))).isInstanceOf(DoubtfulReading.class);
      assertThat(twice(english(ENGLISH))).isInstanceOf(SameReading.class);
    }
    assertThat(twice(english(ENGLISH.replace("children", "adults")))).isInstanceOf(Confirmed.class);
  }

  @Test
  void aPageThatIsInItsOtherLanguageForGoodIsToldAfterAFortnight() {
    see(english(ENGLISH, "We answer within two days."));
    List<RevisionOutcome> outcomes =
        IntStream.range(0, 16)
            .mapToObj(_ -> twice(welsh(WELSH, "Rydym yn ateb o fewn dau ddiwrnod.")))
            .toList();
    assertThat(outcomes.subList(0, 14)).allMatch(DoubtfulReading.class::isInstance);
    assertThat(outcomes)
        .filteredOn(Confirmed.class::isInstance)
        .singleElement()
        .extracting(it -> ((Confirmed) it).change().sentence())
        .isEqualTo("The page is now in Welsh.");
  }

  @Test
  void languageIsTheStatedOneUnlessTheWordsPlainlySayTheOther() {
    String english = ENGLISH + " We can tell you who to ask and what you will be asked for.";
    String welsh = WELSH + " Mae hefyd yn rhoi gwybodaeth i chi ac i bobl sydd wedi gofyn.";
    assertThat(SpokenLanguage.of(in("en", english))).hasValue("en");
    assertThat(SpokenLanguage.of(in("en-GB", welsh))).hasValue("cy");
    assertThat(SpokenLanguage.of(in("cy", english))).hasValue("en");
    assertThat(SpokenLanguage.of(in("", welsh))).hasValue("cy");
    assertThat(SpokenLanguage.of(in("fr", english))).hasValue("fr");
    assertThat(SpokenLanguage.of(in("cy", "Bangor 2026"))).hasValue("cy");
    assertThat(SpokenLanguage.of(in("", "Bangor 2026"))).isEmpty();
  }

  private static ReadablePage english(String... lines) {
    return in("en", lines);
  }

  private static ReadablePage welsh(String... lines) {
    return WrittenPage.saying(lines)
        .titled("Cymorth i deuluoedd")
        .in("cy")
        .translated("en", URL)
        .page();
  }

  private static ReadablePage in(String language, String... lines) {
    return WrittenPage.saying(lines).titled("Help for families").in(language).page();
  }

  /** Two visits a quarter of an hour apart; a day later nothing else has happened. */
  private RevisionOutcome twice(ReadablePage page) {
    see(page);
    now = now.plus(Duration.ofMinutes(15));
    RevisionOutcome second = see(page);
    now = now.plus(Duration.ofDays(1)).minus(Duration.ofMinutes(15));
    return second;
  }

  private RevisionOutcome see(ReadablePage page) {
    PageSetting setting = PageSetting.of(CanonicalUrl.of(URL).url(), page, _ -> false);
    RevisionOutcome outcome = RevisionDetector.see(Optional.ofNullable(state), page, setting, now);
    state = outcome.after();
    return outcome;
  }
}
