package signpost.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.successor.WrittenTexts.BINS;
import static signpost.successor.WrittenTexts.PARKING;
import static signpost.successor.WrittenTexts.RENT;
import static signpost.successor.WrittenTexts.at;
import static signpost.successor.WrittenTexts.both;
import static signpost.successor.WrittenTexts.remembered;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import signpost.successor.SuccessorOutcome.Nothing;
import signpost.successor.SuccessorOutcome.Offer;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.Notice;
import signpost.web.extract.ReadablePage;

class SuccessorDecisionTest {
  private static final CandidatePage COLLECTIONS = at("/bins", "Bin collections", BINS);
  private static final CandidatePage PERMITS = at("/permits", "Parking permits", PARKING);
  private final SuccessorDecision decision = new SuccessorDecision(SuccessorWeights.builtIn());

  @Test
  void samePageAtAnotherAddressIsOffered() {
    assertThat(decided(COLLECTIONS, at("/money/rent-arrears", "Rent arrears", RENT)))
        .isInstanceOfSatisfying(
            Offer.class,
            it -> {
              assertThat(it.url().path()).isEqualTo("/money/rent-arrears");
              assertThat(it.reason())
                  .isEqualTo(
                      "Same name, nearly all of the old text and the same last part of the address");
            });
  }

  @Test
  void sameWordsUnderAnotherTitleAndAddressAreOffered() {
    assertThat(decided(COLLECTIONS, at("/money/owing", "When you cannot pay your landlord", RENT)))
        .isInstanceOf(Offer.class);
  }

  @Test
  void pageThatWasMergedIntoALongerOneIsFoundThere() {
    String[] merged = both(PARKING, both(new String[] {"# Rent arrears"}, RENT));

    assertThat(decided(COLLECTIONS, at("/living", "Living here", merged)))
        .isInstanceOfSatisfying(
            Offer.class,
            it ->
                assertThat(it.reason()).contains("heading").contains("nearly all of the old text"));
  }

  @Test
  void pagesAboutSomethingElseAreNotTold() {
    assertThat(decided(COLLECTIONS, PERMITS)).isInstanceOf(Nothing.class);
  }

  @Test
  void ofTwoEquallyLikePagesNeitherIsTold() {
    assertThat(
            decided(
                at("/money/rent-arrears", "Rent arrears", RENT),
                at("/tenants/rent-arrears", "Rent arrears", RENT)))
        .isEqualTo(new Nothing("Two pages are equally like it"));
  }

  @Test
  void copyOfAnotherPublisherIsNeverTold() {
    assertThat(decided(at("https://mirror.example.net/advice/rent-arrears", "Rent arrears", RENT)))
        .isInstanceOf(Nothing.class);
  }

  @Test
  void samePublishersOtherHostIsTold() {
    assertThat(decided(at("https://advice.example.org/rent-arrears", "Rent arrears", RENT)))
        .isInstanceOf(Offer.class);
  }

  @Test
  void frontOfTheSiteAndResultsOfASearchAreNeverTold() {
    assertThat(decided(at("/", "Rent arrears", RENT))).isInstanceOf(Nothing.class);
    assertThat(decided(at("/search?q=rent", "Rent arrears", RENT))).isInstanceOf(Nothing.class);
    assertThat(decided(at("/list?keywords=rent", "Rent arrears", RENT)))
        .isInstanceOf(Nothing.class);
  }

  @Test
  void pageThatCallsItselfMissingIsNeverTold() {
    assertThat(decided(at("/rent-arrears", "Page not found", RENT))).isInstanceOf(Nothing.class);
  }

  @Test
  void parkedCopyIsNeverTold() {
    String[] parked = both(RENT, new String[] {"This domain is for sale."});

    assertThat(decided(at("/rent-arrears", "Rent arrears", parked))).isInstanceOf(Nothing.class);
  }

