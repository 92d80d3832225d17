package signpost.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.successor.WrittenTexts.BINS;
import static signpost.successor.WrittenTexts.RENT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.successor.SearchAnswer.NoAnswer;
import signpost.successor.SearchAnswer.PageAnswer;
import signpost.successor.SearchAnswer.RecordAnswer;
import signpost.successor.SearchRequest.SearchStep;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;

/** What a search makes of a publisher's own records. */
class PublisherRecordsTest {
  private static final String SITE = "https://www.gov.uk";
  private static final String FILES = "https://assets.publishing.service.gov.uk/media/";
  private static final WebUrl PUBLICATION = WebUrl.of(SITE + "/government/publications/rent");
  private static final WebUrl HELD = WebUrl.of(PUBLICATION.href() + "/rent-arrears");
  private static final WebUrl FILE = WebUrl.of(FILES + "1/rent-arrears-2025.pdf");

  private final SearchPlan plan =
      new SearchPlan(
          new SuccessorDecision(SuccessorWeights.builtIn()), it -> it.host().equals("www.gov.uk"));
  private SuccessorSearch search = SuccessorSearch.begin(old(HELD));

  @Test
  void thePublishersRecordsAreTheFirstToBeAskedAndTheirWordEndsTheSearch() {
    assertThat(next()).isEqualTo(new SearchRequest(HELD, SearchStep.RECORD));
    answered(named("/guidance/rent", "GOV.UK says that it moved there"));
    assertThat(next())
        .isEqualTo(new SearchRequest(WebUrl.of(SITE + "/guidance/rent"), SearchStep.CANDIDATE));
    answered(page(SITE + "/guidance/rent", "Rent arrears", RENT));

    assertThat(plan.next(search)).isEmpty();
    assertThat(plan.outcome(search))
        .isInstanceOfSatisfying(
            SuccessorOutcome.Offer.class,
            it -> assertThat(it.reason()).startsWith("GOV.UK says that it moved there, same name"));
  }

  @Test
  void theSearchGoesOnWhereTheRecordsNameSomethingElseOrNothing() {
    answered(named("/contact", "GOV.UK names it in place of the old one"));
    answered(page(SITE + "/contact", "Contact us", BINS));
    assertThat(next()).isEqualTo(new SearchRequest(HELD, SearchStep.OLD_ADDRESS));

    search = SuccessorSearch.begin(old(HELD));
    answered(new NoAnswer());
    assertThat(next()).isEqualTo(new SearchRequest(HELD, SearchStep.OLD_ADDRESS));
  }

  @Test
  void aDocumentIsLookedForAmongThoseOfItsPublication() {
    answered(new NoAnswer());
    answered(new NoAnswer());
    assertThat(next()).isEqualTo(new SearchRequest(PUBLICATION, SearchStep.HOLDER));
    answered(
        holding(
            new ListedAddress(HELD, "Rent arrears"),
            new ListedAddress(url("2/annex.pdf"), "Annex: bins"),
            new ListedAddress(url("3/advice.pdf"), "Rent arrears")));

    assertThat(next()).isEqualTo(new SearchRequest(url("3/advice.pdf"), SearchStep.CANDIDATE));
    answered(page(url("3/advice.pdf").href(), "Rent arrears", RENT));
    assertThat(plan.outcome(search))
        .isInstanceOfSatisfying(
            SuccessorOutcome.Offer.class,
            it ->
                assertThat(it.reason())
                    .endsWith("listed among the documents of the same publication"));
  }

  @Test
  void theNextEditionOfAFileIsTheOnlyFileThatIsLeft() {
    search = SuccessorSearch.begin(old(FILE).heldBy(Optional.of(PUBLICATION)));
    assertThat(next()).isEqualTo(new SearchRequest(FILE, SearchStep.OLD_ADDRESS));
    answered(new NoAnswer());
    assertThat(next()).isEqualTo(new SearchRequest(PUBLICATION, SearchStep.HOLDER));
    answered(
        holding(
            new ListedAddress(WebUrl.of(PUBLICATION.href() + "/read-online"), "Read it online"),
            new ListedAddress(url("9/edition-2026.pdf"), "Second edition")));

    assertThat(next())
        .isEqualTo(new SearchRequest(url("9/edition-2026.pdf"), SearchStep.CANDIDATE));
  }

  @Test
  void ofSeveralFilesNoneIsTheHeirWithoutTheName() {
    PublisherRecords records =
        PublisherRecords.UNASKED.ofHolder(
            old(FILE),
            holding(
                new ListedAddress(url("8/one.pdf"), "One"),
                new ListedAddress(url("9/two.pdf"), "Two")));

    assertThat(records.heirs(old(FILE))).isEmpty();
    assertThat(records.documentPlaces()).hasSize(2);
  }

  @Test
  void ofDocumentsWithNothingInCommonNoneIsRead() {
    search = SuccessorSearch.begin(old(FILE).heldBy(Optional.of(PUBLICATION)));
    answered(new NoAnswer());
    answered(
        holding(
            new ListedAddress(url("8/bins.pdf"), "Bins"),
            new ListedAddress(url("9/parking.pdf"), "Parking")));

    assertThat(next().step()).isEqualTo(SearchStep.SITEMAP);
  }

  @Test
  void aPublicationOfAnotherPublisherIsNotAsked() {
    search =
        SuccessorSearch.begin(
            old(FILE).heldBy(Optional.of(WebUrl.of("https://elsewhere.example/rent"))));
    answered(new NoAnswer());

    assertThat(next().step()).isEqualTo(SearchStep.SITEMAP);
  }

  @Test
  void addressesThatLeaveThePublisherAreNotRead() {
    answered(named("https://elsewhere.example/rent", "GOV.UK says that it moved there"));

    assertThat(next()).isEqualTo(new SearchRequest(HELD, SearchStep.OLD_ADDRESS));
  }

  @Test
  void whereOldAddressesSayNothingTheRecordsOfOneMoreAreNotAskedEither() {
    SiteMemory silent = SiteMemory.fresh(HELD);
    for (int i = 0; i < 3; i++) {
      silent = silent.heard(silent.silence().again(Optional.empty()));
    }
    search = SuccessorSearch.begin(old(HELD), silent);

    assertThat(next().step()).isEqualTo(SearchStep.HOLDER);
  }

  private static RememberedPage old(WebUrl url) {
    return RememberedPage.of(
        url, WrittenPage.saying(RENT).titled("Rent arrears").page(), List.of());
  }

  private static WebUrl url(String path) {
    return WebUrl.of(FILES + path);
  }

  private static RecordAnswer named(String to, String words) {
    return new RecordAnswer(
        Optional.of(new ListedAddress(HELD.resolve(to).orElseThrow(), words)),
        Optional.empty(),
        List.of());
  }

  private static RecordAnswer holding(ListedAddress... documents) {
    return new RecordAnswer(Optional.empty(), Optional.empty(), Arrays.asList(documents));
  }

  private static PageAnswer page(String url, String title, String... lines) {
    return new PageAnswer(
        WebUrl.of(url), true, WrittenPage.saying(lines).titled(title).page(), List.of(), List.of());
  }

  private SearchRequest next() {
    return plan.next(search).orElseThrow();
  }

  private void answered(SearchAnswer answer) {
    search = search.after(next(), answer);
  }
}
