package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.AddressQuestion;
import signpost.events.AddressQuestion.QuestionReason;
import signpost.events.Explanation;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;

/** What the keeper of a guide is asked about addresses that are not sure, and how often. */
final class AddressQuestionsIT extends OnRealParts {
  private static final String LINE =
      "https://council.example/guide#:~:text=Chat%20room%20%28free%29";
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
    assertThat(text(lastMail())).contains("Address:", CHAT, "/guide/snap").doesNotContain(LINE);
    asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT));
    at("2026-01-08T08:00:00Z");
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void itsAnswerSaysWhichAddressWasMeant() throws Exception {
    asked();
    answer(lastMail(), "keep");
    assertThat(notifier.finding(LINE)).contains("\"kind\":\"keep\"", "\"replacement\":\"" + CHAT);
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
  void aQuestionThatAnswersItselfEndsWithoutAWord() {
    asked();
    notifier.send(Given.guide(TOOLKIT));
    notifier.settle();
    at("2026-01-09T08:00:00Z");
    assertThat(notifier.finding(LINE)).contains("\"state\":\"resolved\"");
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
    listed(TOOLKIT);
    asking(QuestionReason.PROBABLE, Optional.of(CHAT));
    notifier.send(Given.breaks(CHAT, notifier.now()));
    at("2026-01-09T08:00:00Z");
    assertThat(subjects()).hasSize(2).noneMatch(it -> it.contains("no longer works"));
  }

  private void asked() {
    listed(TOOLKIT);
    asking(QuestionReason.FOUND_ON_PAGE, Optional.of(CHAT));
    at("2026-01-06T08:00:00Z");
  }

  private void asking(QuestionReason why, Optional<String> address) {
    GuideListed guide = Given.guide(TOOLKIT);
    GuidePlacement line =
        new GuidePlacement(
            "Chat room (free)",
            address.map(Given::url),
            why == QuestionReason.PROBABLE || why == QuestionReason.UNKNOWN
                ? PlacementStatus.UNVERIFIED
                : PlacementStatus.ACTIVE,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of(new AddressQuestion(why, new Explanation("It is " + why, "So.", "Say."))));
    notifier.send(
        new GuideListed(
            guide.guide(),
            guide.title(),
            guide.page(),
            guide.ours(),
            guide.owners(),
            List.of(guide.sections().getFirst(), new GuideSection("Talking", List.of(line)))));
    notifier.settle();
  }
}
