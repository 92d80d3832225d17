package signpost.search.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpCodeTest {
  private static final String SECRET =
      new Base32().encodeToString("12345678901234567890".getBytes(US_ASCII));

  /** RFC 6238, appendix B, of which apps show the last six digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(TotpCode.at(SECRET, second / 30)).isEqualTo(code);
    assertThat(TotpCode.step(SECRET, code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
  }

  @Test
  void clockThatIsHalfAMinuteOffDoesNotMatterAndMoreDoes() {
    Instant now = Instant.ofEpochSecond(59);
    assertThat(TotpCode.step(SECRET, "287082", now.plusSeconds(30), 0)).hasValue(1);
    assertThat(TotpCode.step(SECRET, "287082", now.minusSeconds(30), 0)).hasValue(1);
    assertThat(TotpCode.step(SECRET, "287082", now.plusSeconds(61), 0)).isEmpty();
    assertThat(TotpCode.step(SECRET, "287082", now, 1)).isEmpty();
  }
}
