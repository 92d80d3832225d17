package signpost.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import signpost.events.ChangeKind;
import signpost.revision.RevisionDetector;
import signpost.revision.RevisionOutcome;
import signpost.revision.RevisionOutcome.Confirmed;
import signpost.revision.RevisionOutcome.SeenOnce;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;

final class SampleWebTest {
  private static final String DEFINITION = "working-definition-of-trauma-informed-practice";
  private static final String VULNERABILITIES =
      "/government/publications/vulnerabilities-applying-all-our-health"
          + "/vulnerabilities-applying-all-our-health";
  private static final String WEB_BOOK = "/media/cmtffcce/ym-addressing-adversity-book-web-2.pdf";
  private static final String TOOLKIT = "/publications/trauma-informed-practice-toolkit-scotland/";

  /** Kept with the page; no mail is sent of it. */
  private static final Set<ChangeKind> UNTOLD = Set.of(ChangeKind.DATE_ONLY, ChangeKind.COSMETIC);

  private Instant now = SampleWeb.dayZero();
  private SampleWeb web = SampleWeb.start(0, () -> now, path -> LocalPage.html(200, "at " + path));
  private Visitor visitor = new Visitor(web.port());

  @BeforeEach
  void startsOnDayZero() {
    day(0, 0);
  }

  @AfterEach
  void stops() {
    web.close();
  }

  @Test
  void everyAddressOfTheCatalogueAnswersOnDayZero() throws IOException {
    for (String url : catalogueUrls()) {
      assertThat(visitor.get(url).status()).as(url).isEqualTo(200);
    }
  }

  @Test
  void catalogueIsYamlWithEveryPlacementOfTheGuide() {
    Map<String, Object> catalogue =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(SampleWeb.catalogue(web.port()));
    assertThat(catalogue).containsOnlyKeys("guide", "owners", "sections", "sources");
    assertThat(Pattern.compile("- text:").matcher(SampleWeb.catalogue(1)).results()).hasSize(35);
  }

  @Test
  void guidePageLinksToWhatTheCatalogueLists() throws IOException {
    Set<String> linked =
        new TreeSet<>(
            visitor
                .get(SampleHost.MK, "/trauma-informed-practice-snap-guide")
                .page()
                .select("main a")
                .eachAttr("href"));
    Set<String> listed = new TreeSet<>(catalogueUrls());
    listed.removeIf(url -> url.contains("//mk.") || SOURCES.matcher(url).find());
    linked.removeIf(url -> url.endsWith("/war-migration-and-asylum"));
    assertThat(linked).isEqualTo(listed);
  }

  private static final Pattern SOURCES =
      Pattern.compile("//(youngminds\\.localhost:\\d+/$|gov-scot.localhost:\\d+/publications/$)");

  @Test
  void everyLinkOfEveryPageResolvesExceptThoseMeantBroken() throws IOException {
    Set<String> broken = new TreeSet<>();
    for (SampleHost twin : SampleHost.values()) {
      for (SamplePage page : SamplePage.parse(SampleFiles.read(twin.id() + "/pages.txt"))) {
        if (page.fact("only-during").isPresent()) {
          continue;
        }
        assertThat(visitor.get(twin, page.path()).status()).as(page.path()).isEqualTo(200);
        for (String line : page.text().split("\n", -1)) {
          for (MatchResult link :
              Pattern.compile("\\((@[^)]+)\\)").matcher(line).results().toList()) {
            String url = new SampleMarkup(web.port()).url(link.group(1));
            if (visitor.get(url).status() != 200) {
              broken.add(link.group(1));
            }
          }
        }
      }
    }
    assertThat(broken).isEqualTo(MEANT_BROKEN);
  }

  private static final Set<String> MEANT_BROKEN =
      Set.of(
          "@youngminds/media/1547/schools-survey-2017.pdf",
          "@uktraumacouncil/research_practice/archive-2018",
          "@e-lfh/programmes/all-our-health-2016");

