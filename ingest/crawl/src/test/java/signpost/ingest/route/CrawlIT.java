package signpost.ingest.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeKind;
import signpost.events.DecodedRecord;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.LinkHealth;
import signpost.events.PageEvent.PageRead;
import signpost.events.PageSuccessor.Offered;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.events.Topics;
import signpost.kit.SteppedClock;

/** From a catalogue file to events on a real broker, over a real web server. */
@Execution(ExecutionMode.CONCURRENT)
class CrawlIT {
  private static final String BODY =
      "<p>Trauma-informed practice is an approach to health and care which is grounded in the"
          + " understanding that trauma exposure can affect people’s development.</p>"
          + "<p>It asks services to look beyond behaviours to what a person needs and may be met.</p>";

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-01-05T09:00:00Z"));
  private final Site site = new Site();
  private Crawl crawl;
  private Told told;

  @BeforeEach
  void start() throws IOException {
    site.page("/toolkit", page("Toolkit", BODY + "<p>See <a href='/missing'>the annex</a>.</p>"));
    site.page("/help", page("Help", BODY + "<p>Call 0800 123 4567 if you need to talk.</p>"));
    crawl = new Crawl(folder, site, clock, CrawlIT.class, "/toolkit", "/help");
    told = crawl.told();
  }

  @AfterEach
  void stop() {
    crawl.close();
    site.close();
  }

  @Test
  void aGuideIsListedItsPagesReadAndItsLinksWatched() {
    crawl.settle();

    assertThat(told.of(GuideListed.class)).extracting(GuideListed::guide).contains("g");
    assertThat(told.of(ResourceListed.class)).hasSize(2);
    assertThat(told.of(PageRead.class)).extracting(PageRead::title).contains("Toolkit", "Help");
    assertThat(told.of(HealthJudged.class))
        .filteredOn(HealthJudged::placed)
        .extracting(HealthJudged::health)
        .containsOnly(new LinkHealth.Ok());
    assertThat(site.requests()).contains("/missing", "/robots.txt");
  }

  @Test
  void publisherWhoAsksToBeLeftAloneIsNotAskedAgainAndItsWordsAreTakenBack() {
    crawl.settle();
    DecodedRecord taken = new DecodedRecord.RemovedKey(Topics.PAGES, site.url("/help"));
    assertThat(told.all()).doesNotContain(taken);
    crawl.restart(Map.of("signpost.opt-out.hosts", "127.0.0.1/help"));
    int before = site.requests().size();
    crawl.later(Duration.ofDays(8));

    assertThat(told.all())
        .contains(taken)
        .doesNotContain(new DecodedRecord.RemovedKey(Topics.PAGES, site.url("/toolkit")));
    List<String> since = site.requests().subList(before, site.requests().size());
    assertThat(since).contains("/toolkit").doesNotContain("/help");
    assertThat(healthOf("/help")).isInstanceOf(LinkHealth.NotChecked.class);
    assertThat(healthOf("/toolkit")).isEqualTo(new LinkHealth.Ok());
  }

  @Test
  void aPageThatGoesIsSuspectedThenBrokenThenRecovers() throws IOException {
    crawl.settle();
    site.remove("/help");
    crawl.later(Duration.ofDays(1));
    assertThat(healthOf("/help")).isInstanceOf(LinkHealth.Suspect.class);

    crawl.later(Duration.ofMinutes(15));
    assertThat(healthOf("/help")).isInstanceOf(LinkHealth.Suspect.class);
    crawl.later(Duration.ofMinutes(45));
    crawl.later(Duration.ofHours(5));
    assertThat(healthOf("/help")).isInstanceOf(LinkHealth.Suspect.class);
    Duration rest = Duration.ofHours(7).plusMinutes(10);
    crawl.later(rest);
    assertThat(healthOf("/help"))
        .isEqualTo(
            new LinkHealth.Broken(
                FailureClass.NOT_FOUND, clock.instant().minus(rest.plusHours(6))));
    assertThat(crawl.get("/api/evidence/captures?url=" + encoded("/help")))
        .as("what it said, and what it answered when it was told")
        .contains("\"status\":200", "\"status\":404", "\"trouble\":\"broken\"");

    site.page("/help", page("Help", BODY));
    crawl.later(Duration.ofDays(1));
    assertThat(healthOf("/help")).isEqualTo(new LinkHealth.Ok());
  }

  @Test
  void aNoticeInPlaceIsToldThoughTheBodyIsTheSame() {
    crawl.settle();
    String notice =
        "<div class='notice'><p>This toolkit was withdrawn on 1 January 2026.</p></div>";
    site.page("/toolkit", page("[Withdrawn] Toolkit", notice + BODY));
    crawl.later(Duration.ofDays(1));
    crawl.later(Duration.ofMinutes(20));

    assertThat(healthOf("/toolkit"))
        .isInstanceOfSatisfying(
            LinkHealth.GoneInPlace.class,
            gone -> assertThat(gone.kind()).isEqualTo(GoneKind.WITHDRAWN));
  }

