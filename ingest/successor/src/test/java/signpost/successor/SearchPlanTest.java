package signpost.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.successor.WrittenTexts.BINS;
import static signpost.successor.WrittenTexts.OLD;
import static signpost.successor.WrittenTexts.PARKING;
import static signpost.successor.WrittenTexts.RENT;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.successor.SearchAnswer.NoAnswer;
import signpost.successor.SearchAnswer.PageAnswer;
import signpost.successor.SearchAnswer.SitemapAnswer;
import signpost.successor.SearchRequest.SearchStep;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;

class SearchPlanTest {
  private final SearchPlan plan =
      new SearchPlan(new SuccessorDecision(SuccessorWeights.builtIn()), _ -> false);
  private SuccessorSearch search = SuccessorSearch.begin(WrittenTexts.remembered());

  @Test
  void publisherIsAskedFirstAtTheOldAddress() {
    assertThat(next()).contains(new SearchRequest(WebUrl.of(OLD), SearchStep.OLD_ADDRESS));
  }

  @Test
  void whatThePublisherNamesIsReadBeforeAnyList() {
    answered(missing(List.of(), List.of(url("/money/rent"))));

    assertThat(next()).contains(new SearchRequest(url("/money/rent"), SearchStep.CANDIDATE));
  }

  @Test
  void searchEndsWithWhatThePublisherNamesIfItIsAlike() {
    answered(missing(List.of(), List.of(url("/money/rent"))));
    answered(page("/money/rent", "Rent arrears", RENT));

    assertThat(next()).isEmpty();
    assertThat(plan.outcome(search)).isInstanceOf(SuccessorOutcome.Offer.class);
  }

  @Test
  void searchGoesOnWhereThePublisherNamesSomethingElse() {
    answered(missing(List.of(), List.of(url("/contact"))));
    answered(page("/contact", "Contact us", BINS));

    assertThat(next()).contains(new SearchRequest(url("/sitemap.xml"), SearchStep.SITEMAP));
  }

  @Test
  void pageWhoseAddressHasTheOldWordsIsReadFirst() {
    answered(new NoAnswer());
    answered(sitemap("/bins", "/permits", "/money/rent-arrears", "/jobs"));

    assertThat(next())
        .contains(new SearchRequest(url("/money/rent-arrears"), SearchStep.CANDIDATE));
  }

  @Test
  void nearestPageAboveIsReadForItsList() {
    answered(new NoAnswer());
    answered(sitemap("/advice", "/advice/housing", "/bins"));

    assertThat(next()).contains(new SearchRequest(url("/advice/housing"), SearchStep.LISTING));
  }

  @Test
  void siteWithoutSitemapIsReadFromTheFolderAboveThenHalfAsDeepThenFromItsFront() {
    answered(new NoAnswer());
    answered(new NoAnswer());
    assertThat(next()).contains(new SearchRequest(url("/advice/housing/"), SearchStep.LISTING));
    answered(new NoAnswer());
    assertThat(next()).contains(new SearchRequest(url("/advice/"), SearchStep.LISTING));
    answered(new NoAnswer());

    assertThat(next()).contains(new SearchRequest(url("/"), SearchStep.LISTING));
  }

  @Test
  void linksWordsLeadToAnAddressThatSaysNothing() {
    answered(new NoAnswer());
    answered(new NoAnswer());
    answered(new NoAnswer());
    answered(new NoAnswer());
    answered(
        new PageAnswer(
            url("/"),
            true,
            WrittenPage.saying(PARKING).page(),
            List.of(
                new ListedAddress(url("/p/17"), "Bins"),
                new ListedAddress(url("/p/18"), "Rent arrears"),
                new ListedAddress(url("/p/19"), "Permits")),
            List.of()));

    assertThat(next()).contains(new SearchRequest(url("/p/18"), SearchStep.CANDIDATE));
  }

  @Test
  void sitemapOfSitemapsIsReadWhereItsNameHasTheOldWords() {
    answered(new NoAnswer());
    answered(
        new SitemapAnswer(
            List.of(), List.of(url("/sitemaps/news.xml"), url("/sitemaps/rent.xml"))));

    assertThat(next()).contains(new SearchRequest(url("/sitemaps/rent.xml"), SearchStep.SITEMAP));
  }

