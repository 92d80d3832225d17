package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.events.AddressQuestion;
import signpost.events.AddressQuestion.QuestionReason;
import signpost.events.Explanation;
import signpost.events.GuideLine;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;

/** What the owner of a guide is asked about addresses that are not certain, and how often. */
@Execution(ExecutionMode.CONCURRENT)
final class AddressQuestionsIT extends OnRealParts {
  private static final String ROOM = "Chat room (free)";
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
        .isEqualTo("Summary: “Chat room (free)” has an address to confirm");
    assertThat(text(lastMail())).contains("Address:", CHAT, "/guide/snap").doesNotContain("#line-");
    asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT));
    at("2026-01-08T08:00:00Z");
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void itsAnswerSaysWhichAddressWasMeant() throws Exception {
    asked();
    answer(lastMail(), "keep");
    assertThat(notifier.finding(subject()))
        .contains("\"kind\":\"keep\"", "\"replacement\":\"" + CHAT);
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
    send(line(ROOM, Optional.of(CHAT), Optional.empty()));
    assertThat(notifier.finding(subject())).contains("\"state\":\"resolved\"");
    Map<String, String> other = Map.of("answer", "replace", "with", "https://other.example/");
    assertThat(answer(lastMail(), other).get("outcome").asText()).isEqualTo("done");
    assertThat(notifier.finding(subject())).contains("\"kind\":\"replace\"");
  }

  @Test
  void aQuestionThatAnswersItselfEndsWithoutAWord() {
    asked();
    notifier.send(Given.guide(TOOLKIT));
    notifier.settle();
    at("2026-01-09T08:00:00Z");
    assertThat(notifier.finding(subject())).contains("\"state\":\"resolved\"");
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
    Optional<AddressQuestion> question = question(QuestionReason.FOUND_ON_PAGE, "It is.");
    send(
        line("Find help", Optional.of(CHAT), question),
        line("Find help", Optional.of("https://other.example/"), question));
    at("2026-01-06T08:00:00Z");
    assertThat(text(lastMail())).contains(CHAT, "https://other.example/");
  }

  @Test
  void theQuestionStaysTheSameInOtherWords() {
    asked();
    answer(lastMail(), "acknowledged");
    send(
        line(
            ROOM,
            Optional.of(CHAT),
            question(QuestionReason.FOUND_ON_PAGE, "Put in other words.")));
    at("2026-01-08T08:00:00Z");
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void theOwnerOfAGuideWithoutAPageIsAskedToo() throws Exception {
    listed(TOOLKIT);
    GuidePlacement line = line(ROOM, Optional.empty(), question(QuestionReason.UNKNOWN, "Where?"));
    notifier.send(guide(Optional.empty(), line));
    notifier.settle();
    at("2026-01-06T08:00:00Z");
    assertThat(subjects()).last().asString().contains(ROOM);
    answer(lastMail(), Map.of("answer", "replace", "with", CHAT));
    String subject = GuideLine.asked(guide(Optional.empty(), line)).getFirst().subject();
    assertThat(notifier.finding(subject))
        .contains("\"section\":\"Talking\"", "\"kind\":\"replace\"");
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
    send(line(ROOM, address, question(why, "It is " + why)));
  }

  private static Optional<AddressQuestion> question(QuestionReason why, String reason) {
    return Optional.of(new AddressQuestion(why, new Explanation(reason, "So.", "Say.")));
  }

  private static GuidePlacement line(
      String text, Optional<String> address, Optional<AddressQuestion> question) {
    boolean guessed =
        question
            .map(AddressQuestion::why)
            .filter(Set.of(QuestionReason.PROBABLE, QuestionReason.UNKNOWN)::contains)
            .isPresent();
    return new GuidePlacement(
        text,
        address.map(Given::url),
        guessed ? PlacementStatus.UNVERIFIED : PlacementStatus.ACTIVE,
        Optional.empty(),
        List.of(),
        List.of(),
        question);
  }

  private void send(GuidePlacement... lines) {
    notifier.send(guide(Given.guide(TOOLKIT).page(), lines));
    notifier.settle();
  }

  private static GuideListed guide(Optional<CanonicalUrl> page, GuidePlacement... lines) {
    GuideListed guide = Given.guide(TOOLKIT);
    return new GuideListed(
        guide.guide(),
        guide.title(),
        page,
        guide.ours(),
        guide.owners(),
        List.of(guide.sections().getFirst(), new GuideSection("Talking", List.of(lines))));
  }

  private static String subject() {
    GuidePlacement line = line(ROOM, Optional.of(CHAT), question(QuestionReason.FOUND_ON_PAGE, ""));
    return GuideLine.asked(guide(Given.guide(TOOLKIT).page(), line)).getFirst().subject();
  }
}
