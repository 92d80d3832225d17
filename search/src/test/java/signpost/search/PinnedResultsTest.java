package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.PinnedPages;
import signpost.events.ResourceEvent.ResourceListed;

/** What curators pinned for a question comes first, while it is of use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PinnedResultsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COURSE = "https://a.example/course";
  private static final String LEAFLET = "https://b.example/leaflet";
  private static final String HELPLINE = "https://c.example/helpline";

  private final RunningSearch search;

  PinnedResultsTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeEach
  void threePages() throws IOException {
    search.clear();
    search.put(Samples.page(COURSE, "Training for schools", "", "Training for all school staff."));
    search.put(Samples.page(LEAFLET, "A leaflet", "", "A leaflet on training in schools."));
    search.put(Samples.page(HELPLINE, "Helpline", "", "Somebody to talk to."));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private void pin(String guide, PinnedPages... pins) throws IOException {
    search.put(
        new GuideListed(
            guide,
            "The guide " + guide,
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            List.of(pins)));
  }

  private static PinnedPages pinned(String question, String... pages) {
    return new PinnedPages(question, Arrays.stream(pages).map(Samples::url).toList());
  }

  private JsonNode search(String query) throws Exception {
    return JSON.readTree(search.get("/api/search?" + query).body());
  }

  private List<String> found(String query) throws Exception {
    List<String> urls = new ArrayList<>();
    search(query).get("results").forEach(it -> urls.add(it.path("url").asText()));
    return urls;
  }

  @Test
  void pinnedPageComesFirstEvenWhereItHasNoneOfTheWords() throws Exception {
    assertThat(found("q=training+for+schools")).containsExactly(COURSE, LEAFLET);

    pin("snap", pinned("Training for schools", HELPLINE, LEAFLET));

    JsonNode answer = search("q=training+for+schools");
    assertThat(found("q=training+for+schools")).startsWith(HELPLINE, LEAFLET, COURSE);
    assertThat(answer.get("total").asInt()).isEqualTo(answer.get("results").size());
    assertThat(answer.get("results").get(0).get("pinnedBy").asText()).isEqualTo("snap");
    assertThat(answer.get("results").get(2).has("pinnedBy")).isFalse();
    assertThat(search.get("/search?q=training+for+schools").body())
        .contains("Picked", "by those who keep", "The guide snap");
  }

  @Test
  void questionIsTheSameInAnyOrderAndWithAnyEndings() throws Exception {
    pin("snap", pinned("Training for schools", HELPLINE));

    assertThat(found("q=schools+TRAINING").getFirst()).isEqualTo(HELPLINE);
    assertThat(found("q=train+school").getFirst()).isEqualTo(HELPLINE);
    assertThat(found("q=training")).doesNotContain(HELPLINE);
    assertThat(found("q=training+for+schools+and+staff").getFirst()).isNotEqualTo(HELPLINE);
    assertThat(found("q=training+for+schools+-somebody")).doesNotContain(HELPLINE);
  }

  @Test
  void filterThatLeavesOnlyAPinnedPageAsksForNoFewerWords() throws Exception {
    search.put(Samples.page("https://c.example/more", "Schools", "", "Of schools alone."));
    search.put(Samples.page("https://a.example/all", "All", "", "Schools, and all training."));
    pin("snap", pinned("training for schools", HELPLINE));

    assertThat(found("q=training+for+schools&host=c.example")).containsExactly(HELPLINE);
    for (JsonNode count : search("q=training+for+schools").at("/facets/publisher")) {
      String query = "q=training+for+schools&publisher=" + count.get("value").asText();
      assertThat(search(query).get("total").asInt()).isEqualTo(count.get("count").asInt());
    }
  }

  @Test
  void questionOfCommonWordsAloneCanBePinned() throws Exception {
    pin("snap", pinned("Who is it for?", HELPLINE), pinned("IT", LEAFLET));

    assertThat(found("q=is+it+on")).doesNotContain(LEAFLET);
    assertThat(found("q=who+is+it+for").getFirst()).isEqualTo(HELPLINE);
  }

  @Test
  void wordThatChangesAQuestionMakesAnother() throws Exception {
    pin("snap", pinned("children not in school", HELPLINE), pinned("IT training", LEAFLET));

    assertThat(found("q=children+in+school")).doesNotContain(HELPLINE);
    assertThat(found("q=children+who+are+not+at+school").getFirst()).isNotEqualTo(HELPLINE);
    assertThat(found("q=school+children+not+in").getFirst()).isEqualTo(HELPLINE);
    assertThat(found("q=training").getFirst()).isEqualTo(COURSE);
  }

  @Test
  void wordThatNoPageHasCanBePinned() throws Exception {
    search.put(Samples.page("https://d.example/", "Together", "", "All together now."));
    assertThat(search("q=togethar").get("corrected").asText()).isEqualTo("together");

    pin("snap", pinned("Togethar", HELPLINE), pinned("together", LEAFLET));

    assertThat(found("q=togethar").getFirst()).isEqualTo(HELPLINE);
    assertThat(found("q=togethir").getFirst()).as("as it was mended").isEqualTo(LEAFLET);
  }

  @Test
  void addressThatNobodyHasConfirmedIsNotPutFirst() throws Exception {
    search.put(
        new ResourceListed(
            Samples.url(HELPLINE),
            PlacementStatus.UNVERIFIED,
            List.of(new PlacementRef("snap", "Help", "Helpline", 1)),
            List.of(),
            Optional.empty(),
            List.of(),
            false));
    pin("snap", pinned("training for schools", HELPLINE));

    assertThat(found("q=training+for+schools").getFirst()).isEqualTo(COURSE);
  }

  @Test
  void pinnedCopyIsShownAndNotTheBrokenOneThatAGuidePlaces() throws Exception {
    String text = "Training in schools, for all who teach there and more. ".repeat(20);
    search.put(Samples.page("https://old.example/", "Moved", "", text));
    search.put(Samples.page("https://new.example/", "Moved", "", text));
    search.put(Samples.placed("https://old.example/", "Wales", "Courses", "Moved"));
    broken("https://old.example/");
    pin("snap", pinned("training for schools", "https://new.example/"));

    assertThat(found("q=training+for+schools")).doesNotContain("https://old.example/");
    JsonNode first = search("q=training+for+schools").get("results").get(0);
    assertThat(first.get("url").asText()).isEqualTo("https://new.example/");
    assertThat(first.get("copies").get(0).asText()).isEqualTo("https://old.example/");
  }

  @Test
  void pinInFrontOfManyCopiesEndsNoPaging() throws Exception {
    String text = "Training in schools, for all who teach there and more. ".repeat(20);
    for (int i = 0; i < 70; i++) {
      search.put(Samples.page("https://copy.example/" + i, "Training schools", "", text));
    }
    pin("snap", pinned("training schools", HELPLINE));

    assertThat(found("q=training+schools&size=2")).hasSize(2).startsWith(HELPLINE);
    assertThat(search("q=training+schools&size=2").has("next")).isTrue();
  }

  private void broken(String url) throws IOException {
    search.put(
        Samples.health(
            url,
            new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.NOON),
            new Explanation("It is gone.", "Readers see an error.", "Replace it.")));
  }

  @Test
  void pinFitsTheChosenFilters() throws Exception {
    pin("snap", pinned("training for schools", HELPLINE));

    assertThat(found("q=training+for+schools&host=a.example")).containsExactly(COURSE);
    assertThat(found("q=training+for+schools&host=a.example&host=c.example"))
        .containsExactly(HELPLINE, COURSE);
    assertThat(found("q=training+for+schools&sort=changed")).doesNotContain(HELPLINE);
  }

  @Test
  void brokenPageIsNotPutFirst() throws Exception {
    pin("snap", pinned("training for schools", LEAFLET, HELPLINE));
    broken(LEAFLET);

    assertThat(found("q=training+for+schools")).containsExactly(HELPLINE, COURSE, LEAFLET);
  }

  @Test
  void pagesOfTwoGuidesComeInTheGuidesOrderAndPagingIsWhole() throws Exception {
    pin("two", pinned("training for schools", HELPLINE));
    pin("one", pinned("training for schools", LEAFLET, "https://nowhere.example/"));

    assertThat(found("q=training+for+schools&size=2")).containsExactly(LEAFLET, HELPLINE);
    String next = search("q=training+for+schools&size=2").get("next").asText();
    assertThat(found(next.substring(next.indexOf('?') + 1))).startsWith(COURSE);
  }

  @Test
  void guideThatPinsNoMoreChangesNothingMore() throws Exception {
    pin("snap", pinned("training for schools", HELPLINE));
    pin("snap");

    assertThat(found("q=training+for+schools")).containsExactly(COURSE, LEAFLET);
  }

  @Test
  void facetsCountWhatIsPinned() throws Exception {
    pin("snap", pinned("training for schools", HELPLINE));

    List<String> publishers = new ArrayList<>();
    search("q=training+for+schools")
        .at("/facets/publisher")
        .forEach(it -> publishers.add(it.get("value").asText()));
    assertThat(publishers).contains("c.example");
  }
}
