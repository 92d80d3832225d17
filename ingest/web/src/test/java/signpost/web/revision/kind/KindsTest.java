package signpost.web.revision.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.events.ChangeKind.CONTACT;
import static signpost.events.ChangeKind.COSMETIC;
import static signpost.events.ChangeKind.DATE_ONLY;
import static signpost.events.ChangeKind.DOCUMENT_REPLACED;
import static signpost.events.ChangeKind.END_OF_LIFE;
import static signpost.events.ChangeKind.IDENTITY;
import static signpost.events.ChangeKind.LINKS;
import static signpost.events.ChangeKind.SUBSTANTIVE;

import org.junit.jupiter.api.Test;
import signpost.web.WrittenPage;
import signpost.web.extract.Notice;

class KindsTest {
  private static final String PROSE =
      "Trauma can affect anyone. It helps to know that support is near, and how to ask for it.";

  @Test
  void telephoneNumberComesFirst() {
    ChangeSummary change =
        WrittenPage.saying(
                "# About", "We listen to adults.", "# Contact", "Call 0131 496 0001.", PROSE)
            .to(
                WrittenPage.saying(
                    "# About", "We listen to all.", "# Contact", "Call 0131 496 0002.", PROSE));

    assertThat(change.kinds()).containsExactly(CONTACT, SUBSTANTIVE);
    assertThat(change.sentence())
        .isEqualTo("The phone number changed from 0131 496 0001 to 0131 496 0002 under “Contact”.");
    assertThat(change.importance()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void onlyADateOfThePage() {
    ChangeSummary change =
        WrittenPage.saying(PROSE, "Last updated 12 May 2026")
            .to(WrittenPage.saying(PROSE, "Last updated 13 June 2026"));

    assertThat(change.kinds()).containsExactly(DATE_ONLY);
    assertThat(change.sentence()).isEqualTo("Only a date changed.");
  }

  @Test
  void spellingAndSmallWordsAreCosmetic() {
    ChangeSummary change =
        WrittenPage.saying("Trauma can happen at any point our their lives.")
            .to(WrittenPage.saying("Trauma can happen at any point in our lives."));

    assertThat(change.kinds()).containsExactly(COSMETIC);
    assertThat(change.sentence()).isEqualTo("Only spelling, punctuation or layout changed.");
  }

  @Test
  void notThatMovesInASentenceIsSubstantive() {
    assertThat(
            WrittenPage.saying("You must not call and you should wait.")
                .to(WrittenPage.saying("You must call and you should not wait."))
                .kinds())
        .containsExactly(SUBSTANTIVE);
  }

  @Test
  void manyPassagesAreCounted() {
    ChangeSummary change =
        WrittenPage.saying(
                PROSE, "# Groups", "We sing in Leith.", "We sing.", "# More", PROSE + " Again.")
            .to(
                WrittenPage.saying(
                    PROSE,
                    "# Groups",
                    "We sing in Perth.",
                    "We dance.",
                    "Bring a friend.",
                    "# More",
                    PROSE + " Again."));

    assertThat(change.kinds()).containsExactly(SUBSTANTIVE);
    assertThat(change.sentence())
        .isEqualTo("The text changed under “Groups”: 2 passages reworded, 1 added.");
  }

  @Test
  void linkThatLeadsElsewhereUnderTheSameWords() {
    ChangeSummary change =
        WrittenPage.saying(PROSE)
            .linking("Toolkit", "https://a.example/old")
            .to(WrittenPage.saying(PROSE).linking("Toolkit", "https://a.example/new"));

    assertThat(change.kinds()).containsExactly(LINKS);
    assertThat(change.sentence()).isEqualTo("The link “Toolkit” now leads elsewhere.");
  }

  @Test
  void linksAddedAndRemovedAreCounted() {
    ChangeSummary change =
        WrittenPage.saying(PROSE)
            .linking("Toolkit", "https://a.example/toolkit")
            .to(
                WrittenPage.saying(PROSE)
                    .linking("Film", "https://a.example/film")
                    .linking("Book", "https://a.example/book"));

    assertThat(change.sentence()).isEqualTo("Links changed: 2 added, 1 removed.");
  }

  @Test
  void sessionIdsAndTrackingInLinksAreNoChange() {
    assertThat(
            WrittenPage.saying(PROSE)
                .linking("Toolkit", "https://a.example/t?sid=abc&utm_source=x")
                .to(WrittenPage.saying(PROSE).linking("Toolkit", "https://a.example/t?sid=def"))
                .kinds())
        .doesNotContain(LINKS);
  }

  @Test
  void manyLinksUnderTheSameWordsPairUpOnce() {
    ChangeSummary change =
        WrittenPage.saying(PROSE)
            .linking("Read more", "https://a.example/1")
            .linking("Read more", "https://a.example/2")
            .to(
                WrittenPage.saying(PROSE)
                    .linking("Read more", "https://a.example/3")
                    .linking("Read more", "https://a.example/4")
                    .linking("Read more", "https://a.example/5"));

    assertThat(change.sentence()).isEqualTo("The link “Read more” and 1 other now lead elsewhere.");
  }

  @Test
  void documentWithOtherTextOrPagesIsReplaced() {
    WrittenPage before = WrittenPage.saying(PROSE, "A plan for 2025.").document(10);

    assertThat(before.to(WrittenPage.saying(PROSE, "A strategy for all.").document(10)).kinds())
        .containsExactly(SUBSTANTIVE, DOCUMENT_REPLACED);
    ChangeSummary longer = before.to(WrittenPage.saying(PROSE, "A plan for 2025.").document(12));
    assertThat(longer.kinds()).containsExactly(DOCUMENT_REPLACED);
    assertThat(longer.sentence())
        .isEqualTo("The document was replaced: it has 12 pages instead of 10.");
  }

  @Test
  void pageAboutSomethingElseHasLostItsIdentity() {
    ChangeSummary change =
        WrittenPage.saying(PROSE)
            .to(WrittenPage.saying("Spin to win at the best slots in town!").titled("Lucky slots"));

    assertThat(change.kinds()).contains(IDENTITY);
    assertThat(change.importance()).isEqualTo(1);
    assertThat(change.sentence())
        .isEqualTo("The page is now about something else: “Lucky slots” instead of “A guide”.");
  }

  @Test
  void allOtherTextUnderTheSameTitleIsSaidAsIs() {
    ChangeSummary change =
        WrittenPage.saying(PROSE)
            .to(WrittenPage.saying("Nous écoutons chaque personne, sans juger."));

    assertThat(change.kinds()).contains(IDENTITY);
    assertThat(change.sentence()).isEqualTo("Nearly all of the text is different.");
  }

  @Test
  void otherTitleOverTheSameTextIsToldAsThat() {
    ChangeSummary change =
        WrittenPage.saying(PROSE).to(WrittenPage.saying(PROSE).titled("A toolkit"));

    assertThat(change.kinds()).containsExactly(SUBSTANTIVE);
    assertThat(change.sentence()).isEqualTo("The title is now “A toolkit” instead of “A guide”.");
  }

  @Test
  void noticeIsTheEndOfThePageAndItsGoingIsToo() {
    String words = "This guidance was withdrawn on 5 January 2026";
    WrittenPage current = WrittenPage.saying(PROSE);
    WrittenPage withdrawn =
        WrittenPage.saying(words, PROSE)
            .titled("[Withdrawn] A guide")
            .noticing(Notice.NoticeKind.WITHDRAWN, words);

    assertThat(current.to(withdrawn).kinds()).startsWith(END_OF_LIFE);
    assertThat(current.to(withdrawn).sentence()).isEqualTo("The page says it has been withdrawn.");
    assertThat(withdrawn.to(current).sentence())
        .isEqualTo("The page no longer says that it is out of date.");
  }

  @Test
  void numberBehindTheSameWordsIsAContactDetail() {
    ChangeSummary change =
        WrittenPage.saying(PROSE, "Call us")
            .linking("Call us", "tel:08001111")
            .to(WrittenPage.saying(PROSE, "Call us").linking("Call us", "tel:08082000247"));

    assertThat(change.kinds()).containsExactly(CONTACT);
    assertThat(change.sentence())
        .isEqualTo("The phone number behind “Call us” changed from 08001111 to 08082000247.");
  }

  @Test
  void addressBehindTheSameWordsIsAContactDetail() {
    ChangeSummary change =
        WrittenPage.saying(PROSE, "Write to us")
            .linking("Write to us", "mailto:help@old.example")
            .to(
                WrittenPage.saying(PROSE, "Write to us")
                    .linking("Write to us", "mailto:help@new.example"));

    assertThat(change.kinds()).containsExactly(CONTACT);
    assertThat(change.sentence())
        .isEqualTo(
            "The e-mail address behind “Write to us” changed from help@old.example to help@new.example.");
  }

  @Test
  void numberThatIsOnlyLinkedNowIsNoChange() {
    WrittenPage written = WrittenPage.saying(PROSE, "Call 0800 1111 or write to help@a.example.");
    WrittenPage linked =
        written
            .linking("0800 1111", "tel:08001111")
            .linking("help@a.example", "mailto:help@a.example");

    assertThat(written.to(linked).kinds()).containsExactly(COSMETIC);
    assertThat(linked.to(written).kinds()).containsExactly(COSMETIC);
  }

  @Test
  void contactLinksOlderVersionsDidNotKeepAreNoChange() {
    WrittenPage before = WrittenPage.saying(PROSE, "Call us now");

    assertThat(before.to(before.linking("Call us", "tel:08001111")).kinds())
        .containsExactly(COSMETIC);
  }

  @Test
  void documentIsSaidToBeReplacedWhateverCameFirst() {
    WrittenPage before = WrittenPage.saying(PROSE, "Call 0131 496 0001.").document(10);
    ChangeSummary contact =
        before.to(WrittenPage.saying(PROSE, "Call 0131 496 0002.").document(10));
    ChangeSummary text =
        before.to(WrittenPage.saying(PROSE, "Call 0131 496 0001.", "Bring a friend.").document(11));

    assertThat(contact.kinds()).containsExactly(CONTACT, DOCUMENT_REPLACED);
    assertThat(contact.sentence())
        .isEqualTo(
            "The document was replaced: the phone number changed from 0131 496 0001 to 0131 496 0002.");
    assertThat(text.kinds()).containsExactly(SUBSTANTIVE, DOCUMENT_REPLACED);
    assertThat(text.sentence()).isEqualTo("The document was replaced: new text: “Bring a friend.”");
  }

  @Test
  void pageRewrittenAboutTheSameThingKeepsItsIdentity() {
    ChangeSummary change =
        WrittenPage.saying(
                "Trauma-informed practice recognises how adversity affects children and families.",
                "Services build safety, trust and choice with people who have lived through trauma.")
            .to(
                WrittenPage.saying(
                    "Children who live through adversity need services they can trust.",
                    "Practice that is informed by trauma gives families safety and a real choice."));

    assertThat(change.kinds()).startsWith(SUBSTANTIVE).doesNotContain(IDENTITY);
  }

  @Test
  void nameOfTheSiteBehindATitleIsCosmetic() {
    WrittenPage bare = WrittenPage.saying(PROSE).titled("Coping after trauma");

    for (String site : new String[] {" - GOV.UK", " | NHS", " – Mind, the mental health charity"}) {
      WrittenPage named = WrittenPage.saying(PROSE).titled("Coping after trauma" + site);
      assertThat(bare.to(named).kinds()).containsExactly(COSMETIC);
      assertThat(named.to(bare).kinds()).containsExactly(COSMETIC);
    }
    assertThat(bare.to(WrittenPage.saying(PROSE).titled("Coping after trauma - 2026")).kinds())
        .containsExactly(SUBSTANTIVE);
  }

  @Test
  void itemThatIsNothingButALinkIsALink() {
    WrittenPage before =
        WrittenPage.saying(PROSE, "# Resources", "Film").linking("Film", "https://a.example/f");
    WrittenPage after =
        WrittenPage.saying(PROSE, "# Resources", "Film", "Toolkit for fathers")
            .linking("Film", "https://a.example/f")
            .linking("Toolkit for fathers", "https://a.example/t");

    assertThat(before.to(after).kinds()).containsExactly(LINKS);
    assertThat(before.to(after).sentence()).isEqualTo("The link “Toolkit for fathers” was added.");
    assertThat(after.to(before).kinds()).containsExactly(LINKS);
    assertThat(after.to(before).sentence())
        .isEqualTo("The link “Toolkit for fathers” was taken out.");
  }

  @Test
  void itemThatSaysMoreThanItsLinkIsText() {
    assertThat(
            WrittenPage.saying(PROSE)
                .to(
                    WrittenPage.saying(PROSE, "Toolkit for fathers, who are often left out")
                        .linking("Toolkit for fathers", "https://a.example/t"))
                .kinds())
        .containsExactly(SUBSTANTIVE, LINKS);
  }

  @Test
  void linkToTheSamePlaceWrittenOtherwiseIsNoChange() {
    WrittenPage before = WrittenPage.saying(PROSE).linking("Toolkit", "http://a.example/t");

    for (String same :
        new String[] {
          "https://a.example/t", "https://www.a.example/t/", "https://a.example/t?gclid=1"
        }) {
      assertThat(before.to(WrittenPage.saying(PROSE).linking("Toolkit", same)).kinds())
          .containsExactly(COSMETIC);
    }
  }

  @Test
  void postcodeAndNumberToTextAreContactDetails() {
    assertThat(
            WrittenPage.saying(PROSE, "1 High Street, Cardiff CF10 3AT")
                .to(WrittenPage.saying(PROSE, "1 High Street, Cardiff CF11 9XX"))
                .kinds())
        .containsExactly(CONTACT);
    assertThat(
            WrittenPage.saying(PROSE, "Tecstiwch SHOUT i 85258")
                .to(WrittenPage.saying(PROSE, "Tecstiwch SHOUT i 60777"))
                .kinds())
        .containsExactly(CONTACT);
  }

  @Test
  void otherWordsOfAHomePageMatterLess() {
    WrittenPage before = WrittenPage.saying(PROSE, "We sing in Leith.");
    WrittenPage after = WrittenPage.saying(PROSE, "We sing in Perth.");

    double page = ReadingComparison.between(before.reading(), after.reading(), false).importance();
    double home = ReadingComparison.between(before.reading(), after.reading(), true).importance();

    assertThat(home).isEqualTo(page / 4);
    WrittenPage other = WrittenPage.saying(PROSE, "Call 0131 496 0002.");
    assertThat(ReadingComparison.between(before.reading(), other.reading(), true).importance())
        .isEqualTo(before.to(other).importance());
  }
}
