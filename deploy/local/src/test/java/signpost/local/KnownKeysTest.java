package signpost.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownKeysTest {
  private static final KnownKeys KNOWN = KnownKeys.all();

  @Test
  void variableThatNobodyReadsIsToldWithWhatWasMeant() {
    assertThat(KNOWN.strangers(Set.of("SIGNPOST_SMTP_PASWORD", "SIGNPOST_SMTP_HOST", "PATH")))
        .containsExactly(
            "Nobody reads the environment variable SIGNPOST_SMTP_PASWORD."
                + " Did you mean SIGNPOST_SMTP_PASSWORD?");
  }

  @Test
  void variablesOfTheLauncherAreNoStrangers() {
    assertThat(KNOWN.strangers(Set.of("SIGNPOST_CONFIG", "SIGNPOST_LOG", "SIGNPOST_JAVA_OPTS")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signpost.smtp.tls | startls | takes none, starttls, tls, not",
        "signpost.kafka.sasl | scram | takes none, plain, scram-sha-256, scram-sha-512, not",
        "signpost.kafka.tls | ture | takes true, false",
        "signpost.smtp.port | smtp | takes a whole number"
      })
  void slipThatWouldCountAsTheDefaultIsRefused(String key, String value, String told) {
    assertThat(KNOWN.problem(key, value)).hasValueSatisfying(it -> assertThat(it).contains(told));
    assertThat(KNOWN.problems(Map.of(KnownKeys.variable(key), value)))
        .singleElement()
        .asString()
        .contains(told);
  }

  @ParameterizedTest
  @CsvSource({
    "signpost.smtp.tls, STARTTLS",
    "signpost.kafka.sasl, scram-sha-512",
    "signpost.kafka.sasl, SCRAM_SHA_512",
    "signpost.kafka.tls, yes"
  })
  void whatIsWrittenAnotherWayIsTaken(String key, String value) {
    assertThat(KNOWN.problem(key, value)).isEmpty();
  }
}
