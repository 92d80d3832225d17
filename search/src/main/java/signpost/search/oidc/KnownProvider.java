package signpost.search.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.micronaut.context.annotation.Context;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import signpost.record.tls.PemFiles;

/** What the provider says of itself: asked for when it is first needed, and again once a day. */
@Context
final class KnownProvider {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 5_000;
  private static final int LARGEST = 1 << 20;
  private static final int SKEW_SECONDS = 60;
  private static final long KEYS_AGAIN_MILLIS = 1_000;
  private static final Duration FRESH = Duration.ofDays(1);

  /** One that could not be asked is not asked again at once, whoever wants to sign in. */
  private static final Duration AWAY = Duration.ofSeconds(10);

  /** Signatures that anybody can check and only the provider can make; never "none", nor HMAC. */
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final ProviderConfig config;
  private final InstantSource wall;
  private final SSLSocketFactory sockets;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable ProviderFacts facts;
  private Instant failedAt = Instant.EPOCH; // under the lock

  KnownProvider(ProviderConfig config, @Named("wall") InstantSource wall) {
    this.config = config;
    this.wall = wall;
    this.sockets = PemFiles.sockets("signpost.sign-in.provider.trust", config.trust());
  }

  /** Its endpoints, how it knows us, and what checks its tokens. */
  record ProviderFacts(
      OIDCProviderMetadata metadata,
      ClientAuthentication authentication,
      IDTokenValidator validator,
      Instant askedAt) {}

  /**
   * What is known of it.
   *
   * @throws IOException where it cannot be asked
   * @throws GeneralException where its answer is no description of that very provider
   */
  ProviderFacts facts() throws IOException, GeneralException {
    ProviderFacts last = facts;
    return last != null && isFresh(last) ? last : askAlone();
  }

  private boolean isFresh(ProviderFacts last) {
    return wall.instant().isBefore(last.askedAt().plus(FRESH));
  }

  private ProviderFacts askAlone() throws IOException, GeneralException {
    asking.lock();
    try {
      ProviderFacts last = facts;
      if (last != null && isFresh(last)) {
        return last; // somebody else asked meanwhile
      }
      Instant now = wall.instant();
      if (now.isBefore(failedAt.plus(AWAY))) {
        throw new IOException("it could not be asked a moment ago");
      }
      failedAt = now;
      ProviderFacts asked = ask(now);
      failedAt = Instant.EPOCH;
      facts = asked;
      return asked;
    } finally {
      asking.unlock();
    }
  }

  private ProviderFacts ask(Instant now) throws IOException, GeneralException {
    Issuer issuer = new Issuer(config.issuer());
    OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, this::configure);
    ClientID client = new ClientID(config.clientId());
    IDTokenValidator validator =
        new IDTokenValidator(
            issuer, client, new JWSVerificationKeySelector<>(SIGNED, keys(metadata)), null);
    validator.setMaxClockSkew(SKEW_SECONDS);
    return new ProviderFacts(metadata, authentication(client, metadata), validator, now);
  }

  /** Keys are kept for minutes; one that is not among them is asked for, for they are changed. */
  private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws IOException {
    return JWKSourceBuilder.create(
            metadata.getJWKSetURI().toURL(),
            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST, true, sockets))
        .rateLimited(KEYS_AGAIN_MILLIS)
        .build();
  }

  private ClientAuthentication authentication(ClientID client, OIDCProviderMetadata metadata) {
    Secret secret = new Secret(config.clientSecret());
    List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
    boolean post =
        ways != null
            && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
            && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return post ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
  }

  /** Nobody is waited for without end, nor followed elsewhere. */
  void configure(HTTPRequest request) {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setFollowRedirects(false);
    request.setSSLSocketFactory(sockets);
  }
}
