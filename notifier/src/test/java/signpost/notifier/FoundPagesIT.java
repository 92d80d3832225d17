package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.PageSuccessor;

/** What owners hear of where a page went, and what becomes of their answers. */
final class FoundPagesIT extends OnRealParts {
  private static final String NEW = "https://minds.example/media/412/leaflet.pdf";
  private static final String OFFERED = "Replace with “The leaflet.pdf”";

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Test
  void firstButtonOfAMailReplacesTheLinkWithThePageThatWasFound() throws Exception {
    ends(offer());
    assertThat(words())
        .contains(
            "It seems to be here now: “The leaflet.pdf”. Same name and most of the old text.",
            "New address: " + NEW,
            OFFERED + ":",
            "&answer=replace");
    assertThat(html(lastMail())).contains(OFFERED + "</a>");

    JsonNode item = read("/api/answer", token(lastMail(), "/answer")).get("item");
    assertThat(item.get("replacement").asText()).isEqualTo(NEW);
    assertThat(item.get("successor").get("outcome").asText()).isEqualTo("offer");
    answer(lastMail(), Map.of("answer", "replace", "with", NEW));
    assertThat(json("/api/answers?guide=snap").get(0).get("with").asText()).isEqualTo(NEW);
  }

  @Test
  void offerThatComesAfterTheMailIsShownAndNotTold() throws Exception {
    ends();
    assertThat(words()).doesNotContain(NEW);
    offers(NEW);
    at("2026-01-09T08:00:00Z");

    assertThat(subjects()).hasSize(2);
    assertThat(notifier.finding(LEAFLET)).contains("\"outcome\":\"offer\"", NEW);
  }

  @Test
  void hintIsToBeLookedAtFirst() throws Exception {
    ends(new PageSuccessor.Hinted(NEW, "A leaflet", "Similar title"));
    assertThat(words()).contains("Perhaps this; look first: “A leaflet”. Similar title.");
    assertThat(html(lastMail())).contains("Perhaps “A leaflet”: look first");
  }

  @Test
  void whatWasLookedForInVainSaysWhere() throws Exception {
    ends(new PageSuccessor.NotFound("No page is enough like it; we asked for 9 addresses"));
    assertThat(words())
        .contains("Where it went: No page is enough like it; we asked for 9 addresses.")
        .doesNotContain("&answer=replace");
  }

  @Test
  void whatAnOwnerSaysIsNotItIsNotOfferedAgain() throws Exception {
    ends(offer());
    Map<String, String> notThis = Map.of("answer", "not-this", "with", NEW);
    assertThat(answer(lastMail(), notThis).get("outcome").asText()).isEqualTo("done");
    offers(NEW);

    assertThat(notifier.finding(LEAFLET)).contains("\"state\":\"open\"").doesNotContain(NEW);
    offers(NEW + "?v=2");
    assertThat(notifier.finding(LEAFLET)).contains(NEW + "?v=2");
    answer(lastMail(), notThis);
    assertThat(notifier.finding(LEAFLET))
        .as("what is refused is what was shown")
        .contains(NEW + "?v=2");
    assertThat(answer(lastMail(), "not-this").get("outcome").asText()).isEqualTo("unclear");
  }

  @Test
  void offerGoesWhenItsPageEndsAndWhenTheOldPageIsBack() throws Exception {
    ends(offer());
    notifier.send(
        new SuccessorFound(
            Given.url(LEAFLET),
            new PageSuccessor.NotFound("The page that took its place is no longer there either"),
            notifier.now()));
    notifier.settle();
    assertThat(notifier.finding(LEAFLET)).doesNotContain(NEW);
    offers(NEW);
    notifier.send(Given.recovers(LEAFLET, notifier.now()));
    notifier.settle();
    assertThat(notifier.finding(LEAFLET))
        .contains("\"state\":\"resolved\"")
        .doesNotContain("\"outcome\":\"offer\"");
  }

