package signpost.web.revision.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.events.ChangeKind.COSMETIC;
import static signpost.events.ChangeKind.DATE_ONLY;
import static signpost.events.ChangeKind.LINKS;
import static signpost.events.ChangeKind.SUBSTANTIVE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.web.WrittenPage;
import signpost.web.revision.PageDiff;

/** What owners read of one or two changed passages, and how much it matters. */
class QuotedSentencesTest {
  private static final String PROSE =
      "Trauma can affect anyone. It helps to know that support is near, and how to ask for it.";

  private static ChangeSummary change(String heading, String before, String after) {
    return WrittenPage.saying(lines(heading, before)).to(WrittenPage.saying(lines(heading, after)));
  }

  private static String[] lines(String heading, String passage) {
    return passage.isEmpty()
        ? new String[] {PROSE, "# " + heading, "# More", PROSE}
        : new String[] {PROSE, "# " + heading, passage, "# More", PROSE};
  }

  @Test
  void closingIsQuotedAndMattersMost() {
    ChangeSummary change =
        change("Call us", "", "Our helpline will close for good on 31 January 2027.");
    assertThat(change.sentence())
        .isEqualTo(
            "New text about closing under “Call us”: “Our helpline will close for good on 31 January"
                + " 2027.”");
    assertThat(change.importance()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void twoPassagesAreQuotedGravestFirst() {
    ChangeSummary change =
        WrittenPage.saying(PROSE, "# Where", "We sing in Leith.", "# Cost", "It is free.", PROSE)
            .to(
                WrittenPage.saying(
                    PROSE, "# Where", "We sing in Perth.", "# Cost", "It is £5.", PROSE));
    assertThat(change.sentence())
        .isEqualTo(
            "The text about what it costs changed under “Cost”: “It is free.” became “It is £5.”; the"
                + " text changed under “Where”: “We sing in Leith.” became “We sing in Perth.”");
  }

  @Test
  void whatWentAndWhatCameAboutTheSameAreOneChange() {
    ChangeSummary change =
        WrittenPage.saying(PROSE, "The service is free.", "Referrals are open.", PROSE)
            .to(
                WrittenPage.saying(
                    PROSE, "There is a charge of £20.", "Referrals are paused.", PROSE));
    assertThat(change.sentence())
        .contains(
            "“Referrals are open.” became “Referrals are paused.”",
            "“The service is free.” became “There is a charge of £20.”");
  }

  @Test
  void ofManyPassagesThoseThatMeanSomethingAreQuoted() {
    ChangeSummary change =
        WrittenPage.saying(PROSE, "We sing.", "One is blue.", "It is free.", "Two go on.", PROSE)
            .to(
                WrittenPage.saying(
                    PROSE, "We dance.", "One is red.", "It is £5.", "Two stay on.", PROSE));
    assertThat(change.sentence())
        .isEqualTo(
            "The text about what it costs changed: “It is free.” became “It is £5.”; 3 other passages"
                + " changed.");
  }

  @Test
  void longPassageIsQuotedWhereItChanged() {
    String long1 =
        "We meet each week and talk over a cup of tea about what has been hard. ".repeat(6);
    ChangeSummary change = change("Groups", long1 + "The fee is £5.", long1 + "The fee is £8.");
    assertThat(change.sentence()).endsWith(": “The fee is £5.” became “The fee is £8.”");
    String endless = "we meet each week and talk over tea about what has been hard, and ".repeat(6);
    ChangeSummary one = change("Groups", endless + "pay £5 each", endless + "pay £8 each");
    assertThat(one.sentence()).contains("… ", "pay £5 each” became", "pay £8 each”");
    assertThat(one.sentence().length()).isLessThan(500);
  }

  @Test
  void longNewPassageIsQuotedWhereItMeansMost() {
    String filling = "People come from all over the county to these rooms. ".repeat(9);
    assertThat(change("News", "", filling + "The rooms close on 3 May. " + filling).sentence())
        .isEqualTo("New text about closing under “News”: “The rooms close on 3 May.”");
  }

  @Test
  void nameOfARowStaysWithItsCell() {
    assertThat(change("Charges", "1 day\t£12.50\tlunch", "1 day\t£18.00\tlunch").sentence())
        .endsWith("“1 day: £12.50, lunch” became “1 day: £18.00, lunch”.");
    assertThat(change("Charges", "Half a day:\t£12.50", "Half a day:\t£18.00").sentence())
        .endsWith("“Half a day: £12.50” became “Half a day: £18.00”.");
  }

  @Test
  void whatWasTakenOutIsQuotedToo() {
    assertThat(change("Groups", "Bring a friend.", "").sentence())
        .isEqualTo("Text was taken out under “Groups”: “Bring a friend.”");
  }

  @Test
  void dateUnderADeadlineIsNoDateOfThePage() {
    ChangeSummary change = change("Closing date", "5 December 2026", "5 January 2027");
    assertThat(change.kinds()).containsExactly(SUBSTANTIVE);
    assertThat(change.sentence()).contains("5 December 2026", "5 January 2027");
    assertThat(change("Closing date", "Last updated 5 May 2026", "Last updated 6 May 2026").kinds())
        .containsExactly(DATE_ONLY);
    assertThat(change("Who this is for", "© 2025 The trust", "© 2026 The trust").kinds())
        .containsExactly(DATE_ONLY);
  }

  @Test
  void homePageThatClosesIsToldAsAnyPage() {
    WrittenPage before = WrittenPage.saying(PROSE, "We are a charity.");
    WrittenPage after =
        WrittenPage.saying(PROSE, "We are a charity.", "The centre closes on 31 January.");
    assertThat(ReadingComparison.between(before.reading(), after.reading(), true).importance())
        .isEqualTo(before.to(after).importance())
        .isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void linkWhoseWordsSayThatSomethingClosesIsToldAsWords() {
    WrittenPage before =
        WrittenPage.saying(PROSE, "# Groups", "Choir").linking("Choir", "https://a.example/c");
    WrittenPage after =
        WrittenPage.saying(PROSE, "# Groups", "Choir", "The café has closed")
            .linking("Choir", "https://a.example/c")
            .linking("The café has closed", "https://a.example/n");
    assertThat(before.to(after).kinds()).containsExactly(SUBSTANTIVE, LINKS);
    assertThat(before.to(after).sentence()).contains("“The café has closed”");
  }

  private static ChangeSummary linked(String words) {
    WrittenPage before =
        WrittenPage.saying(PROSE, "# Topics", "Choir").linking("Choir", "https://a.example/c");
    return before.to(
        WrittenPage.saying(PROSE, "# Topics", "Choir", words)
            .linking("Choir", "https://a.example/c")
            .linking(words, "https://a.example/n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Emergency contraception",
        "Emergency housing",
        "Crisis support near you",
        "Suicide prevention",
        "School closures",
        "Waiting times",
        "Closing your account",
        "Llety brys",
        "Amseroedd aros",
      })
  void linkThatNamesASubjectIsALinkLikeAny(String words) {
    assertThat(linked(words).kinds()).containsExactly(LINKS);
    assertThat(linked(words).importance()).isLessThan(0.6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In an emergency, call 999",
        "Emergency department closed tonight",
        "Road closed",
        "The waiting list is full",
        "Mae’r llyfrgell ar gau",
      })
  void linkThatSaysSomethingIsWeighedByIt(String words) {
    assertThat(linked(words).importance()).isGreaterThanOrEqualTo(0.8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed", "open"})
  void whatPassesIsNotQuotedAmidAChange(String now) {
    PageDiff diff =
        PageDiff.between(
            WrittenPage.saying(PROSE, "Library\topen now", "It is free.").page(),
            WrittenPage.saying(PROSE, "Library\t" + now + " now", "It is £5.").page(),
            false);
    assertThat(diff.change().orElseThrow().sentence())
        .isEqualTo("The text about what it costs changed: “It is free.” became “It is £5.”");
  }

  @Test
  void spellingAmidMeaningIsStillSpelling() {
    assertThat(
            change("Cost", "It’s free for organisations.", "It's free for organizations.").kinds())
        .containsExactly(COSMETIC);
  }
}
