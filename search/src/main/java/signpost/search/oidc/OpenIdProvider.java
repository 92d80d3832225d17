package signpost.search.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import signpost.search.index.StrangersText;

/**
 * Sends people to the provider and reads what it says of them. Only what it signed for us, just now
 * and in answer to our own question is believed (OpenID Connect Core 1.0, 3.1; RFC 7636; RFC 9207).
 */
@Singleton
public final class OpenIdProvider {
  /** No name of a person is longer; what is is cut. */
  private static final int LONGEST = 100;

  private final ProviderConfig config;
  private final KnownProvider known;
  private final GroupRoles roles;

  OpenIdProvider(ProviderConfig config, KnownProvider known) {
    this.config = config;
    this.known = known;
    this.roles = new GroupRoles(config);
  }

  /** What came of asking for the way to the provider. */
  public sealed interface WayThere {
    /** This is it, and what the browser has to keep meanwhile. */
    record Found(URI address, PendingSignIn pending) implements WayThere {}

    /** It cannot be asked. */
    record NotNow(String why) implements WayThere {}
  }

  /**
   * Where somebody signs in.
   *
   * @param back the address of ours that they come back to, exactly as the provider knows it
   * @param to where they go then
   */
  public WayThere wayThere(URI back, String to) {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    try {
      AuthenticationRequest request =
          new AuthenticationRequest.Builder(
                  new ResponseType(ResponseType.Value.CODE),
                  new Scope(config.scopes().toArray(String[]::new)),
                  new ClientID(config.clientId()),
                  back)
              .endpointURI(known.facts().metadata().getAuthorizationEndpointURI())
              .state(state)
              .nonce(nonce)
              .codeChallenge(verifier, CodeChallengeMethod.S256)
              .build();
      return new WayThere.Found(
          request.toURI(),
          new PendingSignIn(state.getValue(), nonce.getValue(), verifier.getValue(), to));
    } catch (GeneralException | IOException e) {
      return new WayThere.NotNow(reason(e));
    }
  }

  /**
   * Reads what somebody comes back with.
   *
   * @param answered the address that they came back to, with all that the provider added
   */
  public ProviderReply read(PendingSignIn pending, URI answered, URI back) {
    Optional<AuthenticationResponse> answer = answer(answered);
    if (answer.filter(it -> isSame(pending.state(), it.getState())).isEmpty()) {
      return new ProviderReply.NotAsked();
    }
    try {
      Optional<String> doubt = doubt(answer.get());
      if (doubt.isPresent()) {
        return new ProviderReply.NotVouched(doubt.get());
      }
      AuthorizationCode code = answer.get().toSuccessResponse().getAuthorizationCode();
      return code == null
          ? new ProviderReply.NotVouched("the answer has no code")
          : exchange(pending, code, back);
    } catch (ParseException e) {
      return new ProviderReply.NotVouched(reason(e));
    } catch (GeneralException | IOException e) {
      return new ProviderReply.ProviderAway(reason(e));
    }
  }

  private static Optional<AuthenticationResponse> answer(URI answered) {
    try {
      return Optional.of(AuthenticationResponseParser.parse(answered));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  /** Why an answer is not of this provider; what the provider refused, in its words. */
  private Optional<String> doubt(AuthenticationResponse answer)
      throws GeneralException, IOException {
    Issuer named = answer.getIssuer();
    boolean expected = known.facts().metadata().supportsAuthorizationResponseIssuerParam();
    if (named == null ? expected : !named.getValue().equals(config.issuer())) {
      return Optional.of("the answer is not of this provider");
    }
    return answer instanceof AuthenticationErrorResponse refusal
        ? Optional.of("the provider refused: " + refusal.getErrorObject().getCode())
        : Optional.empty();
  }

  private static boolean isSame(String state, @Nullable State given) {
    return given != null
        && MessageDigest.isEqual(
            state.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            given.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private ProviderReply exchange(PendingSignIn pending, AuthorizationCode code, URI back)
      throws GeneralException, IOException {
    KnownProvider.ProviderFacts facts = known.facts();
    HTTPRequest request =
        new TokenRequest.Builder(
                facts.metadata().getTokenEndpointURI(),
                facts.authentication(),
                new AuthorizationCodeGrant(code, back, new CodeVerifier(pending.verifier())))
            .build()
            .toHTTPRequest();
    known.configure(request);
    TokenResponse response = OIDCTokenResponseParser.parse(request.send());
    return switch (response) {
      case TokenErrorResponse refusal -> refused(refusal);
      case OIDCTokenResponse tokens -> believed(pending, tokens, facts);
      default -> new ProviderReply.NotVouched("the answer has no ID token");
    };
  }

  /** A secret that has run out is for ops to mend, and no fault of whoever signs in. */
  private static ProviderReply refused(TokenErrorResponse refusal) {
    String code = String.valueOf(refusal.getErrorObject().getCode());
    return code.equals("invalid_client") || refusal.getErrorObject().getHTTPStatusCode() >= 500
        ? new ProviderReply.ProviderAway("it does not take our client-secret, or fails: " + code)
        : new ProviderReply.NotVouched("the provider takes no code: " + code);
  }

  private ProviderReply believed(
      PendingSignIn pending, OIDCTokenResponse tokens, KnownProvider.ProviderFacts facts)
      throws ParseException {
    if (tokens.getOIDCTokens().getIDToken() == null) {
      return new ProviderReply.NotVouched("the answer has no ID token");
    }
    try {
      IDTokenClaimsSet claims =
          facts
              .validator()
              .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(pending.nonce()));
      return person(claims.getSubject().getValue(), claims.toJSONObject());
    } catch (BadJOSEException e) {
      return new ProviderReply.NotVouched(reason(e));
    } catch (JOSEException e) {
      return new ProviderReply.ProviderAway(reason(e));
    }
  }

  private ProviderReply person(String subject, Map<String, Object> claims) {
    String name = name(claims).orElse(subject);
    Optional<String> lacking = roles.lacking(claims);
    if (lacking.isPresent()) {
      return new ProviderReply.NoRole(
          new ProviderReply.VouchedPerson(name, subject, Optional.empty()),
          "the provider does not say " + lacking.get());
    }
    ProviderReply.VouchedPerson person =
        new ProviderReply.VouchedPerson(name, subject, VouchedMail.of(claims, config.trustMails()));
    return roles
        .of(claims)
        .<ProviderReply>map(role -> new ProviderReply.Vouched(person, role))
        .orElseGet(() -> new ProviderReply.NoRole(person, roles.why(claims)));
  }

  private static Optional<String> name(Map<String, Object> claims) {
    return Stream.of("preferred_username", "email", "upn", "name")
        .map(claims::get)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .map(it -> StrangersText.brief(it, LONGEST));
  }

  private static String reason(Exception problem) {
    return problem.getClass().getSimpleName() + ": " + problem.getMessage();
  }
}
