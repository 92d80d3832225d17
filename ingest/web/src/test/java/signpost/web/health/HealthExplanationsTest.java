package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.url.CanonicalUrl;
import signpost.web.extract.PublisherWord;
import signpost.web.extract.PublisherWord.PublisherWordKind;
import signpost.web.health.TargetState.PublisherSaid;

final class HealthExplanationsTest {

  @Test
  void everyStateAndClassIsSaidInWholeSentencesWithoutJargon() {
    for (Explanation said : all()) {
      for (String sentence : List.of(said.reason(), said.meaning(), said.fix())) {
        assertThat(sentence).matches("(?s)\\p{Lu}.*[.”]");
        assertThat(sentence).doesNotContainPattern("(?i)dns|tls|nxdomain|http\\b|timeout|_|null");
      }
    }
  }

  @Test
  void noTwoClassesOfBrokenSoundAlike() {
    assertThat(
            Arrays.stream(FailureClass.values())
                .map(it -> HealthExplanations.of(new LinkHealth.Broken(it, Cases.START)).reason()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatThePublisherSaysOfAnEndIsSaidBesideWhatWeSaw() {
    assertThat(reason(MISSING, word(PublisherWordKind.WITHDRAWN, "Out of date.", "")))
        .isEqualTo(
            "The site says the page does not exist (404). GOV.UK says it was withdrawn on 3 May"
                + " 2026: “Out of date.”");
    assertThat(reason(MISSING, word(PublisherWordKind.REMOVED, "", "https://a.uk/b")))
        .endsWith(
            "GOV.UK says it was taken down on 3 May 2026. It names https://a.uk/b in its place.");
    assertThat(reason(MISSING, word(PublisherWordKind.MOVED, "", "https://a.uk/b")))
        .endsWith("GOV.UK says it moved to https://a.uk/b.");
  }

  @Test
  void whatThePageQuotesIsNotQuotedTwice() {
    LinkHealth withdrawn =
        new LinkHealth.GoneInPlace(
            GoneKind.WITHDRAWN, Cases.START, "Withdrawn. Out of date.", Optional.empty());
    assertThat(reason(withdrawn, word(PublisherWordKind.WITHDRAWN, "Out of date.", "")))
        .isEqualTo(
            "The publisher has withdrawn this page: “Withdrawn. Out of date.” GOV.UK says it was"
                + " withdrawn on 3 May 2026.");
  }

  @Test
  void ofAPageThatWorksThePublishersWordIsNotSaid() {
    assertThat(reason(new LinkHealth.Ok(), word(PublisherWordKind.REMOVED, "Why.", "")))
        .isEqualTo("The page works.");
  }

  private static final LinkHealth MISSING =
      new LinkHealth.Broken(FailureClass.NOT_FOUND, Cases.START);

  private static PublisherWord word(PublisherWordKind kind, String text, String to) {
    return new PublisherWord(
        kind,
        text,
        Optional.of(Instant.parse("2026-05-03T08:00:00Z")),
        Optional.of(to).filter(it -> !it.isEmpty()));
  }

  private static String reason(LinkHealth health, PublisherWord word) {
    TargetState failed =
        Cases.after(TargetState.NEW, Cases.fails(FailureClass.NOT_FOUND), Cases.hours(0));
    return HealthExplanations.of(
            failed.saying(new PublisherSaid("GOV.UK", word)).withHealth(health),
            new CanonicalUrl("https://www.gov.uk/guidance/one"),
            List.of())
        .reason();
  }

  private static List<Explanation> all() {
    List<Explanation> all = new ArrayList<>();
    Cases.states().forEach(state -> all.add(HealthExplanations.of(state.health())));
    for (FailureClass failure : FailureClass.values()) {
      all.add(HealthExplanations.of(new LinkHealth.Broken(failure, Cases.START)));
      all.add(HealthExplanations.of(new LinkHealth.Suspect(failure, Cases.START)));
      all.add(HealthExplanations.ofHost("example.org", failure, Cases.START));
    }
    for (GoneKind kind : GoneKind.values()) {
      for (Optional<String> to : List.of(Optional.<String>empty(), Optional.of("https://a.uk/b"))) {
        all.add(
            HealthExplanations.of(new LinkHealth.GoneInPlace(kind, Cases.START, "Gone now.", to)));
      }
    }
    return all;
  }
}