  @Test
  void bytesDifferAtEveryVisitAndNothingIsToldOfIt() throws IOException {
    List<String> told = new ArrayList<>();
    try (MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn())) {
      for (SampleHost twin : SampleHost.values()) {
        for (SamplePage page : SamplePage.parse(SampleFiles.read(twin.id() + "/pages.txt"))) {
          if (twin != SampleHost.MK && !page.isPdf() && page.fact("only-during").isEmpty()) {
            told.addAll(told(reader, twin, page.path()));
          }
        }
      }
    }
    assertThat(told).isEmpty();
  }

  /** What visits on twelve days before anything happens would tell owners. */
  private List<String> told(MediaPageReader reader, SampleHost twin, String path)
      throws IOException {
    List<String> told = new ArrayList<>();
    Set<String> bytes = new HashSet<>();
    Optional<RevisionState> known = Optional.empty();
    boolean again = false;
    for (int day = -12; day < 0; day += again ? 0 : 1) {
      now = SampleWeb.dayZero().plus(Duration.ofDays(day)).plusSeconds(again ? 1200 : 0);
      Visitor.Reply reply = visitor.get(twin, path);
      bytes.add(reply.text());
      WebUrl url = WebUrl.of(twin.origin(web.port()) + path);
      ReadOutcome read = reader.read(reply.body(), Optional.of("text/html"), url);
      boolean early = false;
      if (read instanceof ReadOutcome.Read(ReadablePage page)) {
        RevisionOutcome seen =
            RevisionDetector.see(known, page, PageSetting.of(url, page, _ -> false), now);
        if (seen instanceof Confirmed confirmed
            && !UNTOLD.containsAll(confirmed.change().kinds())) {
          told.add(url + " " + confirmed.change());
        }
        early = seen instanceof SeenOnce && !again;
        known = Optional.of(seen.after());
      }
      again = early;
    }
    assertThat(bytes).as(path).hasSizeGreaterThan(10);
    assertThat(known).as(path).isPresent();
    return told;
  }

  @Test
  void papersKeepTheirWordsWhileDateAndIdChange() throws IOException {
    Visitor.Reply first = visitor.get(SampleHost.YOUNGMINDS, WEB_BOOK);
    day(1, 0);
    Visitor.Reply second = visitor.get(SampleHost.YOUNGMINDS, WEB_BOOK);
    assertThat(Arrays.equals(first.body(), second.body())).isFalse();
    assertThat(words(first)).isEqualTo(words(second)).contains("A checklist for teams");
  }

  @Test
  void toolkitIsSupersededInItsLeadFromTheFirstDay() throws IOException {
    assertThat(visitor.get(SampleHost.GOV_SCOT, TOOLKIT).page().select(".ds_leader").text())
        .contains("has now been replaced by the Roadmap");
  }

  @Test
  void govUkPageIsWithdrawnOnDaySeven() throws IOException {
    day(7, 3);
    assertThat(visitor.get(SampleHost.GOV_UK, VULNERABILITIES).text())
        .doesNotContain("withdrawn on");
    assertThat(visitor.get(SampleHost.GOV_UK, "/api/content" + VULNERABILITIES).text())
        .doesNotContain("withdrawn_notice");
    day(7, 4);
    Visitor.Reply withdrawn = visitor.get(SampleHost.GOV_UK, VULNERABILITIES);
    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(withdrawn.page().select("meta[name=govuk:withdrawn]")).hasSize(1);
    assertThat(withdrawn.page().select(".gem-c-notice").text()).contains("was withdrawn on");
    assertThat(visitor.get(SampleHost.GOV_UK, "/api/content" + VULNERABILITIES).text())
        .contains("withdrawn_notice");
  }

  @Test
  void govUkSaysInThePublicationsHistoryWhatChangedInItsDocument() throws IOException {
    String held = "/government/publications/" + DEFINITION + "/" + DEFINITION;
    String holder = "/government/publications/" + DEFINITION;
    day(1, 4);
    assertThat(visitor.get(SampleHost.GOV_UK, held).text()).doesNotContain("Accountability");
    assertThat(visitor.get(SampleHost.GOV_UK, "/api/content" + holder).text())
        .contains("First published.")
        .doesNotContain("accountability");
    day(1, 5);
    assertThat(visitor.get(SampleHost.GOV_UK, held).text()).contains("Accountability");
    assertThat(visitor.get(SampleHost.GOV_UK, "/api/content" + held).text())
        .contains("\"parent\":[{\"base_path\":\"" + holder + "\"}]")
        .doesNotContain("change_history");
    assertThat(visitor.get(SampleHost.GOV_UK, "/api/content" + holder).text())
        .contains("Added a seventh principle, accountability.");
  }

  @Test
  void govUkListsTheNextEditionInThePublicationAndNotAtTheOldFile() throws IOException {
    String files = "/government/uploads/system/uploads/attachment_data/file/";
    String file = files + "1104857/trauma-informed-practice-checklist.pdf";
    String next = files + "1187320/tip-second-edition.pdf";
    String holder = "/government/publications/trauma-informed-practice-checklist";
    day(12, 6);
    assertThat(visitor.get(SampleHost.GOV_UK, file).header("link"))
        .contains("<" + SampleHost.GOV_UK.origin(web.port()) + holder + ">; rel=\"up\"");
    assertThat(visitor.get(SampleHost.GOV_UK, "/api/content" + holder).text())
        .contains("\"title\":\"Trauma-informed practice checklist\"", file);
    assertThat(visitor.get(SampleHost.GOV_UK, "/api/content" + file).status()).isEqualTo(404);
    day(12, 7);
    assertThat(visitor.get(SampleHost.GOV_UK, file).status()).isEqualTo(404);
    assertThat(visitor.get(SampleHost.GOV_UK, next).status()).isEqualTo(200);
    assertThat(visitor.get(SampleHost.GOV_UK, "/api/content" + holder).text())
        .contains(next)
        .doesNotContain(file);
  }

  @Test
  void webBookHasANewAddressFromDayEight() throws IOException {
    String fresh = "/media/k2vq1x5d/ym-addressing-adversity-book-web-3.pdf";
    assertThat(visitor.get(SampleHost.YOUNGMINDS, fresh).status()).isEqualTo(404);
    day(8, 9);
    assertThat(visitor.get(SampleHost.YOUNGMINDS, WEB_BOOK).status()).isEqualTo(404);
    assertThat(visitor.get(SampleHost.YOUNGMINDS, fresh).status()).isEqualTo(200);
  }

  @Test
  void badDeploymentLosesEveryPageForThreeHours() throws IOException {
    day(15, 0);
    assertThat(visitor.get(SampleHost.GOV_UK, "/").status()).isEqualTo(404);
    assertThat(visitor.get(SampleHost.GOV_UK, VULNERABILITIES).status()).isEqualTo(404);
    day(15, 2);
    assertThat(visitor.get(SampleHost.GOV_UK, VULNERABILITIES).status()).isEqualTo(200);
  }

  @Test
  void honestHostAnswersNotModifiedAndFickleOnesNever() throws IOException {
    assertThat(again(SampleHost.YOUNGMINDS, "/professional/resources/").status()).isEqualTo(304);
    assertThat(again(SampleHost.GOV_UK, VULNERABILITIES).status()).isEqualTo(200);
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() throws IOException {
    Visitor.Reply head = visitor.ask("HEAD", SampleHost.GOV_UK.host(), VULNERABILITIES, "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("content-length")).isNotEqualTo("0").isPresent();
  }

  @Test
  void slashesAreAddedOrTakenAwayByRedirect() throws IOException {
    assertThat(visitor.get(SampleHost.GOV_SCOT, TOOLKIT.replaceFirst("/$", "")).header("location"))
        .hasValue(SampleHost.GOV_SCOT.origin(web.port()) + TOOLKIT);
    assertThat(visitor.get(SampleHost.GOV_UK, VULNERABILITIES + "/").status()).isEqualTo(301);
  }

  @Test
  void mailboxIsTheDemosOwn() throws IOException {
    assertThat(visitor.get("http://mailbox.localhost/7").text()).isEqualTo("at /7");
  }

  @Test
  void visitsAreCounted() throws IOException {
    visitor.get(SampleHost.GOV_UK, "/robots.txt");
    visitor.get(SampleHost.GOV_UK, "/robots.txt");
    assertThat(web.visits()).containsExactly(Map.entry("gov-uk.localhost/robots.txt", 2L));
  }

  @Test
  void everyHappeningIsDueOnlyAfterItHappened() {
    for (SampleHappening happening : SampleWeb.calendar(8600)) {
      assertThat(happening.dues()).allMatch(due -> due.by().isAfter(happening.at()));
      assertThat(happening.at())
          .isBetween(SampleWeb.dayZero(), SampleWeb.dayZero().plus(Duration.ofDays(21)));
    }
  }

  private Visitor.Reply again(SampleHost twin, String path) throws IOException {
    String etag = visitor.get(twin, path).header("etag").orElseThrow();
    return visitor.ask("GET", twin.host(), path, "If-None-Match: " + etag + "\r\n");
  }

  private List<String> catalogueUrls() {
    return Pattern.compile("https?://\\S+")
        .matcher(SampleWeb.catalogue(web.port()))
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  private void day(int day, int hours) {
    now = SampleWeb.dayZero().plus(Duration.ofDays(day)).plus(Duration.ofHours(hours));
  }

  private static String words(Visitor.Reply reply) throws IOException {
    try (PDDocument document = Loader.loadPDF(reply.body())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
