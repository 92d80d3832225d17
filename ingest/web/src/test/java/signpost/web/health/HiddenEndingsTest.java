package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.events.GoneKind;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.health.Expectation.NotFoundAnswer;
import signpost.web.health.Observation.PageEnded;
import signpost.web.health.Observation.TargetWorks;
import signpost.web.health.TargetState.PageIdentity;

/** What a 200 hides, and what only looks as if it hid something. */
final class HiddenEndingsTest {
  private static final String LONG =
      "Children who have lived through loss and fear need adults who understand. ".repeat(12);
  private static final Expectation NOTHING = Expectation.NONE;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Page not found",
        "404",
        "Page not found | Sample Council",
        "Sample Council – 404 Not Found",
        "Sorry, page not found - Sample Charity",
        "Tudalen heb ei chanfod | Cyngor Enghreifftiol"
      })
  void aTitleThatIsNothingButNotFoundIsASoft404(String title) {
    assertThat(kind(at("/guide/trauma"), page(title, "Try the search."), NOTHING))
        .contains(GoneKind.SOFT_404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How to mend 404 errors on your site",
        "Children not found in care: a review",
        "Room 404 - venue hire",
        "Area code 404",
        "Lost and not found"
      })
  void aTitleThatSpeaksOfSuchThingsIsNone(String title) {
    assertThat(kind(at("/blog/one"), page(title, LONG), NOTHING)).isEmpty();
  }

  @Test
  void aPageAbout404WithSuchATitleIsThereWhenItsServerTellsTheMissing() {
    ReadablePage mdn = page("404 Not Found - HTTP | MDN", LONG);
    assertThat(kind(at("/docs/web/http/status/404"), mdn, NOTHING)).isEmpty();
    assertThat(kind(at("/docs/web/http/status/x"), mdn, beside(new NotFoundAnswer(false, "", ""))))
        .isEmpty();
  }

  @Test
  void aPageThatWasOtherwiseAndNowSaysNotFoundIsGoneHoweverItsServerTellsTheMissing() {
    Expectation known =
        known("Trauma toolkit", false, Optional.of(new NotFoundAnswer(false, "", "")));
    assertThat(kind(at("/toolkit"), page("Page not found", "Sorry."), known))
        .contains(GoneKind.SOFT_404);
  }

  @Test
  void phrasesCountOnShortPagesOnly() {
    assertThat(
            kind(
                at("/a/b"),
                page("Sample Council", "Sorry, we can’t find that page. Try the search."),
                NOTHING))
        .contains(GoneKind.SOFT_404);
    String story = LONG + LONG + "Then the screen said: sorry, we can’t find that page.";
    assertThat(kind(at("/a/b"), page("A story", story), NOTHING)).isEmpty();
  }

  @Test
  void aChangelogThatSaysSomethingHasBeenRemovedIsThere() {
    assertThat(
            kind(
                at("/TR/changes"),
                page("Changes", "The page on focus has been removed. Section 4 has been removed."),
                NOTHING))
        .isEmpty();
  }

  @Test
  void aServerThatGivesTheSamePageForNonsenseHasNoSuchPage() {
    String shown = LONG + " Nothing here. Ref 1f3a.";
    String other = LONG + " Nothing here. Ref 9b0c.";
    NotFoundAnswer notFound =
        new NotFoundAnswer(true, "https://www.example.org/guide/qwert", other);
    assertThat(kind(at("/guide/x"), page("Sample", shown), beside(notFound)))
        .contains(GoneKind.SOFT_404);
    NotFoundAnswer unlike =
        new NotFoundAnswer(true, "https://www.example.org/guide/qwert", "Something else");
    assertThat(kind(at("/guide/x"), page("Sample", shown), beside(unlike))).isEmpty();
  }

  @Test
  void anEmptyShellThatScriptsFillIsNoSoft404ThoughAllAreAlike() {
    String shell = "You need to enable JavaScript to run this app.";
    NotFoundAnswer notFound = new NotFoundAnswer(true, "https://www.example.org/app/qwert", shell);
    assertThat(kind(at("/app/case"), page("App", shell), beside(notFound))).isEmpty();
  }

  @Test
  void aPageLedToWhereNonsenseIsLedTooIsGone() {
    Answered led = at("/news/old-story", "https://www.example.org/news");
    NotFoundAnswer same = new NotFoundAnswer(true, "https://www.example.org/news", "News");
    assertThat(kind(led, page("News", LONG), beside(same))).contains(GoneKind.SOFT_404);
    NotFoundAnswer other = new NotFoundAnswer(true, "https://www.example.org/search", "Search");
    assertThat(kind(led, page("News", LONG), beside(other))).isEmpty();
  }

  @Test
  void theSiteRootIsNeverASoft404() {
    assertThat(kind(at("/"), page("Page not found", "Sorry."), NOTHING)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/guide/trauma, https://www.example.org/, true",
    "/guide/trauma, https://www.example.org/home, true",
    "/guide/trauma, https://example.org/, true",
    "/guide/trauma, https://www.example.org/?error=404, true",
    "/guide/trauma, https://www.example.org/cy/, true",
    "/guide/trauma, https://www.example.org/?p=812, false",
    "/guide/trauma, https://www.example.org/guides, false",
    "/, https://www.example.org/home, false",
    "/home, https://www.example.org/, false",
    "/, https://example.org/, false",
    "/guide/trauma, https://www.example.org/guide/trauma/, false"
  })
  void onlyADeepLinkThatEndsAtTheHomePageIsLedHome(String path, String to, boolean home) {
    assertThat(
            kind(at(path, to), page("Example", LONG), NOTHING)
                .equals(Optional.of(GoneKind.REDIRECTED_HOME)))
        .isEqualTo(home);
  }

  @Test
  void beingLedHomeIsSeenWithoutReadingThePage() {
    assertThat(StatusPolicy.of(at("/a/b", "https://www.example.org/"), Optional.empty()))
        .isInstanceOfSatisfying(
            TargetWorks.class,
            it -> assertThat(it.ending().map(PageEnded::kind)).contains(GoneKind.REDIRECTED_HOME));
  }

  @Test
  void anotherSiteThatNoLongerNamesWhatWasMeantIsAnotherOwners() {
    Answered led = at("/guide/trauma", "https://www.shop.example.com/");
    Expectation known = named("Trauma toolkit for schools");
    assertThat(kind(led, page("Best garden sheds", "Sheds, fences and gates."), known))
        .contains(GoneKind.OTHER_OWNER);
    assertThat(kind(led, page("Best garden sheds", "Sheds, fences and gates."), NOTHING))
        .as("nothing is known of what was meant")
        .isEmpty();
    assertThat(kind(led, page("Sheds", "Sheds."), named("click here")))
        .as("the link's words name nothing")
        .isEmpty();
  }

  @Test
  void aMergerWhoseNewSiteStillNamesTheThingIsAMove() {
    Answered led = at("/guide/trauma", "https://www.new-department.example.com/trauma");
    assertThat(kind(led, page("Trauma toolkit for schools", LONG), named("Trauma toolkit")))
        .isEmpty();
    assertThat(kind(led, page("Formerly Example", "The EXAMPLE team is here."), named("Toolkit x")))
        .isEmpty();
  }

  @Test
  void anotherNameOfTheSameSiteIsNoOtherOwner() {
    assertThat(kind(at("/a", "https://example.org/a"), page("X", "Y"), named("Trauma"))).isEmpty();
    assertThat(kind(at("/a", "https://docs.example.org/a"), page("X", "Y"), named("Trauma")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.co.uk/a, example.co.uk",
    "https://a.b.example.org.uk/, example.org.uk",
    "https://someone.github.io/x, someone.github.io",
    "https://www.milton-keynes.gov.uk/, milton-keynes.gov.uk",
    "http://ncb.localhost:8080/, ncb.localhost",
    "http://192.0.2.7/, 192.0.2.7"
  })
  void theRegistrableDomainFollowsThePublicSuffixList(String url, String site) {
    assertThat(RegistrableDomains.of(WebUrl.of(url))).isEqualTo(site);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.gov.uk/guidance/one, www.gov.uk",
    "https://gov.uk/guidance/one, www.gov.uk",
    "https://assets.publishing.service.gov.uk/media/1/a.pdf, www.gov.uk",
    "https://www.milton-keynes.gov.uk/, milton-keynes.gov.uk",
    "https://publishing.service.gov.uk.example.org/, example.org"
  })
  void aPublishersFilesAreItsOwnWhereverTheyAre(String url, String publisher) {
    assertThat(RegistrableDomains.publisher(WebUrl.of(url))).isEqualTo(publisher);
  }

  @Test
  void aPageThatLeadsToItsPublishersFilesHasNoOtherOwner() {
    WebUrl page = WebUrl.of("https://www.gov.uk/government/uploads/a.pdf");
    WebUrl file = WebUrl.of("https://assets.publishing.service.gov.uk/media/1/b.pdf");
    assertThat(kind(answered(page, file, ""), page("Cats", "Cats."), named("Trauma toolkit")))
        .isEmpty();
  }

  @Test
  void anOwnersPagesOnASharedHostAreItsOwn() {
    WebUrl from = WebUrl.of("https://charity.github.io/trauma");
    Answered led = answered(from, WebUrl.of("https://stranger.github.io/"), "");
    assertThat(kind(led, page("Cats", "Cats."), named("Trauma toolkit")))
        .contains(GoneKind.OTHER_OWNER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This domain is for sale",
        "The domain name example.org may be for sale. Buy this domain.",
        "This web page is parked free, courtesy of GoDaddy",
        "Make an offer on this domain"
      })
  void aNameForSaleIsParked(String text) {
    assertThat(kind(at("/guide"), page("example.org", text), NOTHING))
        .contains(GoneKind.PARKED_DOMAIN);
  }

  @Test
  void aLinkLedToAMarketOfNamesIsParked() {
    Answered led = at("/guide", "https://www.hugedomains.com/domain_profile.cfm?d=example.org");
    assertThat(kind(led, page("Example", LONG), NOTHING)).contains(GoneKind.PARKED_DOMAIN);
  }

  @Test
  void theMarksOfParkingProvidersCountOnNearlyEmptyPages() {
    WebUrl url = WebUrl.of("https://www.example.org/guide");
    Answered parked =
        answered(url, url, "<script src=\"//www.parkingcrew.net/track.js\"></script>");
    assertThat(StatusPolicy.of(parked, Optional.empty()))
        .isInstanceOfSatisfying(
            TargetWorks.class,
            it -> assertThat(it.ending().map(PageEnded::kind)).contains(GoneKind.PARKED_DOMAIN));
    assertThat(kind(parked, page("A page with much to say", LONG + LONG), NOTHING)).isEmpty();
  }

  @Test
  void anArticleOnParkedNamesAndAHouseForSaleAreNotParked() {
    String article = LONG + LONG + "A visitor then reads that this domain is for sale.";
    assertThat(kind(at("/law/domains"), page("Domain names and the law", article), NOTHING))
        .isEmpty();
    assertThat(kind(at("/house"), page("Homes", "This house is for sale."), NOTHING)).isEmpty();
  }

  @Test
  void aPageThatTurnsIntoAGamblingSiteIsHijacked() {
    String text = "Casino slots, poker and baccarat. Casino jackpot! Play slots. Poker online.";
    assertThat(kind(at("/guide"), page("Slot gacor", text), known("Guide", false)))
        .contains(GoneKind.HIJACKED);
    assertThat(kind(at("/guide"), page("Slot gacor", text), NOTHING))
        .as("nothing is known of earlier revisions")
        .isEmpty();
    assertThat(kind(at("/guide"), page("Slot gacor", text), known("Slots", true)))
        .as("it always was one")
        .isEmpty();
  }

  @Test
  void aCharityForThoseHarmedByGamblingIsNotHijacked() {
    String text =
        "Casino, slots, poker and betting harm people. Our helpline helps those with an addiction"
            + " to betting, poker or slots: treatment and recovery are possible.";
    assertThat(kind(at("/help"), page("Gambling harms", text), known("Help", false))).isEmpty();
    assertThat(StatusPolicy.of(at("/help"), Optional.of(page("Gambling harms", text))))
        .isInstanceOfSatisfying(
            TargetWorks.class, it -> assertThat(it.face().orElseThrow().vulgar()).isTrue());
  }

  @Test
  void aProbeIsSentWhereItTellsSomethingAndNowhereElse() {
    Answered there = at("/guide/x");
    ReadablePage page = page("Guide", LONG);
    assertThat(StatusPolicy.wantsProbe(there, Optional.of(page), NOTHING, true)).isTrue();
    assertThat(StatusPolicy.wantsProbe(there, Optional.of(page), NOTHING, false)).isFalse();
    assertThat(StatusPolicy.wantsProbe(there, Optional.of(page), known("Guide", false), true))
        .isFalse();
    assertThat(StatusPolicy.wantsProbe(at("/"), Optional.of(page), NOTHING, true)).isFalse();
    assertThat(
            StatusPolicy.wantsProbe(
                there, Optional.of(page("404", "")), known("404", false), false))
        .isTrue();
  }

  private static Optional<GoneKind> kind(Answered answer, ReadablePage page, Expectation expected) {
    return switch (StatusPolicy.of(answer, Optional.of(page), expected)) {
      case TargetWorks it -> it.ending().map(PageEnded::kind);
      case Observation other -> throw new AssertionError(other.toString());
    };
  }

  private static Expectation named(String name) {
    return new Expectation(List.of(name), Optional.empty(), Optional.empty());
  }

  private static Expectation beside(NotFoundAnswer notFound) {
    return new Expectation(List.of(), Optional.empty(), Optional.of(notFound));
  }

  private static Expectation known(String title, boolean vulgar) {
    return known(title, vulgar, Optional.empty());
  }

  private static Expectation known(
      String title, boolean vulgar, Optional<NotFoundAnswer> notFound) {
    PageIdentity identity =
        new PageIdentity(List.of(title), "example.org", vulgar, Optional.empty());
    return new Expectation(List.of(), Optional.of(identity), notFound);
  }

  private static Answered at(String path) {
    WebUrl url = WebUrl.of("https://www.example.org" + path);
    return answered(url, url, "");
  }

  private static Answered at(String path, String to) {
    return answered(WebUrl.of("https://www.example.org" + path), WebUrl.of(to), "");
  }

  private static Answered answered(WebUrl from, WebUrl to, String body) {
    return new Answered(
        from,
        to,
        200,
        from.equals(to) ? List.of() : List.of(new RedirectHop(from, 302, to)),
        new Headers(Map.of("content-type", List.of("text/html"))),
        ResponseBody.of(body.getBytes(StandardCharsets.UTF_8)),
        Duration.ofMillis(50));
  }

  private static ReadablePage page(String title, String text) {
    String[] lines = text.isBlank() ? new String[0] : new String[] {text};
    return WrittenPage.saying(lines).titled(title).page();
  }
}
