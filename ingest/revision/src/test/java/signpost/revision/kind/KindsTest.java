package signpost.revision.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.events.ChangeKind.CONTACT;
import static signpost.events.ChangeKind.COSMETIC;
import static signpost.events.ChangeKind.DATE_ONLY;
import static signpost.events.ChangeKind.DOCUMENT_REPLACED;
import static signpost.events.ChangeKind.END_OF_LIFE;
import static signpost.events.ChangeKind.IDENTITY;
import static signpost.events.ChangeKind.LINKS;
import static signpost.events.ChangeKind.SUBSTANTIVE;
import static signpost.revision.WrittenRevision.changes;
import static signpost.revision.WrittenRevision.reading;

import org.junit.jupiter.api.Test;
import signpost.web.WrittenPage;
import signpost.web.extract.Notice;

class KindsTest {
  private static final String PROSE =
      "Trauma can affect anyone. It helps to know that support is near, and how to ask for it.";

  @Test
  void telephoneNumberComesFirst() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(
                "# About", "We listen to adults.", "# Contact", "Call 0131 496 0001.", PROSE),
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
        changes(
            WrittenPage.saying(PROSE, "Last updated 12 May 2026"),
            WrittenPage.saying(PROSE, "Last updated 13 June 2026"));

    assertThat(change.kinds()).containsExactly(DATE_ONLY);
    assertThat(change.sentence()).isEqualTo("Only a date changed.");
  }

  @Test
  void spellingAndSmallWordsAreCosmetic() {
    ChangeSummary change =
        changes(
            WrittenPage.saying("Trauma can happen at any point our their lives."),
            WrittenPage.saying("Trauma can happen at any point in our lives."));

    assertThat(change.kinds()).containsExactly(COSMETIC);
    assertThat(change.sentence()).isEqualTo("Only spelling, punctuation or layout changed.");
  }

  @Test
  void notThatMovesInASentenceIsSubstantive() {
    assertThat(
            changes(
                    WrittenPage.saying("You must not call and you should wait."),
                    WrittenPage.saying("You must call and you should not wait."))
                .kinds())
        .containsExactly(SUBSTANTIVE);
  }

  @Test
  void manyPassagesAreCounted() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(
                PROSE, "# Groups", "We sing in Leith.", "We sing.", "# More", PROSE + " Again."),
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
        changes(
            WrittenPage.saying(PROSE).linking("Toolkit", "https://a.example/old"),
            WrittenPage.saying(PROSE).linking("Toolkit", "https://a.example/new"));

    assertThat(change.kinds()).containsExactly(LINKS);
    assertThat(change.sentence()).isEqualTo("The link “Toolkit” now leads elsewhere.");
  }

  @Test
  void linksAddedAndRemovedAreCounted() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(PROSE).linking("Toolkit", "https://a.example/toolkit"),
            WrittenPage.saying(PROSE)
                .linking("Film", "https://a.example/film")
                .linking("Book", "https://a.example/book"));

    assertThat(change.sentence()).isEqualTo("Links changed: 2 added, 1 removed.");
  }

  @Test
  void sessionIdsAndTrackingInLinksAreNoChange() {
    assertThat(
            changes(
                    WrittenPage.saying(PROSE)
                        .linking("Toolkit", "https://a.example/t?sid=abc&utm_source=x"),
                    WrittenPage.saying(PROSE).linking("Toolkit", "https://a.example/t?sid=def"))
                .kinds())
        .doesNotContain(LINKS);
  }

  @Test
  void manyLinksUnderTheSameWordsPairUpOnce() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(PROSE)
                .linking("Read more", "https://a.example/1")
                .linking("Read more", "https://a.example/2"),
            WrittenPage.saying(PROSE)
                .linking("Read more", "https://a.example/3")
                .linking("Read more", "https://a.example/4")
                .linking("Read more", "https://a.example/5"));

    assertThat(change.sentence()).isEqualTo("The link “Read more” and 1 other now lead elsewhere.");
  }

  @Test
  void documentWithOtherTextOrPagesIsReplaced() {
    WrittenPage before = WrittenPage.saying(PROSE, "A plan for 2025.").document(10);

    assertThat(
            changes(before, WrittenPage.saying(PROSE, "A strategy for all.").document(10)).kinds())
        .containsExactly(SUBSTANTIVE, DOCUMENT_REPLACED);
    ChangeSummary longer =
        changes(before, WrittenPage.saying(PROSE, "A plan for 2025.").document(12));
    assertThat(longer.kinds()).containsExactly(DOCUMENT_REPLACED);
    assertThat(longer.sentence())
        .isEqualTo("The document was replaced: it has 12 pages instead of 10.");
  }

  @Test
  void pageAboutSomethingElseHasLostItsIdentity() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(PROSE),
            WrittenPage.saying("Spin to win at the best slots in town!").titled("Lucky slots"));

    assertThat(change.kinds()).contains(IDENTITY);
    assertThat(change.importance()).isEqualTo(1);
    assertThat(change.sentence())
        .isEqualTo("The page is now about something else: “Lucky slots” instead of “A guide”.");
  }

  @Test
  void allOtherTextUnderTheSameTitleIsSaidAsIs() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(PROSE),
            WrittenPage.saying("Nous écoutons chaque personne, sans juger."));

    assertThat(change.kinds()).contains(IDENTITY);
    assertThat(change.sentence()).isEqualTo("Nearly all of the text is different.");
  }

  @Test
  void otherTitleOverTheSameTextIsToldAsThat() {
    ChangeSummary change =
        changes(WrittenPage.saying(PROSE), WrittenPage.saying(PROSE).titled("A toolkit"));

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

    assertThat(changes(current, withdrawn).kinds()).startsWith(END_OF_LIFE);
    assertThat(changes(current, withdrawn).sentence())
        .isEqualTo("The page says it has been withdrawn.");
    assertThat(changes(withdrawn, current).sentence())
        .isEqualTo("The page no longer says that it is out of date.");
  }

  @Test
  void numberBehindTheSameWordsIsAContactDetail() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(PROSE, "Call us").linking("Call us", "tel:08001111"),
            WrittenPage.saying(PROSE, "Call us").linking("Call us", "tel:08082000247"));

    assertThat(change.kinds()).containsExactly(CONTACT);
    assertThat(change.sentence())
        .isEqualTo("The phone number behind “Call us” changed from 08001111 to 08082000247.");
  }

  @Test
  void addressBehindTheSameWordsIsAContactDetail() {
    ChangeSummary change =
        changes(
            WrittenPage.saying(PROSE, "Write to us")
                .linking("Write to us", "mailto:help@old.example"),
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

    assertThat(changes(written, linked).kinds()).containsExactly(COSMETIC);
    assertThat(changes(linked, written).kinds()).containsExactly(COSMETIC);
  }

  @Test
  void contactLinksOlderVersionsDidNotKeepAreNoChange() {
    WrittenPage before = WrittenPage.saying(PROSE, "Call us now");

    assertThat(changes(before, before.linking("Call us", "tel:08001111")).kinds())
        .containsExactly(COSMETIC);
  }

  @Test
  void documentIsSaidToBeReplacedWhateverCameFirst() {
    WrittenPage before = WrittenPage.saying(PROSE, "Call 0131 496 0001.").document(10);
    ChangeSummary contact =
        changes(before, WrittenPage.saying(PROSE, "Call 0131 496 0002.").document(10));
    ChangeSummary text =
        changes(
            before,
            WrittenPage.saying(PROSE, "Call 0131 496 0001.", "Bring a friend.").document(11));

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
        changes(
            WrittenPage.saying(
                "Trauma-informed practice recognises how adversity affects children and families.",
                "Services build safety, trust and choice with people who have lived through trauma."),
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
      assertThat(changes(bare, named).kinds()).containsExactly(COSMETIC);
      assertThat(changes(named, bare).kinds()).containsExactly(COSMETIC);
    }
    assertThat(
            changes(bare, WrittenPage.saying(PROSE).titled("Coping after trauma - 2026")).kinds())
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

    assertThat(changes(before, after).kinds()).containsExactly(LINKS);
    assertThat(changes(before, after).sentence())
        .isEqualTo("The link “Toolkit for fathers” was added.");
    assertThat(changes(after, before).kinds()).containsExactly(LINKS);
    assertThat(changes(after, before).sentence())
        .isEqualTo("The link “Toolkit for fathers” was taken out.");
  }

  @Test
  void itemThatSaysMoreThanItsLinkIsText() {
    assertThat(
            changes(
                    WrittenPage.saying(PROSE),
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
      assertThat(changes(before, WrittenPage.saying(PROSE).linking("Toolkit", same)).kinds())
          .containsExactly(COSMETIC);
    }
  }

  @Test
  void postcodeAndNumberToTextAreContactDetails() {
    assertThat(
            changes(
                    WrittenPage.saying(PROSE, "1 High Street, Cardiff CF10 3AT"),
                    WrittenPage.saying(PROSE, "1 High Street, Cardiff CF11 9XX"))
                .kinds())
        .containsExactly(CONTACT);
    assertThat(
            changes(
                    WrittenPage.saying(PROSE, "Tecstiwch SHOUT i 85258"),
                    WrittenPage.saying(PROSE, "Tecstiwch SHOUT i 60777"))
                .kinds())
        .containsExactly(CONTACT);
  }

  @Test
  void otherWordsOfAHomePageMatterLess() {
    WrittenPage before = WrittenPage.saying(PROSE, "We sing in Leith.");
    WrittenPage after = WrittenPage.saying(PROSE, "We sing in Perth.");

    double page = ReadingComparison.between(reading(before), reading(after), false).importance();
    double home = ReadingComparison.between(reading(before), reading(after), true).importance();

    assertThat(home).isEqualTo(page / 4);
    WrittenPage other = WrittenPage.saying(PROSE, "Call 0131 496 0002.");
    assertThat(ReadingComparison.between(reading(before), reading(other), true).importance())
        .isEqualTo(changes(before, other).importance());
  }
}