  @Test
  void sitemapsThatNameEachOtherEnd() {
    answered(new NoAnswer());
    for (int i = 0; i < 3; i++) {
      assertThat(next()).map(SearchRequest::step).contains(SearchStep.SITEMAP);
      answered(new SitemapAnswer(List.of(), List.of(url("/sitemap.xml"), url("/m" + i + ".xml"))));
    }

    assertThat(next()).map(SearchRequest::step).contains(SearchStep.LISTING);
  }

  @Test
  void otherPublishersAddressesAreNotAskedFor() {
    answered(new NoAnswer());
    answered(sitemap("https://elsewhere.example.net/rent-arrears", "/bins"));

    assertThat(search.addresses().all())
        .extracting(it -> it.url().href())
        .containsExactly("https://www.example.org/bins");
  }

  @Test
  void addressesWithNothingInCommonAreNotRead() {
    answered(new NoAnswer());
    answered(sitemap("/jobs", "/bins"));

    assertThat(next()).isEmpty();
  }

  @Test
  void pageAboveThatAnswersIsACandidateToo() {
    answered(new NoAnswer());
    answered(sitemap("/advice/housing", "/bins"));
    answered(page("/advice/housing", "Housing and rent arrears", RENT));

    assertThat(plan.outcome(search))
        .isInstanceOfSatisfying(
            SuccessorOutcome.Offer.class,
            it -> assertThat(it.url()).isEqualTo(url("/advice/housing")));
  }

  @Test
  void likePageIsNotBelievedBeforeOneOfTheOldNameIsRead() {
    answered(new NoAnswer());
    answered(sitemap("/advice/housing", "/money/rent-arrears"));
    answered(page("/advice/housing", "Rent arrears", RENT));

    assertThat(plan.outcome(search)).isInstanceOf(SuccessorOutcome.Hint.class);
    assertThat(next())
        .contains(new SearchRequest(url("/money/rent-arrears"), SearchStep.CANDIDATE));
    answered(page("/money/rent-arrears", "Bin collections", BINS));

    assertThat(plan.outcome(search)).isInstanceOf(SuccessorOutcome.Offer.class);
  }

  /** As many as a sitemap may list, of which no page is the one that is looked for. */
  @Test
  void siteOfFiftyThousandPagesIsSearchedForADozenWithinSeconds() throws InterruptedException {
    List<WebUrl> pages =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "/services/area-" + i % 700 + "/some-page-about-item-" + i)
            .map(it -> WebUrl.of("https://www.example.org" + it))
            .toList();
    List<RememberedPage> gone =
        IntStream.range(0, 12)
            .mapToObj(i -> "https://www.example.org/old/rent-arrears-" + i)
            .map(it ->
                RememberedPage.of(
                    WebUrl.of(it),
                    WrittenPage.saying(RENT).titled("Rent arrears").page(),
                    List.of()))
            .toList();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    new RebuildSearch(
            plan, (search, request) -> search.after(request, answer(request, pages)), gone, 23)
        .findAll();

    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(30));
  }

  private static SearchAnswer answer(SearchRequest request, List<WebUrl> pages) {
    return switch (request.step()) {
      case SITEMAP -> new SitemapAnswer(pages, List.of());
      case RECORD, HOLDER, OLD_ADDRESS -> new NoAnswer();
      case LISTING, CANDIDATE ->
          new PageAnswer(
              request.url(),
              true,
              WrittenPage.saying(PARKING).titled("Item").page(),
              List.of(),
              List.of());
    };
  }

  private Optional<SearchRequest> next() {
    return plan.next(search);
  }

  private void answered(SearchAnswer answer) {
    search = search.after(next().orElseThrow(), answer);
  }

  private static WebUrl url(String path) {
    return WebUrl.of(OLD).resolve(path).orElseThrow();
  }

  private static SitemapAnswer sitemap(String... paths) {
    return new SitemapAnswer(Arrays.stream(paths).map(SearchPlanTest::url).toList(), List.of());
  }

  private static PageAnswer missing(List<ListedAddress> links, List<WebUrl> stated) {
    return new PageAnswer(
        WebUrl.of(OLD),
        false,
        WrittenPage.saying("It is not here any more.").titled("Gone").page(),
        links,
        stated);
  }

  private static PageAnswer page(String path, String title, String... lines) {
    return new PageAnswer(
        url(path), true, WrittenPage.saying(lines).titled(title).page(), List.of(), List.of());
  }
}
