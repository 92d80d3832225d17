package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.AddressQuestion;
import signpost.events.AddressQuestion.QuestionReason;
import signpost.events.Explanation;
import signpost.events.GuideLine;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;

/** What the owner of a guide is asked about addresses that are not certain, and how often. */
final class AddressQuestionsIT extends OnRealParts {
  private static final String CHAT = "https://chat.example/";

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Test
  void aQuestionComesWithTheNextSummaryAndIsAskedOnce() {
    listed(TOOLKIT);
    asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT));
    assertThat(subjects()).hasSize(1);
    at("2026-01-06T08:00:00Z");
    assertThat(subjects())
        .hasSize(2)
        .last()
        .isEqualTo("Daily summary: “Chat room (free)” has an address to confirm");
    assertThat(text(lastMail())).contains("Address:", CHAT, "/guide/snap").doesNotContain("#line-");
    asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT));
    at("2026-01-08T08:00:00Z");
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void itsAnswerSaysWhichAddressWasMeant() throws Exception {
    asked();
    answer(lastMail(), "keep");
    assertThat(notifier.finding(line())).contains("\"kind\":\"keep\"", "\"replacement\":\"" + CHAT);
    at("2026-01-09T08:00:00Z");
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void whatIsLeftAsItIsIsNotAskedAgainUntilTheQuestionIsAnother() throws Exception {
    asked();
    answer(lastMail(), "acknowledged");
    asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT));
    at("2026-01-08T08:00:00Z");
    assertThat(subjects()).hasSize(2);
    asking(QuestionReason.DIFFERS_ON_PAGE, Optional.of("https://chat.example/new"));
    at("2026-01-09T08:00:00Z");
    assertThat(subjects()).hasSize(3);
  }

  @Test
  void whatWasAnsweredMayBeAnsweredAnewThoughNothingIsAskedAnyMore() throws Exception {
    asked();
    answer(lastMail(), "keep");
    send(List.of(settled()));
    assertThat(notifier.finding(line())).contains("\"state\":\"resolved\"");
    Map<String, String> other = Map.of("answer", "replace", "with", "https://other.example/");
    assertThat(answer(lastMail(), other).get("outcome").asText()).isEqualTo("done");
    assertThat(notifier.finding(line())).contains("\"kind\":\"replace\"");
  }

  private static GuidePlacement settled() {
    GuidePlacement like = asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT), "");
    return new GuidePlacement(
        like.text(),
        like.resource(),
        like.status(),
        like.nation(),
        like.labels(),
        like.owners(),
        Optional.empty());
  }

  @Test
  void aQuestionThatAnswersItselfEndsWithoutAWord() {
    asked();
    notifier.send(Given.guide(TOOLKIT));
    notifier.settle();
    at("2026-01-09T08:00:00Z");
    assertThat(notifier.finding(line())).contains("\"state\":\"resolved\"");
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void anUnknownAddressIsAskedForWithoutOneToKeep() {
    listed(TOOLKIT);
    asking(QuestionReason.UNKNOWN, Optional.empty());
    at("2026-01-06T08:00:00Z");
    assertThat(html(lastMail()))
        .contains("Say its address", "Leave it as it is", "Take the link out")
        .doesNotContain("This is the address");
  }

  @Test
  void anAddressThatIsOnlyProbableIsNeverToldAsBroken() {
    assertThat(toldOfBroken(PlacementStatus.UNVERIFIED, QuestionReason.PROBABLE)).isFalse();
  }

  @Test
  void anAddressThatThePageHasIsToldAsBrokenThoughItIsAsked() {
    assertThat(toldOfBroken(PlacementStatus.ACTIVE, QuestionReason.FOUND_ON_PAGE)).isTrue();
  }

  private boolean toldOfBroken(PlacementStatus status, QuestionReason why) {
    listed(TOOLKIT);
    asking(why, Optional.of(CHAT));
    ResourceListed like = Given.resource(CHAT);
    notifier.send(
        new ResourceListed(
            like.resource(),
            status,
            like.placements(),
            like.owners(),
            like.nation(),
            like.labels(),
            like.ours()));
    notifier.send(Given.breaks(CHAT, notifier.now()));
    at("2026-01-09T08:00:00Z");
    return subjects().stream().anyMatch(it -> it.contains("no longer works"))
        || mails().stream().anyMatch(it -> text(it).contains("Readers cannot"));
  }

  @Test
  void linesOfTheSameWordsAreAskedOneByOne() {
    listed(TOOLKIT);
    send(List.of(line("Find help", CHAT), line("Find help", "https://other.example/")));
    at("2026-01-06T08:00:00Z");
    assertThat(text(lastMail())).contains(CHAT, "https://other.example/");
  }

  @Test
  void theQuestionStaysTheSameInOtherWords() {
    asked();
    answer(lastMail(), "acknowledged");
    send(List.of(asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT), "Put in other words.")));
    at("2026-01-08T08:00:00Z");
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void whoeverIsNamedForALineIsAskedAboutIt() throws IOException {
    owners(
        "mk: {name: Mary Kay, email: mk@council.example, zone: Europe/London}",
        "jd: {name: Jo Dee, email: jd@council.example, for: ['section:Talking']}");
    listed(TOOLKIT);
    asking(QuestionReason.UNKNOWN, Optional.empty());
    at("2026-01-06T08:00:00Z");
    assertThat(received()).anyMatch(it -> it.startsWith("jd@council.example: "));
  }

  private void asked() {
    listed(TOOLKIT);
    asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT));
    at("2026-01-06T08:00:00Z");
  }

  private void asking(QuestionReason why, Optional<String> address) {
    send(List.of(asking(why, address, "It is " + why)));
  }

  private static GuidePlacement line(String text, String address) {
    GuidePlacement like = asking(QuestionReason.FOUND_ON_PAGE, Optional.of(address), "It is.");
    return new GuidePlacement(
        text,
        like.resource(),
        like.status(),
        like.nation(),
        like.labels(),
        like.owners(),
        like.question());
  }

  private static GuidePlacement asking(
      QuestionReason why, Optional<String> address, String reason) {
    boolean certain = why == QuestionReason.FOUND_ON_PAGE || why == QuestionReason.DIFFERS_ON_PAGE;
    return new GuidePlacement(
        "Chat room (free)",
        address.map(Given::url),
        certain ? PlacementStatus.ACTIVE : PlacementStatus.UNVERIFIED,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(new AddressQuestion(why, new Explanation(reason, "So.", "Say."))));
  }

  private void send(List<GuidePlacement> lines) {
    notifier.send(guide(lines));
    notifier.settle();
  }

  private static GuideListed guide(List<GuidePlacement> lines) {
    GuideListed guide = Given.guide(TOOLKIT);
    return new GuideListed(
        guide.guide(),
        guide.title(),
        guide.page(),
        guide.ours(),
        guide.owners(),
        List.of(guide.sections().getFirst(), new GuideSection("Talking", lines)));
  }

  private static String line() {
    GuidePlacement line = asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT), "");
    return GuideLine.asked(guide(List.of(line))).getFirst().subject();
  }
}
