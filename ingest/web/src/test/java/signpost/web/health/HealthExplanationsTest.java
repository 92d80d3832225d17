package signpost.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;

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