  @Test
  void aChangedHelplineIsToldAtTheSecondSighting() throws IOException {
    crawl.settle();
    site.page("/help", page("Help", BODY + "<p>Call 0800 765 4321 if you need to talk.</p>"));
    crawl.later(Duration.ofDays(1));
    assertThat(told.of(PageChanged.class)).isEmpty();

    crawl.later(Duration.ofMinutes(20));
    assertThat(told.of(PageChanged.class))
        .singleElement()
        .satisfies(change -> assertThat(change.kinds()).containsExactly(ChangeKind.CONTACT));
    String page = encoded("/help");
    String first = crawl.get("/api/evidence/timegate?url=" + page);
    assertThat(first).as("the newest").contains("0800 765 4321", "A copy, as it was on");
    assertThat(crawl.get("/api/evidence/timemap?url=" + page).lines())
        .filteredOn(line -> line.contains("memento\""))
        .hasSize(2);
    assertThat(crawl.get("/api/evidence/memento?at=2026-01-05T09:00:00Z&url=" + page))
        .as("before")
        .contains("0800 123 4567");
  }

  private String encoded(String path) {
    return URLEncoder.encode(site.url(path), StandardCharsets.UTF_8);
  }

  @Test
  void thePublishersOwnNoteIsToldWithTheChangeItExplains() throws IOException {
    whereThePublisherHasAnApi();
    site.page("/api/content/help", history("Helpline number corrected.", clock.instant()));
    assertThat(noteOfAChangedHelpline()).contains("Helpline number corrected.");
  }

  @Test
  void theNoteOnAnHtmlPublicationIsAskedOfThePageThatHoldsIt() throws IOException {
    whereThePublisherHasAnApi();
    site.page(
        "/api/content/help",
        "{\"schema_name\":\"html_publication\",\"links\":{\"parent\":[{\"base_path\":\"/held\"}]}}");
    site.page("/api/content/held", history("Numbers checked.", clock.instant()));
    assertThat(noteOfAChangedHelpline()).contains("Numbers checked.");
  }

  @Test
  void aChangeIsToldWithoutANoteWhereTheApiFailsOrKnowsOnlyOldOnes() throws IOException {
    whereThePublisherHasAnApi();
    assertThat(noteOfAChangedHelpline()).as("there is no answer").isEmpty();

    Instant longAgo = clock.instant().minus(Duration.ofDays(30));
    site.page("/api/content/toolkit", history("First published.", longAgo));
    site.page("/toolkit", page("Toolkit", BODY + "<p>Chapter two covers supervision now.</p>"));
    crawl.later(Duration.ofDays(1));
    crawl.later(Duration.ofMinutes(20));
    assertThat(site.requests()).contains("/api/content/toolkit");
    assertThat(told.of(PageChanged.class)).hasSize(2);
    assertThat(told.of(PageChanged.class).getLast().publisherNote()).isEmpty();
  }

  @Test
  void whatThePublisherSaysOfAnEndIsToldWithItAndItsWordIsOffered() throws IOException {
    whereThePublisherHasAnApi();
    site.remove("/help");
    site.page(
        "/api/content/help",
        """
        {"base_path": "/help", "schema_name": "gone", "document_type": "gone",
         "details": {"explanation": "<p>Merged.</p>", "alternative_path": "/support"}}
        """);
    site.page("/support", page("Help", BODY));
    crawl.later(Duration.ofDays(1));
    assertThat(healthOf("/help")).isInstanceOf(LinkHealth.Suspect.class);
    crawl.later(Duration.ofMinutes(15));
    crawl.later(Duration.ofMinutes(16));
    assertThat(healthOf("/help")).as("its word is no proof").isInstanceOf(LinkHealth.Suspect.class);
    crawl.later(Duration.ofMinutes(29));

    assertThat(healthOf("/help")).isInstanceOf(LinkHealth.Broken.class);
    assertThat(told.of(LinkTransition.class).getLast().explanation().reason())
        .endsWith(
            "The test's says it was taken down: “Merged.” It names %s in its place."
                .formatted(site.url("/support")));
    assertThat(told.of(SuccessorFound.class))
        .extracting(SuccessorFound::successor)
        .singleElement()
        .isInstanceOfSatisfying(
            Offered.class,
            it -> {
              assertThat(it.url()).isEqualTo(site.url("/support"));
              assertThat(it.reason()).startsWith("The test's names it in place of the old one");
            });
  }

