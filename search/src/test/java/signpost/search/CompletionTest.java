package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.events.ResourceEvent.GuideListed;
import signpost.search.query.QueryCompletion;
import signpost.search.query.Suggestion;

/** What is suggested while somebody types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompletionTest {
  private static final String BROKEN = "https://broken.example/films";

  private final RunningSearch search;

  CompletionTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    search.put(
        new GuideListed(
            "snap", "Films and trauma: a guide", Optional.empty(), true, List.of(), List.of()),
        Samples.placed("https://a.example/brain", "UK", "Films", "A film for foster carers"),
        page("https://a.example/brain", "Childhood Trauma and the Brain"),
        page("https://b.example/films", "Films about trauma"),
        page("https://c.example/films", "Films About Trauma!"),
        Samples.placed(BROKEN, "UK", "Films", "Films about traumatic loss"),
        Samples.health(
            BROKEN,
            new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING),
            new Explanation("It is gone.", "Nobody gets in.", "Take it out.")),
        page("https://d.example/cafe", "Café Ysgol’s supercalifragilisticexpialidocious"));
  }

  private static signpost.events.Event page(String url, String title) {
    return Samples.page(url, title, "", "");
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private List<String> suggested(String typed) throws IOException {
    return search.bean(QueryCompletion.class).of(typed).stream().map(Suggestion::text).toList();
  }

  @Test
  void everyWordCountsAndMayBeUnfinished() throws IOException {
    assertThat(suggested("child")).containsExactly("Childhood Trauma and the Brain");
    assertThat(suggested("brain trau")).containsExactly("Childhood Trauma and the Brain");
    assertThat(suggested("brain fish")).isEmpty();
    assertThat(suggested("")).isEmpty();
  }

  @Test
  void curatorsWordsAreSuggestedWhereTheyAreWhatWasTyped() throws IOException {
    assertThat(suggested("foster")).containsExactly("A film for foster carers");
  }

  @Test
  void whatIsTypedAfterAMinusStaysAndIsInNone() throws IOException {
    assertThat(suggested("films -guide"))
        .containsExactly("Films about traumatic loss -guide", "Films about trauma -guide");
    assertThat(suggested("films -\"traumatic loss\" -guide"))
        .containsExactly("Films about trauma -\"traumatic loss\" -guide");
  }

  @Test
  void curatedComesFirstAndWhatWorksBeforeWhatDoesNot() throws IOException {
    assertThat(suggested("films trau"))
        .containsExactly(
            "Films and trauma: a guide", "Films about traumatic loss", "Films about trauma");
  }

  @Test
  void slipOfTheFingerIsForgiven() throws IOException {
    assertThat(suggested("chidlhood tra")).containsExactly("Childhood Trauma and the Brain");
    assertThat(suggested("fostr")).containsExactly("A film for foster carers");
  }

  @Test
  void accentsAndTheEndsOfVeryLongWordsDoNotMatter() throws IOException {
    assertThat(suggested("cafe")).hasSize(1);
    assertThat(suggested("supercalifragilisticexpialidoc")).hasSize(1);
  }

  @Test
  void siteSuggestsItsOwnAlone() throws Exception {
    assertThat(search.get("/api/suggest?q=films&host=B.example").body())
        .contains("Films about trauma")
        .doesNotContain("Films and trauma: a guide", "traumatic loss");
    assertThat(search.get("/api/suggest?q=films&host=nobody.example").body())
        .contains("\"suggestions\":[]");
    assertThat(search.get("/api/suggest?q=a&q=b").statusCode()).isEqualTo(400);
  }

  @Test
  void apiSaysWhichAreGuides() throws Exception {
    assertThat(get("films guide").body())
        .isEqualTo(
            """
            {"query":"films guide","suggestions":[{"text":"Films and trauma: a guide","type":"guide"}]}\
            """);
  }

  @Test
  void anythingCanBeTyped() throws Exception {
    for (String odd :
        List.of("\"", "*", "a AND (", "\u0000\u202E", "🙂", "شكرا", "the", "x ".repeat(5_000))) {
      assertThat(get(odd).statusCode()).as(odd).isEqualTo(200);
    }
  }

  @Test
  void unknownParameterIsRefused() throws Exception {
    HttpResponse<String> answer = search.get("/api/suggest?q=x&size=9");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("There is no parameter \\\"size\\\". Known: q");
  }

  private HttpResponse<String> get(String typed) throws Exception {
    return search.get("/api/suggest?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
  }
}
