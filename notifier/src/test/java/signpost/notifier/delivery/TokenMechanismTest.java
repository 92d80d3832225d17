package signpost.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenMechanismTest {
  private static String encoded(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(UTF_8));
  }

  /** The example of RFC 7628, 4.1, with this token. */
  @Test
  void messageIsAsTheStandardWritesIt() {
    assertThat(
            TokenMechanism.OAUTHBEARER.opening("user@example.com", "vF9d", "server.example", 587))
        .isEqualTo(
            "AUTH OAUTHBEARER "
                + encoded(
                    "n,a=user@example.com,\u0001host=server.example\u0001port=587\u0001"
                        + "auth=Bearer vF9d\u0001\u0001"));
    assertThat(TokenMechanism.OAUTHBEARER.message("a=b,c@d.example", "t", "h", 25))
        .startsWith("n,a=a=3Db=2Cc@d.example,\u0001");
    assertThat(TokenMechanism.OAUTHBEARER.goodbye()).isEqualTo("AQ==");
    assertThat(TokenMechanism.XOAUTH2.opening("user@example.com", "vF9d", "server.example", 587))
        .isEqualTo(
            "AUTH XOAUTH2 " + encoded("user=user@example.com\u0001auth=Bearer vF9d\u0001\u0001"));
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN LOGIN XOAUTH2,XOAUTH2",
    "OAUTHBEARER,OAUTHBEARER",
    "PLAIN OAUTHBEARER XOAUTH2,XOAUTH2",
    "PLAIN LOGIN,",
  })
  void serverIsShownATokenByAWayItOffers(String offered, TokenMechanism chosen) {
    assertThat(TokenMechanism.of(Set.of(offered.split(" "))::contains).orElse(null))
        .isEqualTo(chosen);
  }

  @Test
  void refusalIsToldInTheServersWords() {
    assertThat(
            TokenMechanism.reason(
                encoded("{\"status\":\"invalid_token\",\"scope\":\"mail.send\\r\\n250 ok\"}")))
        .isEqualTo("status invalid_token, scope mail.send 250 ok");
    assertThat(TokenMechanism.reason(encoded("{\"status\":\"400\",\"schemes\":\"Bearer\"}")))
        .isEqualTo("status 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "AA==", "e30=", "W10=", "eyJzdGF0dXMiOnt9fQ=="})
  void challengeThatSaysNothingIsNothing(String challenge) {
    assertThat(TokenMechanism.reason(challenge)).isEmpty();
  }
}
