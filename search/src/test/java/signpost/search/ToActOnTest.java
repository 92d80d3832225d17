package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.FindingEvent.AnswerKind;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingEvent.GuideAnswer;
import signpost.events.FindingName;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;

/** Whether something needs doing is the same wherever it is shown, counted or searched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ToActOnTest {
  private static final String URL = "https://www.kettles.example/mending";
  private static final Explanation ASKED =
      new Explanation("It is odd.", "Readers wonder.", "Look.");
  private static final String TO_ACT_ON = "</span> to act on</li>";
  private static final String NEEDS_NOTHING = "Every resource we could check does what";

  private final RunningSearch search;

  ToActOnTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeEach
  void place() throws IOException {
    search.clear();
    search.put(
        guide("one"),
        guide("two"),
        new ResourceListed(
            Samples.url(URL),
            PlacementStatus.ACTIVE,
            List.of(
                new PlacementRef("one", "Section", "Mending", 1),
                new PlacementRef("two", "Section", "Mending", 1)),
            List.of(),
            Optional.of("Wales"),
            List.of(),
            false),
        Samples.page(URL, "Mending kettles", "How to mend one.", "Kettles."),
        Samples.ok(URL));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private static GuideListed guide(String id) {
    GuidePlacement line =
        new GuidePlacement(
            "Mending",
            CanonicalUrl.parse(URL),
            PlacementStatus.ACTIVE,
            Optional.empty(),
            List.of());
    return new GuideListed(
        id,
        "Guide " + id,
        Optional.empty(),
        true,
        List.of(),
        List.of(new GuideSection("Section", List.of(line))));
  }

  private static GuideAnswer answer(String guide, AnswerKind kind) {
    return new GuideAnswer(guide, kind, "", Samples.NOON, Optional.empty());
  }

  private static FindingChanged told(
      FindingKind kind, FindingName name, FindingState state, GuideAnswer... answers) {
    return Samples.finding("f", URL, kind, name, state, answers);
  }

  private String page(String path) throws Exception {
    return search.get(path).body();
  }

  /** The state as pages, facets and the API give it. */
  private void assertState(String token) throws Exception {
    var results = new ObjectMapper().readTree(page("/api/search?q=kettles&health=" + token));
    assertThat(results.get("total").asInt()).as(token).isEqualTo(1);
    assertThat(results.at("/results/0/health/state").asText()).isEqualTo(token);
    String encoded = URLEncoder.encode(URL, StandardCharsets.UTF_8);
    assertThat(page("/api/resources?url=" + encoded)).contains("\"state\":\"" + token + "\"");
    assertThat(page("/api/guides/one")).contains("\"state\":\"" + token + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "CHANGED, ANOTHER_SUBJECT, gone",
    "GONE_IN_PLACE, GONE, gone",
    "GONE_IN_PLACE, WITHDRAWN, withdrawn",
    "GONE_IN_PLACE, SUPERSEDED, superseded",
    "GONE_IN_PLACE, ARCHIVED, archived"
  })
  void aPageThatItsOwnersWereToldBecameSomethingElseIsGreenNowhere(
      FindingKind kind, FindingName name, String token) throws Exception {
    assertState("ok");
    search.put(told(kind, name, FindingState.OPEN));
    assertState(token);
    assertThat(page("/guide/one"))
        .contains("1" + TO_ACT_ON, name.label(), "Remove or replace it.")
        .doesNotContain(">Works<", "Nothing to do.");
    assertThat(page("/search?q=kettles")).contains(name.label()).doesNotContain(">Works<");
    assertThat(page("/resource?url=" + URLEncoder.encode(URL, StandardCharsets.UTF_8)))
        .contains(name.label(), "Readers see an error.")
        .doesNotContain("Nothing to do.");
    assertThat(page("/guides")).contains("1" + TO_ACT_ON);
    assertThat(page("/source/www.kettles.example")).contains(name.label());
  }

  @Test
  void aChangeOfItsWordsLeavesItWorking() throws Exception {
    search.put(told(FindingKind.CHANGED, FindingName.NEW_CONTACT, FindingState.OPEN));
    assertState("ok");
    assertThat(page("/guide/one")).contains(">Works<").doesNotContain(TO_ACT_ON);
  }

  @Test
  void whatIsOverIsAsItsVisitsSay() throws Exception {
    search.put(told(FindingKind.CHANGED, FindingName.ANOTHER_SUBJECT, FindingState.OPEN));
    search.put(told(FindingKind.CHANGED, FindingName.ANOTHER_SUBJECT, FindingState.RESOLVED));
    assertState("ok");
  }

  @Test
  void whatItsOwnersWantAsItIsNowWorks() throws Exception {
    search.put(
        told(
            FindingKind.CHANGED,
            FindingName.ANOTHER_SUBJECT,
            FindingState.IGNORED,
            answer("one", AnswerKind.KEEP),
            answer("two", AnswerKind.KEEP)));
    assertState("ok");
    assertThat(page("/guides")).doesNotContain(TO_ACT_ON);
  }

  @Test
  void aVisitThatFindsWorseCountsMore() throws Exception {
    search.put(
        told(FindingKind.CHANGED, FindingName.ANOTHER_SUBJECT, FindingState.OPEN),
        Samples.health(URL, new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING), ASKED));
    assertState("broken");
    assertThat(page("/guide/one")).contains("1" + TO_ACT_ON, "It is odd.");
  }

  @ParameterizedTest
  @EnumSource
  void whatAGuideAnsweredLeavesItsListAtOnceAndNoOthers(AnswerKind kind) throws Exception {
    search.put(
        Samples.health(URL, new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING), ASKED),
        told(FindingKind.BROKEN, FindingName.BROKEN, FindingState.OPEN));
    assertThat(page("/guide/one")).contains("1" + TO_ACT_ON, "id=\"to-do\"");
    search.put(
        told(FindingKind.BROKEN, FindingName.BROKEN, FindingState.OPEN, answer("one", kind)));
    assertThat(page("/guide/one"))
        .contains("</span> answered</li>", FindingName.BROKEN.label())
        .doesNotContain(TO_ACT_ON, "id=\"to-do\"");
    assertThat(page("/guide/two")).contains("1" + TO_ACT_ON, "id=\"to-do\"");
    assertThat(page("/guides")).containsOnlyOnce(TO_ACT_ON);
    assertThat(page("/")).containsOnlyOnce(TO_ACT_ON).doesNotContain(NEEDS_NOTHING);
  }

  @Test
  void whatAllAnsweredIsNobodysAttentionAnyMore() throws Exception {
    LinkHealth hijacked =
        new LinkHealth.GoneInPlace(GoneKind.HIJACKED, Samples.MORNING, "", Optional.empty());
    search.put(
        Samples.health(URL, hijacked, ASKED),
        told(
            FindingKind.GONE_IN_PLACE,
            FindingName.GONE,
            FindingState.ACKNOWLEDGED,
            answer("one", AnswerKind.REMOVE),
            answer("two", AnswerKind.ACKNOWLEDGED)));
    assertState("gone");
    assertThat(page("/")).contains(NEEDS_NOTHING).doesNotContain(TO_ACT_ON);
    assertThat(page("/guides")).doesNotContain(TO_ACT_ON);
  }

  @Test
  void anAnswerToOneTroubleIsNoneToTheNext() throws Exception {
    search.put(
        Samples.health(URL, new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING), ASKED),
        told(
            FindingKind.MOVED,
            FindingName.MOVED,
            FindingState.OPEN,
            answer("one", AnswerKind.KEEP)));
    assertThat(page("/guide/one")).contains("1" + TO_ACT_ON);
  }
}