  @ParameterizedTest
  @EnumSource(Notice.NoticeKind.class)
  void pageThatSaysItIsNotCurrentIsNeverTold(Notice.NoticeKind kind) {
    WrittenPage over =
        WrittenPage.saying(RENT)
            .titled("Rent arrears")
            .noticing(kind, "This guidance is no longer kept up to date.");

    assertThat(decided(at("/rent-arrears", over))).isInstanceOf(Nothing.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://issuu.com/council/docs/rent, https://issuu.com/stranger/docs/rent, false",
    "https://issuu.com/council/docs/rent, https://issuu.com/Council/docs/rent-2026, true",
    "https://sites.google.com/view/council/rent, https://sites.google.com/view/copy/rent, false",
    "https://www.example.org/old/rent, https://www.example.org/new/rent, true",
  })
  void whoeverElsePublishesOnTheSameHostIsAnother(String old, String url, boolean same) {
    assertThat(SharedHosts.publisher(WebUrl.of(old)).equals(SharedHosts.publisher(WebUrl.of(url))))
        .isEqualTo(same);
  }

  @Test
  void pageInAnotherLanguageIsNeverTold() {
    WrittenPage welsh = WrittenPage.saying(RENT).titled("Rent arrears").in("cy");

    assertThat(decided(at("/cy/rent-arrears", welsh))).isInstanceOf(Nothing.class);
  }

  @Test
  void languageOfARegionIsTheSameLanguage() {
    WrittenPage british = WrittenPage.saying(RENT).titled("Rent arrears").in("en-GB");

    assertThat(decided(at("/tenants/rent-arrears", british))).isInstanceOf(Offer.class);
  }

  @Test
  void pageThatTheOldAddressShowsTooIsNeverTold() {
    CandidatePage same = at("/tenants/rent-arrears", "Rent arrears", RENT);

    assertThat(decided(Optional.of(same.page()), same)).isInstanceOf(Nothing.class);
  }

  @Test
  void publishersWordSpeaksForAPage() {
    CandidatePage alike = at("/money", "Money and debt", both(PARKING, new String[] {RENT[0]}));
    CandidatePage stated =
        new CandidatePage(
            alike.url(), alike.page(), Optional.of("the publisher says so"), Optional.empty());

    assertThat(probability(stated)).isGreaterThan(probability(alike));
  }

  @Test
  void documentIsLessProbableAfterAPage() {
    WrittenPage page = WrittenPage.saying(RENT[0], PARKING[0]).titled("Rent");

    assertThat(probability(at("/rent.pdf", page.document(1))))
        .isLessThan(probability(at("/rent.pdf", page)));
  }

  @Test
  void wordsOfTheGuidesLinkCountAsATitle() {
    RememberedPage named =
        RememberedPage.of(
            WebUrl.of(WrittenTexts.OLD),
            WrittenPage.saying(RENT).titled("Factsheet 12").page(),
            List.of("Help with rent you owe"));
    CandidatePage anew = at("/owing", "Help with rent you owe", PARKING);

    assertThat(PageLikeness.of(named, names(anew), List.of(anew)).getFirst().of(LikenessSign.TITLE))
        .isEqualTo(1);
  }

  private SuccessorOutcome decided(CandidatePage... candidates) {
    return decided(Optional.empty(), candidates);
  }

  private SuccessorOutcome decided(Optional<ReadablePage> answer, CandidatePage... candidates) {
    return SuccessorDecision.decide(
        decision.weigh(remembered(), answer, names(candidates), List.of(candidates)));
  }

  private double probability(CandidatePage candidate) {
    return decision
        .weigh(remembered(), Optional.empty(), names(candidate), List.of(candidate, COLLECTIONS))
        .getFirst()
        .probability();
  }

  /** Words of the addresses and titles, as a site's lists would give them. */
  private static WordRarity names(CandidatePage... candidates) {
    List<ListedAddress> listed =
        Arrays.stream(candidates)
            .map(it -> new ListedAddress(it.url(), it.page().title()))
            .toList();
    return AddressBook.empty()
        .with(WebUrl.of(WrittenTexts.OLD), listed)
        .with(
            WebUrl.of(WrittenTexts.OLD),
            List.of(
                new ListedAddress(COLLECTIONS.url(), "Bin collections"),
                new ListedAddress(PERMITS.url(), "Parking permits")))
        .names();
  }
}