  @Test
  void pagesOfARebuiltSiteAreOneMailWithALineEachAndOneButton() throws Exception {
    rebuilt(12, 10);

    assertThat(subjects()).hasSize(2);
    assertThat(words())
        .contains("10 pages of gov.example have moved, and we found them", "Replace all 10: ")
        .contains("was https://gov.example/p0", "is https://gov.example/new/p0");
    String token = token(lastMail(), "/replacements");
    Map<String, String> chosen = offered(token);
    assertThat(chosen).hasSize(10);
    String left = chosen.keySet().iterator().next();
    chosen.put(left, "https://gov.example/other");
    JsonNode reply = post("/api/replacements", Map.of("token", token, "chosen", chosen));

    assertThat(reply.get("words").asText())
        .startsWith("9 links are to be replaced from now on. The other 1 stay as they are");
    JsonNode again = post("/api/replacements", Map.of("token", token, "chosen", chosen));
    assertThat(again.get("words")).as("pressed twice").isEqualTo(reply.get("words"));
    assertThat(again.get("outcome").asText()).isEqualTo("as-before");
    assertThat(json("/api/answers?guide=snap")).hasSize(9);
    assertThat(read("/api/replacements", token).get("items")).hasSize(1);
    assertThat(read("/api/replacements", token(lastMail(), "/yours")).get("outcome").asText())
        .isEqualTo("refused");
  }

  @Test
  void whoReadsForAnotherReplacesAllAndFindsItOnTheirPage() throws Exception {
    owners(
        "mk: {name: The team, members: [ann, bob]}",
        "ann: {name: Ann, email: ann@council.example}",
        "bob: {name: Bob, email: bob@council.example, deputy: jd, away: [2026-01-01/2026-01-31]}",
        "jd: {name: Jo, email: jd@council.example}");
    rebuilt(4, 4);
    for (String reader : List.of("ann", "jd")) {
      MimeMessage mail = lastMailTo(reader + "@council.example");
      assertThat(read("/api/replacements", token(mail, "/replacements")).get("items")).hasSize(4);
      assertThat(read("/api/own", token(mail, "/yours")).get("open")).hasSize(4);
    }
    String token = token(lastMailTo("jd@council.example"), "/replacements");
    JsonNode reply = post("/api/replacements", Map.of("token", token, "chosen", offered(token)));
    assertThat(reply.get("words").asText()).startsWith("4 links are to be replaced");
    assertThat(json("/api/answers?guide=snap"))
        .hasSize(4)
        .allSatisfy(it -> assertThat(it.get("by").asText()).isEqualTo("Jo"));
  }

  /** All pages of a site end together, and some of them are found. */
  private void rebuilt(int pages, int found) {
    String[] urls =
        IntStream.range(0, pages).mapToObj(i -> "https://gov.example/p" + i).toArray(String[]::new);
    listed(urls);
    notifier.stop(); // so that all are there before anything is decided
    for (String url : urls) {
      notifier.send(Given.breaks(url, notifier.now()));
    }
    for (String url : List.of(urls).subList(0, found)) {
      notifier.send(Given.offers(url, url.replace("/p", "/new/p"), notifier.now()));
    }
    notifier.start();
    notifier.settle();
  }

  /** What is offered for each link, by its finding. */
  private Map<String, String> offered(String token) {
    Map<String, String> offered = new HashMap<>();
    read("/api/replacements", token)
        .get("items")
        .forEach(it ->
            offered.put(it.get("finding").get("id").asText(), it.get("replacement").asText()));
    return offered;
  }

  /** Whatever was found by then is known before anything is decided. */
  private void ends(PageSuccessor... found) throws Exception {
    listed(TOOLKIT, LEAFLET);
    notifier.stop();
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    for (PageSuccessor successor : found) {
      notifier.send(new SuccessorFound(Given.url(LEAFLET), successor, notifier.now()));
    }
    notifier.start();
    notifier.settle();
  }

  private void offers(String address) {
    notifier.send(Given.offers(LEAFLET, address, notifier.now()));
    notifier.settle();
  }

  private static PageSuccessor offer() {
    return Given.offers(LEAFLET, NEW, Given.NOON).successor();
  }

  private String words() {
    return text(lastMail()).replaceAll("\\s+", " ");
  }
}
