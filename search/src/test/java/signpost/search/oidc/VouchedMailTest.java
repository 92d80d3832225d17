package signpost.search.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mail address of a provider's claims is believed to be somebody's. */
final class VouchedMailTest {
  private static final String ANN = "ann@council.example";

  private static Map<String, Object> claims(Object... pairs) {
    Map<String, Object> claims = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      claims.put(pairs[i].toString(), pairs[i + 1]);
    }
    return claims;
  }

  @Test
  void addressThatTheProviderVerifiedCounts() {
    assertThat(VouchedMail.of(claims("email", ANN, "email_verified", true), false)).contains(ANN);
    assertThat(
            VouchedMail.of(claims("email", "Ann@Council.EXAMPLE", "email_verified", true), false))
        .contains("Ann@Council.EXAMPLE");
  }

  static Stream<Map<String, Object>> silent() {
    return Stream.of(
        claims("email", ANN),
        claims("email", ANN, "xms_edov", true),
        claims("email", ANN, "preferred_username", ANN));
  }

  @ParameterizedTest
  @MethodSource("silent")
  void addressOfWhichNothingMoreIsSaidCountsOnlyOfAProviderThatIsTrusted(
      Map<String, Object> claims) {
    assertThat(VouchedMail.of(claims, false)).isEmpty();
    assertThat(VouchedMail.of(claims, true)).contains(ANN);
    assertThat(VouchedMail.verified(claims)).as("for roles").isEmpty();
  }

  static Stream<Map<String, Object>> doubtful() {
    return Stream.of(
        claims(),
        claims("email_verified", true),
        claims("email", ANN, "email_verified", false),
        claims("email", ANN, "email_verified", "false"),
        claims("email", ANN, "email_verified", "true"),
        claims("email", ANN, "email_verified", 1),
        claims("email", ANN, "email_verified", List.of(true)),
        claims("email", List.of(ANN), "email_verified", true),
        claims("email", ANN + "," + "bob@council.example", "email_verified", true),
        claims("email", ANN + " bob@council.example", "email_verified", true),
        claims("email", "Ann <" + ANN + ">", "email_verified", true),
        claims("email", ANN + "\r\nBcc: bob@council.example", "email_verified", true),
        claims("email", "ann", "email_verified", true),
        claims("email", "", "email_verified", true),
        claims("email", "a".repeat(300) + "@council.example", "email_verified", true),
        claims("preferred_username", ANN, "email_verified", true),
        claims("upn", ANN, "email_verified", true),
        claims("email", "an\u212A@council.example", "email_verified", true),
        claims("email", "ann@\u212Aent.example", "email_verified", true));
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void whatIsNoOneVerifiedAddressCountsNowhere(Map<String, Object> claims) {
    assertThat(VouchedMail.of(claims, false)).isEmpty();
    assertThat(VouchedMail.of(claims, true)).isEmpty();
  }

  private static ProviderConfig trusted(String issuer) {
    return provider(issuer, true, List.of());
  }

  private static ProviderConfig provider(String issuer, boolean trusted, List<String> required) {
    return new ProviderConfig(
        issuer,
        "client",
        "secret",
        "Sign in",
        List.of("openid"),
        "groups",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        trusted,
        required,
        Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/common/v2.0",
        "https://login.microsoftonline.com/organizations/v2.0",
        "https://login.microsoftonline.com/Consumers/v2.0",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0"
      })
  void providerOfManyOrganisationsCannotBeTrustedWithAddresses(String issuer) {
    assertThatThrownBy(() -> trusted(issuer))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("trust-mails");
    assertThat(
            trusted("https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0"))
        .extracting(ProviderConfig::trustMails)
        .isEqualTo(true);
  }

  @Test
  void providerHasToSayWhatConfigurationRequires() {
    List<String> council = List.of("hd=council.example");
    GroupRoles roles = new GroupRoles(provider("https://accounts.google.com", false, council));
    assertThat(roles.lacking(claims("email", ANN, "hd", "council.example"))).isEmpty();
    assertThat(roles.lacking(claims("email", ANN))).as("a personal account").isPresent();
    assertThat(roles.lacking(claims("email", ANN, "hd", "other.example"))).isPresent();
    assertThatThrownBy(() -> provider("https://accounts.google.com", false, List.of("hd")))
        .hasMessageContaining("required-claims");
  }
}
