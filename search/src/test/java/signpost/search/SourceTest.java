package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.ChangeEvent.PageChanged;
import signpost.search.index.JoinedPage;
import signpost.search.query.SourceLookup;
import signpost.search.query.SourceState;

/** What is known of one site, and its page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SourceTest {
  private final RunningSearch search;

  SourceTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
    search.put(
        Samples.page("https://www.gov-scot.example/news", "News", "", ""),
        Samples.ok("https://www.gov-scot.example/linked-only"));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private SourceState source(String host) throws IOException {
    return search.bean(SourceLookup.class).at(host).orElseThrow();
  }

  @Test
  void pagesAreCountedByHealthAndLinksAloneAreNot() throws IOException {
    SourceState scotland = source("www.gov-scot.example");
    assertThat(scotland.health()).containsEntry("superseded", 1).containsEntry("not-checked", 1);
    assertThat(scotland.known()).isEqualTo(2);
    assertThat(scotland.placed()).isEqualTo(1);
  }

  @Test
  void worstIsWhatSomebodyMayHaveToMend() throws IOException {
    assertThat(source("www.gov-scot.example").worst())
        .extracting(JoinedPage::url)
        .containsExactly(SampleWorld.TOOLKIT);
    assertThat(source("www.youngminds.example").worst())
        .extracting(JoinedPage::url)
        .containsExactly(SampleWorld.LEAFLET);
  }

  @Test
  void changesAreItsOwnNewestFirst() throws IOException {
    assertThat(source("www.youngminds.example").changes().items())
        .extracting(PageChanged::revision)
        .containsExactly(3, 2);
    assertThat(source("www.gov-scot.example").changes().items()).isEmpty();
  }

  @Test
  void troubleIsToldAndNamesOfHostsTakeEitherCase() throws IOException {
    assertThat(source("WWW.E-LFH.example").trouble()).hasSize(1);
    assertThat(source("www.youngminds.example").trouble()).isEmpty();
  }

  @Test
  void pageLeadsToEachStateOfHealth() throws Exception {
    assertThat(search.get("/source/www.youngminds.example").body())
        .contains("We know <a")
        .contains("Guides point to 2 of them")
        .contains("href=\"/search?health=broken&amp;host=www.youngminds.example\"")
        .contains("name=\"host\" value=\"www.youngminds.example\"")
        .contains("A leaflet for schools")
        .contains("The helpline number changed.");
    assertThat(search.get("/search?health=broken&host=www.youngminds.example").body())
        .contains("1 result");
  }

  @Test
  void siteInTroubleSaysSo() throws Exception {
    assertThat(search.get("/source/www.e-lfh.example").body())
        .contains("The site is down")
        .contains("has not answered for 48 hours");
  }

  @Test
  void siteNobodyKnowsIsNotFound() throws Exception {
    for (String host : List.of("nowhere.example", "%3Cscript%3E", "unknown", "..")) {
      assertThat(search.get("/source/" + host).statusCode()).as(host).isEqualTo(404);
    }
  }

  @Test
  void resultsResourcesChangesAndIncidentsLeadToTheirSite() throws Exception {
    String link = "href=\"/source/www.youngminds.example\"";
    for (String path : List.of("/search?q=helpline", "/changes", "/")) {
      assertThat(search.get(path).body()).as(path).contains(link);
    }
    assertThat(search.get("/").body()).contains("href=\"/source/www.e-lfh.example\"");
  }
}
