package signpost.notifier.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.notifier.Given;

class LinkTokensTest {
  private Instant now = Given.NOON;
  private final LinkTokens tokens = new LinkTokens(new byte[32], () -> now);
  private final String token =
      tokens.issue(TokenPurpose.ANSWER, "mk", "snap f1", Duration.ofDays(90));

  @Test
  void whatWasIssuedIsReadUntilItEnds() {
    assertThat(tokens.read(TokenPurpose.ANSWER, token))
        .isEqualTo(new TokenReading.ValidToken("mk", "snap f1", now.plus(Duration.ofDays(90))));
    now = now.plus(Duration.ofDays(90));
    assertThat(tokens.read(TokenPurpose.ANSWER, token))
        .isEqualTo(new TokenReading.ExpiredToken("mk"));
  }

  @Test
  void anotherPurposeOrAnotherKeyOpensNothing() {
    assertThat(tokens.read(TokenPurpose.OWN, token)).isInstanceOf(TokenReading.RefusedToken.class);
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new LinkTokens(other, () -> now).read(TokenPurpose.ANSWER, token))
        .isInstanceOf(TokenReading.RefusedToken.class);
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    for (int at = 0; at < token.length(); at++) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, at) + other + token.substring(at + 1);
      // The last character of base64 may hold bits that mean nothing.
      if (at < token.length() - 1) {
        assertThat(tokens.read(TokenPurpose.ANSWER, changed))
            .as("at " + at)
            .isInstanceOf(TokenReading.RefusedToken.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a", "a.b", "%%.%%", "QQ.QQ", "\u0000.\u0000"})
  void wordsThatWereNeverOursAreRefused(String words) {
    assertThat(tokens.read(TokenPurpose.ANSWER, words))
        .isInstanceOf(TokenReading.RefusedToken.class);
  }

  @Test
  void tokensOfManyOwnersDiffer() {
    assertThat(tokens.issue(TokenPurpose.ANSWER, "jd", "snap f1", Duration.ofDays(90)))
        .isNotEqualTo(token);
  }
}
