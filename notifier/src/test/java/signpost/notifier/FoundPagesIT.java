package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
    assertThat(answer(lastMail(), "not-this").get("outcome").asText()).isEqualTo("done");
    offers(NEW);

    assertThat(notifier.finding(LEAFLET)).contains("\"state\":\"open\"").doesNotContain(NEW);
    offers(NEW + "?v=2");
    assertThat(notifier.finding(LEAFLET)).contains(NEW + "?v=2");
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
    String[] urls =
        IntStream.range(0, 12).mapToObj(i -> "https://gov.example/p" + i).toArray(String[]::new);
    listed(urls);
    notifier.stop(); // so that all twelve are there before anything is decided
    for (String url : urls) {
      notifier.send(Given.breaks(url, notifier.now()));
    }
    for (String url : List.of(urls).subList(0, 10)) {
      notifier.send(Given.offers(url, url.replace("/p", "/new/p"), notifier.now()));
    }
    notifier.start();
    notifier.settle();

    assertThat(subjects()).hasSize(2);
    assertThat(words())
        .contains("10 pages of gov.example have moved, and we found them", "Replace all 10: ")
        .contains("was https://gov.example/p0", "is https://gov.example/new/p0");
    String token = token(lastMail(), "/replacements");
    JsonNode offered = read("/api/replacements", token);
    assertThat(offered.get("items")).hasSize(10);
    Map<String, String> chosen = new HashMap<>();
    offered
        .get("items")
        .forEach(
            it -> chosen.put(it.get("finding").get("id").asText(), it.get("replacement").asText()));
    String left = chosen.keySet().iterator().next();
    chosen.put(left, "https://gov.example/other");
    JsonNode reply = post("/api/replacements", Map.of("token", token, "chosen", chosen));

    assertThat(reply.get("words").asText())
        .startsWith("9 links are to be replaced from now on. What we offer for the other 1");
    assertThat(json("/api/answers?guide=snap")).hasSize(9);
    assertThat(read("/api/replacements", token).get("items")).hasSize(1);
    assertThat(read("/api/replacements", token(lastMail(), "/yours")).get("outcome").asText())
        .isEqualTo("refused");
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
