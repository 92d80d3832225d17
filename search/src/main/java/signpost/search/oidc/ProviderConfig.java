package signpost.search.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.http.access.AskedHost;

/**
 * The OpenID provider by which people sign in: Entra ID, Google, Keycloak, or another.
 *
 * @param issuer its address, exactly as it names itself; without one nobody signs in by a provider
 * @param clientId by what name it knows us
 * @param clientSecret best given as SIGNPOST_SIGN_IN_PROVIDER_CLIENT_SECRET
 * @param label what the button says
 * @param scopes what we ask of it. Keycloak may need {@code groups} beside these, Google refuses it
 * @param groups where it says what groups somebody is in; a dot goes into an object. Keycloak:
 *     {@code groups} or {@code realm_access.roles}; Entra: {@code roles} or {@code groups}
 * @param operators groups whose people are operators
 * @param administrators groups whose people are administrators
 * @param operatorMails mail addresses of operators, for a provider that tells no groups; one counts
 *     only where the provider says that it has verified it. An address may be given to somebody
 *     else
 * @param administratorMails as {@code operator-mails}, of administrators
 * @param trustMails true: a mail address counts as its holder’s though the provider does not say
 *     that it has verified it, as Entra ID does not; whoever is signed in there has the owner’s
 *     page of that address. For your own tenant alone, where nobody but your administrators sets
 *     addresses: where people set them themselves, or other organisations do, anybody takes any
 *     owner’s page (the attack is called nOAuth). Roles go by verified addresses all the same
 * @param requiredClaims what else the provider has to say of whoever signs in, each as {@code
 *     claim=value}; whoever it does not say that of is not let in. Google: {@code
 *     hd=council.example}, for it verifies addresses of personal accounts, too, and an address may
 *     outlive who had it
 * @param trust a PEM file of the authorities that its certificate comes from. Without it those that
 *     Java knows
 */
@ConfigurationProperties("signpost.sign-in.provider")
public record ProviderConfig(
    @Bindable(defaultValue = "") String issuer,
    @Bindable(defaultValue = "") String clientId,
    @Bindable(defaultValue = "") String clientSecret,
    @Bindable(defaultValue = "Sign in with your organisation’s account") String label,
    @Bindable(defaultValue = "openid,profile,email") List<String> scopes,
    @Bindable(defaultValue = "groups") String groups,
    @Bindable(defaultValue = "") List<String> operators,
    @Bindable(defaultValue = "") List<String> administrators,
    @Bindable(defaultValue = "") List<String> operatorMails,
    @Bindable(defaultValue = "") List<String> administratorMails,
    @Bindable(defaultValue = "false") boolean trustMails,
    @Bindable(defaultValue = "") List<String> requiredClaims,
    Optional<Path> trust) {
  private static final String PREFIX = "signpost.sign-in.provider.";

  /** Entra ID's names for all tenants together, and for whoever has an account of their own. */
  private static final Pattern OF_MANY =
      Pattern.compile(
          "/(common|organizations|consumers|9188040d-6c67-4c5b-b112-36a304b66dad)(/|$)",
          Pattern.CASE_INSENSITIVE);

  public ProviderConfig {
    scopes = List.copyOf(scopes);
    operators = named(operators);
    administrators = named(administrators);
    operatorMails = named(operatorMails);
    administratorMails = named(administratorMails);
    requiredClaims = named(requiredClaims);
    require(
        requiredClaims.stream().allMatch(it -> it.indexOf('=') > 0),
        "required-claims is a list of claims and their values, such as hd=council.example");
    if (!issuer.isEmpty()) {
      require(isSafe(issuer), "issuer must begin with https, or be on this machine");
      require(!clientId.isEmpty(), "client-id is missing, by which the provider knows us");
      require(!clientSecret.isEmpty(), "client-secret is missing");
      require(scopes.contains("openid"), "scopes must have openid among them");
      require(
          !trustMails || !OF_MANY.matcher(issuer).find(),
          "trust-mails is not for an issuer whose people are of many organisations: anybody could"
              + " take any owner's page. Name your own tenant in issuer");
    }
  }

  private static List<String> named(List<String> names) {
    return names.stream().filter(it -> !it.isBlank()).toList();
  }

  private static boolean isSafe(String issuer) {
    return issuer.startsWith("https://")
        || AskedHost.ofOrigin(issuer).filter(AskedHost::isLoopback).isPresent();
  }

  private static void require(boolean fine, String otherwise) {
    if (!fine) {
      throw new ConfigurationException(PREFIX + otherwise);
    }
  }

  /** Whether there is one. */
  public boolean isSet() {
    return !issuer.isEmpty();
  }

  /** What lets somebody in by it, and as what: the provider, and whom its words make something. */
  public String basis() {
    return Stream.of(
            List.of(issuer, clientId, groups, Boolean.toString(trustMails)),
            operators,
            administrators,
            operatorMails,
            administratorMails,
            requiredClaims)
        .map(it -> it.stream().sorted().collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }

  /** Without what must not be seen. */
  @Override
  public String toString() {
    return issuer;
  }
}
