package signpost.ingest.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.LinkEvent.DomainState;

class RegistrationWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");

  @Test
  void nameIsSaidToBeRenewedOnlyWhereItsEndIsFarAway() {
    assertThat(over(Optional.of(NOW.plus(Duration.ofDays(365)))))
        .isEqualTo("The name trust.org.uk was renewed, until 29 November 2027.");
    assertThat(over(Optional.of(NOW.plus(Duration.ofDays(12))))).doesNotContain("renewed");
    assertThat(over(Optional.empty())).doesNotContain("renewed");
  }

  private static String over(Optional<Instant> until) {
    return RegistrationWords.of(DomainState.RENEWED, "trust.org.uk", until, NOW).reason();
  }
}