  private void whereThePublisherHasAnApi() throws IOException {
    crawl.settle();
    Files.writeString(
        folder.resolve("data/publisher-rules.yml"),
        "[{publisher: The test's, hosts: [127.0.0.1], root: [main], content-api: true}]");
    crawl.restart();
    crawl.settle();
  }

  private static String history(String note, Instant at) {
    return """
    {"schema_name": "guide",
     "details": {"change_history": [{"note": "%s", "public_timestamp": "%s"}]}}
    """
        .formatted(note, at);
  }

  private Optional<String> noteOfAChangedHelpline() {
    site.page("/help", page("Help", BODY + "<p>Call 0800 765 4321 if you need to talk.</p>"));
    crawl.later(Duration.ofDays(1));
    crawl.later(Duration.ofMinutes(20));
    assertThat(told.of(PageChanged.class)).hasSize(1);
    return told.of(PageChanged.class).getFirst().publisherNote();
  }

  @Test
  void whatLeavesTheCatalogueIsNoLongerWatched() throws IOException {
    crawl.settle();
    crawl.guide("/toolkit");
    await().until(() -> removed(Topics.RESOURCES, site.url("/help")));

    assertThat(removed(Topics.PAGES, site.url("/help"))).isTrue();
    assertThat(removed(Topics.HEALTH, site.url("/help"))).isTrue();
  }

  @Test
  void whatIsTakenAwayWhileAnotherFileIsBrokenGoesWhenThatIsMended() throws IOException {
    Path catalogue = folder.resolve("catalogue");
    site.page("/more", page("More", BODY));
    String link =
        "sections: [{title: S, resources: [{text: M, url: \"" + site.url("/more") + "\"}]}]";
    Path guide =
        Files.writeString(catalogue.resolve("h.yaml"), "guide: {id: h, title: H}\n" + link);
    await().until(() -> !health(site.url("/more")).isEmpty());
    Path broken = Files.writeString(catalogue.resolve("k.yaml"), "");
    await().until(() -> crawl.get("/api/catalogue").contains("The file is empty"));
    Files.delete(guide);
    await().until(() -> crawl.get("/api/catalogue").contains("\"covers\":\"1 guide "));
    crawl.settle();
    assertThat(removed(Topics.RESOURCES, site.url("/more"))).isFalse();

    Files.delete(broken);
    await().until(() -> removed(Topics.RESOURCES, site.url("/more")));
    assertThat(removed(Topics.PAGES, site.url("/more"))).isTrue();
  }

  @Test
  void linkThatAGuidePlacesIsReadAndItsHealthToldAtOnce() throws IOException {
    aPageLinksToTheAnnex();
    crawl.settle();
    assertThat(site.requests()).contains("/annex");
    crawl.guide("/toolkit", "/help", "/more", "/annex");
    annexIsReadAndToldAsPlaced();
  }

  @Test
  void linkThatAGuidePlacesWhileItIsVisitedIsReadAtOnce() throws IOException {
    site.hang("/annex");
    aPageLinksToTheAnnex();
    site.awaitHanging();
    crawl.guide("/toolkit", "/help", "/more", "/annex");
    await()
        .until(() ->
            told.of(ResourceListed.class).stream()
                .anyMatch(it -> it.resource().value().equals(site.url("/annex"))));
    site.release();
    annexIsReadAndToldAsPlaced();
  }

  private void aPageLinksToTheAnnex() throws IOException {
    site.page("/annex", page("The annex", BODY));
    site.page("/more", page("More", BODY + "<p>See <a href='/annex'>the annex</a>.</p>"));
    crawl.guide("/toolkit", "/help", "/more");
  }

  private void annexIsReadAndToldAsPlaced() {
    await()
        .untilAsserted(() ->
            assertThat(told.of(PageRead.class)).extracting(PageRead::title).contains("The annex"));
    assertThat(health(site.url("/annex"))).last().matches(HealthJudged::placed, "for its owner");
  }

  @Test
  void aProbableAddressIsVisitedAndReadButForNobody() throws IOException {
    crawl.settle();
    site.page("/guess", page("A guess", BODY));
    crawl.edit(
        "    resources:\n",
        "    resources:\n      - {text: Guess, url: \"%s\", status: unverified}\n"
            .formatted(site.url("/guess")));
    await().until(() -> !health(site.url("/guess")).isEmpty());
    crawl.edit("/help\", status: active", "/help\", status: unverified");
    await()
        .until(() -> told.of(ResourceListed.class).stream().anyMatch(it -> isGuess(it, "/help")));
    site.remove("/help");
    crawl.later(Duration.ofDays(9));
    crawl.later(Duration.ofHours(8));

    assertThat(told.of(PageRead.class)).extracting(PageRead::title).contains("A guess");
    assertThat(health(site.url("/guess"))).noneMatch(HealthJudged::placed);
    assertThat(health(site.url("/help"))).last().matches(it -> !it.placed(), "for nobody");
    assertThat(removed(Topics.PAGES, site.url("/help"))).isFalse();
  }

