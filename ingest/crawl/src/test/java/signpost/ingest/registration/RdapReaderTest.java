package signpost.ingest.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.ingest.registration.RegistryAnswer.Registered;
import signpost.ingest.registration.RegistryAnswer.Unsaid;

final class RdapReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
  private static final Optional<Instant> FIRST = Optional.of(Instant.parse("2010-01-01T00:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2027-03-01T12:30:00Z,         2027-03-01T12:30:00Z",
    "2027-03-01T12:30:00.123Z,     2027-03-01T12:30:00.123Z",
    "2027-03-01T12:30:00+02:00,    2027-03-01T10:30:00Z",
    "2027-03-01T12:30:00,          2027-03-01T12:30:00Z",
    "2027-03-01,                   2027-03-01T00:00:00Z"
  })
  void endsAreReadAsRegistriesWriteThem(String said, Instant meant) {
    assertThat(read(answer("trust.org.uk", "\"active\"", "expiration", said)))
        .isEqualTo(new Registered(meant, false, FIRST));
  }

  @Test
  void aNameInCapitalsWithAFullStopIsTheSame() {
    assertThat(read(answer("TRUST.org.UK.", "", "expiration", "2027-03-01T12:30:00Z")))
        .isInstanceOf(Registered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redemption period", "Pending Delete", "pending restore"})
  void aNameThatWasNotRenewedHasLapsedWhateverItsEnd(String status) {
    assertThat(
            read(
                answer("trust.org.uk", "\"" + status + "\"", "expiration", "2027-11-01T00:00:00Z")))
        .isEqualTo(new Registered(Instant.parse("2027-11-01T00:00:00Z"), true, FIRST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Busy</html>",
        "[]",
        "{\"ldhName\": \"trust.org.uk\"}",
        "{\"ldhName\": \"trust.org.uk\", \"events\": \"soon\"}",
        "{\"ldhName\": \"trust.org.uk\", \"events\": [{\"eventAction\": \"expiration\", \"eventDate\": \"soon\"}]}",
        "{\"ldhName\": \"other.org.uk\", \"events\": [{\"eventAction\": \"expiration\", \"eventDate\": \"2026-12-01T00:00:00Z\"}]}"
      })
  void whatSaysNothingOfTheNameIsNotBelieved(String body) {
    assertThat(read(body)).isInstanceOf(Unsaid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "2019-05-05T00:00:00Z"})
  void anEndThatCannotBeIsNotBelieved(String end) {
    assertThat(read(answer("trust.org.uk", "\"active\"", "expiration", end)))
        .isInstanceOf(Unsaid.class);
  }

  private static RegistryAnswer read(String body) {
    return RdapReader.read("trust.org.uk", body.getBytes(UTF_8), NOW);
  }

  private static String answer(String name, String status, String action, String date) {
    return """
    {"objectClassName": "domain", "ldhName": "%s", "status": [%s],
     "events": [{"eventAction": "registration", "eventDate": "2010-01-01T00:00:00Z"},
                {"eventAction": "%s", "eventDate": "%s"},
                {"eventAction": "last changed", "eventDate": "2026-01-01T00:00:00Z"}]}
    """
        .formatted(name, status, action, date);
  }
}
