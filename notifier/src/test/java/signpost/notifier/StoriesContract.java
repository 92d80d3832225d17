package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.events.ChangeKind;
import signpost.events.LinkHealth;
import signpost.events.Topics;
import signpost.notifier.desk.VouchedReaders;
import signpost.notifier.token.LinkTokens;
import signpost.notifier.token.TokenPurpose;

/** What owners live through: which messages went to whom, when, and with what words. */
@Execution(ExecutionMode.CONCURRENT)
abstract class StoriesContract extends OnRealParts {
  private static final String FIRST = "First report on “Snap Guide”: nothing needs doing";
  private static final String BROKEN = "“The leaflet.pdf” no longer works";
  private static final String MK = "mk@council.example: ";

  private void breaks(String url) {
    notifier.send(Given.breaks(url, notifier.now()));
    notifier.settle();
  }

  private void recovers(String url) {
    notifier.send(Given.recovers(url, notifier.now()));
    notifier.settle();
  }

  private void moves(String url) {
    notifier.send(
        Given.transition(
            url, new LinkHealth.Ok(), Given.moved("https://minds.example/new"), notifier.now()));
    notifier.settle();
  }

  private void later(Duration passed) {
    notifier.now(notifier.now().plus(passed));
    notifier.settle();
  }

  @Test
  void aFlappingLinkIsHeldUntilItHasBeenQuietForADay() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    recovers(LEAFLET);
    later(Duration.ofMinutes(5));
    breaks(LEAFLET);
    later(Duration.ofMinutes(5));
    recovers(LEAFLET);
    assertThat(subjects()).containsExactly(FIRST, BROKEN, "“The leaflet.pdf” works again");
    later(Duration.ofHours(25));
    assertThat(subjects()).hasSize(3);
    breaks(LEAFLET);
    assertThat(subjects()).hasSize(4).last().isEqualTo(BROKEN);
  }

  @Test
  void aRebuiltSiteIsOneMessageWithAllItsLinksThatSaysTheSiteAnswers() throws Exception {
    String[] urls =
        IntStream.range(0, 12).mapToObj(i -> "https://gov.example/p" + i).toArray(String[]::new);
    listed(urls);
    notifier.stop(); // so that all twelve are there before anything is decided
    Arrays.stream(urls).forEach(url -> notifier.send(Given.breaks(url, notifier.now())));
    notifier.start();
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().asString().startsWith("12 things to do: ");
    assertThat(text(lastMail()).replaceAll("\\s+", " "))
        .contains(
            "12 of them are pages of gov.example, which answers but no longer has them: the site may"
                + " have been rebuilt.")
        .doesNotContain("Readers cannot reach");
  }

  @Test
  void whatIsPutRightBeforeTheSummaryIsNotTold() {
    listed(TOOLKIT, LEAFLET);
    moves(LEAFLET);
    recovers(LEAFLET);
    at("2026-01-06T08:00:00Z");
    assertThat(subjects()).containsExactly(FIRST);
  }

  @Test
  void whoIsOnLeaveHasADeputy() throws IOException {
    owners(
        "mk: {name: Mary Kay, email: mk@council.example, deputy: jd, away: [2026-01-05/2026-01-09]}",
        "jd: {name: Jo Dee, email: jd@council.example}");
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    assertThat(received())
        .containsExactly("jd@council.example: " + FIRST, "jd@council.example: " + BROKEN);
    assertThat(text(lastMail())).contains("Dear Jo Dee,", "you stand in for Mary Kay");
    at("2026-01-10T09:00:00Z");
    recovers(LEAFLET);
    assertThat(received()).last().isEqualTo(MK + "“The leaflet.pdf” works again");
  }

  @Test
  void everyMemberOfATeamIsToldOnce() throws IOException {
    owners(
        "mk: {name: The Hub, members: [ann, bob, ann]}",
        "ann: {name: Ann, email: ann@council.example}",
        "bob: {name: Bob, email: bob@council.example}");
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    assertThat(received())
        .containsExactlyInAnyOrder(
            "ann@council.example: " + FIRST,
            "bob@council.example: " + FIRST,
            "ann@council.example: " + BROKEN,
            "bob@council.example: " + BROKEN);
    assertThat(text(lastMail())).contains("you belong to the team The Hub");
  }

  @Test
  void twoGuidesShareAResourceAndAnswerForThemselves() throws IOException {
    owners(
        "mk: {name: Mary Kay, email: mk@council.example}",
        "jd: {name: Jo Dee, email: jd@council.example}");
    notifier.send(Given.guide(LEAFLET));
    notifier.send(Given.guideNamed("other", "Other Guide", "jd", LEAFLET));
    notifier.send(Given.resourceIn(LEAFLET, List.of("mk", "jd"), "snap", "other"));
    notifier.send(Given.healthy(LEAFLET));
    notifier.settle();
    breaks(LEAFLET);
    assertThat(received()).hasSize(4).contains(MK + BROKEN, "jd@council.example: " + BROKEN);
    MimeMessage marys =
        mails().stream()
            .filter(mail -> subject(mail).equals(BROKEN) && text(mail).contains("Dear Mary"))
            .findFirst()
            .orElseThrow();
    assertThat(answer(marys, "keep").get("outcome").asText()).isEqualTo("done");
    recovers(LEAFLET);
    assertThat(received())
        .hasSize(5)
        .last()
        .isEqualTo("jd@council.example: “The leaflet.pdf” works again");
  }

  @Test
  void theSummaryComesAtEightByTheOwnersClockBeforeAndAfterItChanges() {
    listed(TOOLKIT, LEAFLET);
    at("2026-03-28T07:00:00Z");
    moves(LEAFLET);
    at("2026-03-28T07:59:59Z");
    assertThat(subjects()).hasSize(1);
    at("2026-03-28T08:00:00Z");
    assertThat(subjects()).last().isEqualTo("Summary: “The leaflet.pdf” has moved");
    moves(TOOLKIT);
    at("2026-03-29T06:59:59Z");
    assertThat(subjects()).hasSize(2);
    at("2026-03-29T07:00:00Z");
    assertThat(subjects()).hasSize(3).last().isEqualTo("Summary: “The toolkit” has moved");
  }

  @Test
  void aSummaryMissedWhileTheNotifierWasDownComesOnceWhenItIsBack() {
    listed(TOOLKIT, LEAFLET);
    moves(LEAFLET);
    notifier.stop();
    notifier.now(Instant.parse("2026-01-09T15:00:00Z"));
    notifier.start();
    notifier.settle();
    assertThat(subjects()).containsExactly(FIRST, "Summary: “The leaflet.pdf” has moved");
    at("2026-01-10T08:00:00Z");
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void ofAnAddressNobodyHasConfirmedNothingIsToldUntilSomebodyHas() {
    listed(TOOLKIT);
    notifier.send(Given.guide(TOOLKIT, LEAFLET));
    notifier.send(Given.probable(LEAFLET));
    breaks(LEAFLET);
    later(Duration.ofDays(400));
    assertThat(subjects()).noneMatch(it -> it.contains("leaflet"));
    notifier.send(Given.resource(LEAFLET));
    notifier.settle();
    assertThat(subjects()).anyMatch(BROKEN::equals);
  }

  @Test
  void aMailScannerThatFollowsEveryLinkChangesNothing() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    MimeMessage mail = lastMail();
    for (int i = 0; i < 3; i++) {
      assertThat(read("/api/answer", token(mail, "/answer")).at("/item/title").asText())
          .isEqualTo("The leaflet.pdf");
      read("/api/own", token(mail, "/yours"));
      read("/api/unsubscribe", token(mail, "/unsubscribe"));
    }
    notifier.settle();
    assertThat(read("/api/answer", token(mail, "/answer")).at("/item/answer").isMissingNode())
        .isTrue();
    recovers(LEAFLET);
    assertThat(subjects()).hasSize(3).last().isEqualTo("“The leaflet.pdf” works again");
  }

  @Test
  void whoWantsNoMoreMailsIsLeftAloneAndOpsIsToldInstead() throws Exception {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    assertThat(lastMail().getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String link = lastMail().getHeader("List-Unsubscribe")[0];
    assertThat(link).startsWith("<http://127.0.0.1:8080/unsubscribe?t=");
    String token = link.substring(link.indexOf("?t=") + 3, link.length() - 1);
    assertThat(post("/api/unsubscribe", Map.of("token", token)).get("outcome").asText())
        .isEqualTo("done");
    breaks(TOOLKIT);
    assertThat(received())
        .hasSize(3)
        .last()
        .isEqualTo("ops@signpost.localhost: “The toolkit” no longer works");
    assertThat(text(lastMail())).contains("Mary Kay is the guide's owner");
    assertThat(lastMail().getHeader("List-Unsubscribe")).isNull();
  }

  @Test
  void whatSomebodyDealsWithIsOnlyToldAgainWhenItIsOver() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    assertThat(answer(lastMail(), "acknowledged").get("outcome").asText()).isEqualTo("done");
    later(Duration.ofDays(3));
    assertThat(subjects()).hasSize(2);
    recovers(LEAFLET);
    assertThat(subjects()).hasSize(3).last().isEqualTo("“The leaflet.pdf” works again");
  }

  @Test
  void whatIsPutOffIsToldAgainOnItsDay() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    MimeMessage first = lastMail();
    answer(first, Map.of("answer", "snoozed", "until", "2026-01-12"));
    at("2026-01-11T23:59:59Z");
    assertThat(subjects()).hasSize(2);
    assertThat(notifier.finding(LEAFLET)).contains("\"state\":\"snoozed\"");
    at("2026-01-12T00:00:00Z");
    assertThat(subjects()).hasSize(3).last().isEqualTo(BROKEN);
    assertThat(notifier.finding(LEAFLET)).contains("\"state\":\"open\"");
    JsonNode own = read("/api/own", token(lastMail(), "/yours"));
    assertThat(own.at("/open/0/answer").isMissingNode()).isTrue();
    later(Duration.ofDays(2));
    assertThat(subjects()).hasSize(3);
  }

  @Test
  void whatSomebodyDealsWithIsToBeActedOnAnewWhenItComesBack() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    String own = token(lastMail(), "/yours");
    answer(lastMail(), "acknowledged");
    notifier.settle();
    assertThat(notifier.finding(LEAFLET)).contains("\"state\":\"acknowledged\"");
    assertThat(read("/api/own", own).at("/open/0/answer/kind").asText()).isEqualTo("acknowledged");
    recovers(LEAFLET);
    later(Duration.ofHours(1));
    breaks(LEAFLET);
    assertThat(notifier.finding(LEAFLET)).contains("\"state\":\"open\"", "\"answers\":[]");
    assertThat(read("/api/own", own).at("/open/0/answer").isMissingNode()).isTrue();
  }

  @Test
  void whatIsIgnoredIsNotToldNeitherNowNorNextTime() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    assertThat(answer(lastMail(), "ignored").get("words").asText()).startsWith("Say why");
    answer(lastMail(), Map.of("answer", "ignored", "reason", "Only open in summer"));
    recovers(LEAFLET);
    later(Duration.ofDays(30));
    breaks(LEAFLET);
    breaks(TOOLKIT);
    assertThat(subjects()).containsExactly(FIRST, BROKEN, "“The toolkit” no longer works");
    assertThat(notifier.finding(LEAFLET))
        .contains("\"state\":\"ignored\"", "Only open in summer")
        .doesNotContain("mk");
  }

  @Test
  void aWrongAlertCountsAgainstItsRule() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    MimeMessage wrong = lastMail();
    answer(wrong, Map.of("answer", "wrong", "reason", "It opens for me"));
    answer(wrong, Map.of("answer", "wrong", "reason", "It opens for me"));
    breaks(TOOLKIT);
    answer(lastMail(), "remove");
    recovers(LEAFLET);
    assertThat(subjects()).hasSize(3);
    JsonNode rule = json("/api/precision").get(0);
    assertThat(rule.get("rule").asText()).isEqualTo("broken/not-found");
    assertThat(rule.get("answered").asLong()).isEqualTo(2);
    assertThat(rule.get("wrong").asLong()).isEqualTo(1);
    assertThat(rule.get("precision").asDouble()).isEqualTo(0.5);
  }

  @Test
  void answersAreWhatRepairTakesAndTheLatestCounts() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    MimeMessage mail = lastMail();
    answer(mail, "remove");
    assertThat(answer(mail, Map.of("answer", "replace", "with", "nonsense")).get("words").asText())
        .contains("no web address");
    later(Duration.ofMinutes(1));
    answer(mail, Map.of("answer", "replace", "with", "https://minds.example/new.pdf"));
    JsonNode answers = json("/api/answers?guide=snap");
    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).toString())
        .contains(
            "\"target\":\"" + LEAFLET + "\"",
            "\"answer\":\"replace\"",
            "\"with\":\"https://minds.example/new.pdf\"",
            "\"by\":\"Mary Kay\"");
    notifier.settle();
    assertThat(notifier.finding(LEAFLET))
        .contains("\"state\":\"acknowledged\"", "https://minds.example/new.pdf")
        .doesNotContain("Mary");
  }

  @Test
  void keptIsKeptUntilThePageChangesOnceMore() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(Given.changes(LEAFLET, 2, 0.9, ChangeKind.CONTACT));
    notifier.settle();
    answer(lastMail(), "keep");
    later(Duration.ofDays(2));
    assertThat(subjects()).hasSize(2);
    notifier.send(Given.changes(LEAFLET, 3, 0.9, ChangeKind.CONTACT));
    notifier.settle();
    assertThat(subjects())
        .hasSize(3)
        .last()
        .isEqualTo("“The leaflet.pdf” has new contact details or hours");
  }

  @Test
  void whoIsNearestIsToldFirstAndTheGuidesOwnerWhenNobodyAnswers() throws IOException {
    owners(
        "mk: {name: Mary Kay, email: mk@council.example}",
        "hs: {name: Housing, email: hs@council.example}");
    notifier.send(Given.guideWhere(LEAFLET, "hs", TOOLKIT, LEAFLET));
    for (String url : List.of(TOOLKIT, LEAFLET)) {
      notifier.send(Given.resource(url));
      notifier.send(Given.healthy(url));
    }
    notifier.settle();
    breaks(LEAFLET);
    assertThat(received()).containsExactly(MK + FIRST, "hs@council.example: " + BROKEN);
    later(Duration.ofDays(13));
    assertThat(received()).hasSize(2);
    later(Duration.ofDays(1));
    assertThat(received()).hasSize(3).last().isEqualTo(MK + BROKEN);
    assertThat(text(lastMail())).contains("has not answered");
    breaks(TOOLKIT);
    assertThat(received()).hasSize(4).last().isEqualTo(MK + "“The toolkit” no longer works");
  }

  @Test
  void anAnswerFromWhoIsNearestKeepsTheGuidesOwnerOutOfIt() throws IOException {
    owners(
        "mk: {name: Mary Kay, email: mk@council.example}",
        "hs: {name: Housing, email: hs@council.example, for: [\"section:Toolkits\"]}");
    listed(LEAFLET);
    breaks(LEAFLET);
    assertThat(received()).containsExactly(MK + FIRST, "hs@council.example: " + BROKEN);
    answer(lastMail(), "acknowledged");
    later(Duration.ofDays(20));
    assertThat(received()).hasSize(2);
  }

  @Test
  void aSubscriberIsToldOnlyAfterSayingYes() {
    listed(TOOLKIT, LEAFLET);
    assertThat(
            post("/api/subscriptions", Map.of("email", "a@b.example", "scope", "host:nowhere"))
                .get("outcome")
                .asText())
        .isEqualTo("unclear");
    assertThat(
            post(
                    "/api/subscriptions",
                    Map.of("email", "A@b.example", "scope", "publisher:minds.example"))
                .get("outcome")
                .asText())
        .isEqualTo("done");
    notifier.settle();
    MimeMessage question = lastMail();
    assertThat(subject(question)).isEqualTo("Do you want Signpost to tell you?");
    breaks(LEAFLET);
    assertThat(received()).hasSize(3).last().isEqualTo(MK + BROKEN);
    String token = token(question, "/subscribe/confirm");
    read("/api/subscriptions/confirm", token);
    post("/api/subscriptions/confirm", Map.of("token", token));
    post("/api/subscriptions/confirm", Map.of("token", token));
    notifier.settle();
    assertThat(received()).hasSize(4).last().isEqualTo("a@b.example: " + BROKEN);
    assertThat(text(lastMail()))
        .contains("you asked Signpost to tell you")
        .doesNotContain("/answer?t=");
    String id = read("/api/own", token(lastMail(), "/yours")).at("/open/0/finding/id").asText();
    assertThat(id).isNotEmpty();
    assertThat(read("/api/own", token(lastMail(), "/yours")).at("/open/0/token").asText())
        .isEmpty();
    breaks(TOOLKIT);
    assertThat(received()).hasSize(5);
    post("/api/unsubscribe", Map.of("token", token(mails().get(3), "/unsubscribe")));
    recovers(LEAFLET);
    assertThat(received()).hasSize(6).last().isEqualTo(MK + "“The leaflet.pdf” works again");
  }

  private void finds(String search, String... urls) {
    finds(search, true, urls);
  }

  private void finds(String search, boolean usable, String... urls) {
    List<Map<String, Object>> found =
        Arrays.stream(urls)
            .map(url ->
                Map.<String, Object>of(
                    "url", url, "title", "About " + url, "publisher", "gov", "usable", usable))
            .toList();
    handOver(search, found);
  }

  private void handOver(String search, List<Map<String, Object>> found) {
    Map<String, Object> lines =
        Map.of(
            "search",
            search,
            "words",
            "“" + search.substring(2) + "”",
            "whole",
            true,
            "found",
            found);
    post("/api/searches/found", lines);
    later(Duration.ofMinutes(11));
    post("/api/searches/found", lines);
    notifier.settle();
  }

  private String follows(String email, String search) {
    post("/api/subscriptions", Map.of("email", email, "scope", "search:" + search));
    notifier.settle();
    MimeMessage question = lastMailTo(email);
    assertThat(text(question)).contains("a search of theirs").doesNotContain(search);
    String token = token(question, "/subscribe/confirm");
    assertThat(read("/api/subscriptions/confirm", token).get("words").asText())
        .isEqualTo("search:" + search);
    return post("/api/subscriptions/confirm", Map.of("token", token)).get("words").asText();
  }

  @Test
  void whoeverFollowsASearchIsToldOnceOfWhatNewlyAnswersIt() throws Exception {
    follows("A@b.example", "q=care");
    follows("c@d.example", "q=care");
    assertThat(get("/api/searches")).isEqualTo("[\"q=care\"]");

    finds("q=care", TOOLKIT);
    finds("q=care", TOOLKIT);
    assertThat(received()).as("what was there is not new").hasSize(2);

    finds("q=care", TOOLKIT, LEAFLET);
    finds("q=care", TOOLKIT);
    later(Duration.ofDays(2));
    finds("q=care", LEAFLET, TOOLKIT);
    assertThat(received())
        .hasSize(4)
        .contains(
            "a@b.example: A page newly answers “care”", "c@d.example: A page newly answers “care”");
    MimeMessage mail = lastMailTo("a@b.example");
    assertThat(text(mail).replaceAll("\\s+", " "))
        .contains(
            "About https://minds.example/leaflet.pdf – gov",
            "http://127.0.0.1:8080/resource?url=https%3A%2F%2Fminds.example%2Fleaflet.pdf",
            "http://127.0.0.1:8080/search?q=care",
            "Stop following this search",
            "No more mails from Signpost")
        .doesNotContain("gov.example%2Ftoolkit");
    assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/unfollow?t=");
  }

  @Test
  void aFollowerIsWrittenToAtMostOnceADayOfAllTheirSearchesAndMissesNothing() throws Exception {
    follows("a@b.example", "q=care");
    follows("a@b.example", "q=help");
    finds("q=care");
    finds("q=help");
    finds("q=care", TOOLKIT);
    assertThat(received()).hasSize(3).last().isEqualTo("a@b.example: A page newly answers “care”");
    finds("q=care", TOOLKIT, LEAFLET, GUIDE_PAGE);
    finds("q=help", LEAFLET);
    assertThat(received()).hasSize(3);
    later(Duration.ofHours(25));
    finds("q=care", TOOLKIT, LEAFLET);
    assertThat(received())
        .hasSize(4)
        .last()
        .isEqualTo("a@b.example: A page newly answers 2 searches that you follow");
    assertThat(lastMail().getHeader("List-Unsubscribe")[0]).contains("/unfollow?t=");
    String all = lastMail().getHeader("List-Unsubscribe")[0].replaceFirst(".*t=(.*)>", "$1");
    later(Duration.ofHours(25));
    finds("q=care", TOOLKIT, LEAFLET, GUIDE_PAGE);
    assertThat(received()).hasSize(5);
    assertThat(text(lastMail())).contains("About " + GUIDE_PAGE);
    assertThat(post("/api/unfollow", Map.of("token", all)).get("outcome").asText())
        .isEqualTo("done");
    assertThat(get("/api/searches")).isEqualTo("[]");
  }

  @Test
  void aCopyOfWhatIsKnownAndWhatIsOfNoUseAreNoNews() {
    follows("a@b.example", "q=care");
    handOver(
        "q=care",
        List.of(
            Map.of("url", TOOLKIT, "copies", List.of(GUIDE_PAGE), "usable", true),
            Map.of("url", LEAFLET, "usable", false)));
    handOver(
        "q=care",
        List.of(
            Map.of("url", "https://a.example/", "copies", List.of(GUIDE_PAGE), "usable", true),
            Map.of("url", LEAFLET, "usable", true)));
    handOver("q=care", List.of(Map.of("url", "https://a.example/", "usable", true)));
    finds("q=care", false, "https://b.example/");
    assertThat(received()).as("its question alone").hasSize(1);
    finds("q=care", "https://b.example/");
    assertThat(received()).hasSize(2);
  }

  @Test
  void aFollowerWhoWantsNoMailGetsNoneUntilTheyDo() {
    String own = follows("a@b.example", "q=care").replaceFirst(".*t=", "");
    finds("q=care");
    post("/api/own/wishes", Map.of("token", own, "mail", false, "away", "", "byKind", Map.of()));
    finds("q=care", TOOLKIT);
    assertThat(received()).hasSize(1);
    post("/api/own/wishes", Map.of("token", own, "mail", true, "away", "", "byKind", Map.of()));
    finds("q=care", TOOLKIT);
    assertThat(received()).hasSize(2);
  }

  @Test
  void aFollowedSearchEndsByItsLinkAndWithTheLastAllThatIsKept() {
    String own = follows("a@b.example", "q=care").replaceFirst(".*t=", "");
    later(Duration.ofMinutes(1));
    follows("a@b.example", "q=schools");
    JsonNode page = read("/api/own", own);
    assertThat(page.at("/searches/0/search").asText()).isEqualTo("q=care");
    assertThat(page.at("/searches/1/search").asText()).isEqualTo("q=schools");
    String stop = page.at("/searches/0/token").asText();
    assertThat(post("/api/unfollow", Map.of("token", stop)).get("outcome").asText())
        .isEqualTo("done");
    assertThat(post("/api/unfollow", Map.of("token", stop)).get("outcome").asText())
        .isEqualTo("as-before");
    assertThat(post("/api/unfollow", Map.of("token", own)).get("outcome").asText())
        .isEqualTo("refused");
    assertThat(read("/api/own", own).at("/searches")).hasSize(1);

    finds("q=schools");
    finds("q=schools", TOOLKIT);
    String leave = token(lastMail(), "/unfollow");
    assertThat(post("/api/unsubscribe", Map.of("token", leave)).get("outcome").asText())
        .as("it ends this search, not all mails")
        .isEqualTo("refused");
    assertThat(post("/api/unfollow", Map.of("token", leave)).get("outcome").asText())
        .isEqualTo("done");
    assertThat(get("/api/searches")).isEqualTo("[]");
    assertThat(read("/api/own", own).get("outcome").asText())
        .as("nothing is kept of them")
        .isEqualTo("refused");
  }

  @Test
  void aSearchTooLongForALinkIsNotFollowed() {
    Map<String, String> ask =
        Map.of("email", "a@b.example", "scope", "search:q=" + "a".repeat(900));
    assertThat(post("/api/subscriptions", ask).get("outcome").asText()).isEqualTo("unclear");
    assertThat(received()).isEmpty();
  }

  @Test
  void everyoneChoosesHowSoonTheyHearOfWhat() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    String own = token(lastMail(), "/yours");
    Map<String, Object> wishes =
        Map.of(
            "token",
            own,
            "mail",
            true,
            "away",
            "",
            "byKind",
            Map.of("broken", "weekly", "moved", "off"));
    assertThat(post("/api/own/wishes", wishes).get("outcome").asText()).isEqualTo("done");
    moves(TOOLKIT);
    recovers(LEAFLET);
    at("2026-01-11T12:00:00Z");
    assertThat(subjects()).hasSize(2);
    at("2026-01-12T08:00:00Z");
    assertThat(subjects()).hasSize(3).last().isEqualTo("“The leaflet.pdf” works again");
    assertThat(read("/api/own", own).at("/byKind/moved").asText()).isEqualTo("off");
  }

  @Test
  void aResourceNobodyLookedAtForAYearIsAskedAboutOnce() {
    listed(TOOLKIT, LEAFLET);
    later(Duration.ofDays(200));
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    notifier.settle();
    answer(lastMail(), "keep");
    at("2027-01-05T12:00:00Z");
    assertThat(subjects()).hasSize(2);
    at("2027-01-06T08:00:00Z");
    assertThat(subjects())
        .hasSize(3)
        .last()
        .isEqualTo("Summary: “The toolkit” is due for a review");
    answer(lastMail(), "keep");
    at("2027-02-06T08:00:00Z");
    assertThat(subjects()).hasSize(3);
    assertThat(notifier.finding(TOOLKIT)).contains("\"state\":\"resolved\"");
  }

  @Test
  void whatAReaderSaysComesWithTheNextSummary() {
    listed(TOOLKIT, LEAFLET);
    Map<String, String> report =
        Map.of("url", LEAFLET, "words", "The phone number\r\nBcc: x@y is \u202Ewrong");
    assertThat(post("/api/reports", report).get("outcome").asText()).isEqualTo("done");
    assertThat(post("/api/reports", report).get("outcome").asText()).isEqualTo("done");
    assertThat(
            post("/api/reports", Map.of("url", "https://nowhere.example/", "words", "x"))
                .get("outcome")
                .asText())
        .isEqualTo("unknown");
    notifier.settle();
    at("2026-01-06T08:00:00Z");
    assertThat(subjects())
        .hasSize(2)
        .last()
        .isEqualTo("Summary: “The leaflet.pdf” was reported by a reader");
    assertThat(text(lastMail()).replaceAll("\\s+", " "))
        .contains("A reader says: “The phone number Bcc: x@y is wrong”");
    answer(lastMail(), "keep");
    notifier.settle();
    assertThat(notifier.finding(LEAFLET)).contains("\"state\":\"resolved\"");
  }

  @Test
  void linksThatAreForgedForAnotherPurposeOrTooOldOpenNothing() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    MimeMessage mail = lastMail();
    String good = token(mail, "/answer");
    String forged = good.substring(0, good.length() - 2) + "AA";
    String other = token(mail, "/yours");
    for (String bad : List.of(forged, other, "", ".", "x.y", "a".repeat(3_000))) {
      assertThat(
              post("/api/answers", Map.of("token", bad, "answer", "keep")).get("outcome").asText())
          .isEqualTo("refused");
      assertThat(read("/api/answer", bad).get("outcome").asText()).isEqualTo("refused");
    }
    assertThat(read("/api/own", good).get("outcome").asText()).isEqualTo("refused");
    assertThat(post("/api/unsubscribe", Map.of("token", good)).get("outcome").asText())
        .isEqualTo("refused");
    later(Duration.ofDays(91));
    assertThat(
            post("/api/answers", Map.of("token", good, "answer", "keep")).get("outcome").asText())
        .isEqualTo("expired");
    assertThat(json("/api/answers?guide=snap")).isEmpty();
  }

  @Test
  void strangersAndWhoeverHasLeftHaveNoSay() throws IOException {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    MimeMessage mail = lastMail();
    String id = read("/api/answer", token(mail, "/answer")).at("/item/finding/id").asText();
    String stranger =
        notifier
            .bean(LinkTokens.class)
            .issue(TokenPurpose.ANSWER, "subscriber-0", "snap " + id, LinkTokens.MAIL);
    assertThat(
            post("/api/answers", Map.of("token", stranger, "answer", "ignored"))
                .get("outcome")
                .asText())
        .isEqualTo("refused");
    owners("jd: {name: Jo Dee, email: jd@council.example}");
    Awaitility.await().until(() -> answer(mail, "keep").get("outcome").asText().equals("refused"));
    assertThat(read("/api/own", token(mail, "/yours")).get("outcome").asText())
        .isEqualTo("refused");
  }

  @Test
  void theLinkToOnesOwnPageIsSentToWhoeverIsKnownAndToNobodyElse() {
    listed(TOOLKIT, LEAFLET);
    for (String email : List.of("stranger@x.example", "MK@council.example")) {
      assertThat(post("/api/own/link", Map.of("email", email)).get("outcome").asText())
          .isEqualTo("done");
    }
    assertThat(post("/api/own/link", Map.of("email", "a@b\r\nBcc: c@d")).get("outcome").asText())
        .isEqualTo("unclear");
    notifier.settle();
    assertThat(received()).containsExactly(MK + FIRST, MK + "Your page on Signpost");
    assertThat(read("/api/own", token(lastMail(), "/yours")).get("name").asText())
        .isEqualTo("Mary Kay");
    for (int i = 0; i < 5; i++) {
      post("/api/own/link", Map.of("email", "mk@council.example"));
    }
    notifier.settle();
    assertThat(received()).hasSize(4);
  }

  @Test
  void whoeverIsSignedInHasThePageOfTheirAddressForHalfAnHourAtMost() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    VouchedReaders vouched = notifier.bean(VouchedReaders.class);
    for (String nobody :
        List.of("stranger@x.example", "", "mk", "mk@council.example,x@y.example")) {
      assertThat(vouched.at(nobody, Duration.ofDays(1))).isEmpty();
    }
    String brief = vouched.at("MK@Council.example", Duration.ofSeconds(60)).getFirst().token();
    String longest = vouched.at("mk@council.example", Duration.ofDays(1)).getFirst().token();
    String answer = read("/api/own", longest).at("/open/0/token").asText();
    assertThat(read("/api/answer", answer).get("outcome").asText()).isEqualTo("done");
    later(Duration.ofSeconds(61));
    assertThat(read("/api/own", brief).get("outcome").asText()).isEqualTo("expired");
    assertThat(read("/api/own", longest).get("name").asText()).isEqualTo("Mary Kay");
    later(Duration.ofMinutes(30));
    assertThat(read("/api/own", longest).get("outcome").asText()).isEqualTo("expired");
    assertThat(read("/api/answer", answer).get("outcome").asText())
        .as("nobody goes on from a page that is over")
        .isEqualTo("expired");
  }

  @Test
  void theSeventhUrgentMessageOfADayWaitsForTheMorning() {
    String[] urls = new String[8];
    java.util.Arrays.setAll(urls, i -> "https://gov.example/p" + i);
    listed(urls);
    for (String url : urls) {
      breaks(url);
    }
    assertThat(subjects()).hasSize(7);
    at("2026-01-06T08:00:00Z");
    assertThat(subjects())
        .hasSize(8)
        .last()
        .isEqualTo("Summary: 2 things to do: “The p6” no longer works");
  }

  @Test
  void everyAnswerReachesTheIndexWithinASecondOfTheClock() {
    listed(TOOLKIT, LEAFLET);
    breaks(LEAFLET);
    int before = notifier.records(Topics.FINDINGS).size();
    answer(lastMail(), "acknowledged");
    notifier.settle();
    assertThat(notifier.records(Topics.FINDINGS)).hasSize(before + 1);
    assertThat(notifier.finding(LEAFLET)).contains("\"kind\":\"acknowledged\"");
  }
}