  @Test
  void whatIsWrongInAFileIsInTheApiAndInHealthWhichStaysUp() throws IOException {
    crawl.settle();
    crawl.edit("status: active", "status: live");
    await().until(() -> crawl.get("/api/catalogue").contains("'live' is not a status"));

    assertThat(crawl.get("/api/catalogue"))
        .contains("\"covers\":\"1 guide with 2 placements: 2 watched")
        .contains("\"file\":\"g.yaml\"", "\"line\":6", "\"severity\":\"error\"");
    assertThat(crawl.get("/health")).contains("\"status\":\"UP\"");
    assertThat(told.of(ResourceListed.class)).hasSize(2);
  }

  private List<HealthJudged> health(String url) {
    return told.of(HealthJudged.class).stream()
        .filter(it -> it.target().value().equals(url))
        .toList();
  }

  private boolean isGuess(ResourceListed listed, String path) {
    return listed.status() == PlacementStatus.UNVERIFIED
        && listed.resource().value().equals(site.url(path));
  }

  @Test
  void aSecondStartOnTheSameDataRepeatsNothing() {
    crawl.settle();
    int events = told.all().size();
    crawl.restart();
    crawl.settle();

    assertThat(told.all()).hasSize(events);
  }

  @Test
  void aSourceOfOursIsFollowedByItsMenusAndItsBrokenLinksAreFound() throws IOException {
    String menu =
        "<nav><ul><li><a href='/m/deep'>Deep</a><li><a href='/m/gone'>Gone</a></ul></nav>";
    site.page("/m/", "<!doctype html><title>Manual</title><body>" + menu + "</body>");
    site.page("/m/deep", page("Deep", BODY + "<p>Back to the <a href='/m/'>start</a>.</p>"));
    Files.writeString(
        folder.resolve("catalogue/m.yaml"),
        "sources: [{id: m, start: \"%s\", ours: true, owners: [mk]}]".formatted(site.url("/m/")));
    await().until(() -> site.requests().contains("/m/gone"));
    crawl.settle();

    assertThat(told.of(PageRead.class))
        .filteredOn(page -> page.source().equals(Optional.of("m")))
        .extracting(PageRead::title)
        .contains("Deep");
    assertThat(healthOf("/m/gone")).isInstanceOf(LinkHealth.Suspect.class);
    assertThat(site.requests().stream().filter("/m/deep"::equals)).hasSize(1);
    assertThat(told.of(ResourceListed.class))
        .as("each page is listed once as the owner's own")
        .filteredOn(listed -> listed.ours() && listed.owners().equals(List.of("mk")))
        .extracting(listed -> listed.resource().value())
        .containsExactlyInAnyOrder(site.url("/m/"), site.url("/m/deep"), site.url("/m/gone"));

    Files.delete(folder.resolve("catalogue/m.yaml"));
    await().until(() -> removed(Topics.RESOURCES, site.url("/m/deep")));
    crawl.settle();
    assertThat(removed(Topics.PAGES, site.url("/m/deep")))
        .as("nobody watches it any more")
        .isTrue();
  }

  @Test
  void aGuideGivenByItsUrlAloneFollowsItsLivePage() throws IOException {
    site.page("/guide", page("Live guide", "<h2>First</h2><p><a href='/a'>One</a></p>"));
    site.page("/a", page("One", BODY));
    site.page("/b", page("Two", BODY));
    Files.writeString(
        folder.resolve("catalogue/live.yaml"),
        "guide: {id: live, title: Live, url: \"%s\", ours: true, owners: [mk]}"
            .formatted(site.url("/guide")));
    await().until(() -> listed("/a"));
    crawl.settle();

    site.page("/guide", page("Live guide", "<h2>First</h2><p><a href='/b'>Two</a></p>"));
    crawl.later(Duration.ofDays(1));

    assertThat(listed("/b")).isTrue();
    assertThat(removed(Topics.RESOURCES, site.url("/a"))).isTrue();
  }

  private boolean listed(String path) {
    return told.of(ResourceListed.class).stream()
        .anyMatch(it -> it.resource().value().equals(site.url(path)) && !it.placements().isEmpty());
  }

  private LinkHealth healthOf(String path) {
    return told.of(LinkTransition.class).stream()
        .filter(it -> it.target().value().equals(site.url(path)))
        .map(LinkTransition::to)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private boolean removed(String topic, String key) {
    return told.all().contains(new DecodedRecord.RemovedKey(topic, key));
  }

  private static String page(String title, String body) {
    return "<!doctype html><html lang=en><head><title>%s</title></head><body><main><h1>%s</h1>%s</main></body></html>"
        .formatted(title, title, body);
  }
}
