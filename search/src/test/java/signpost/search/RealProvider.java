package signpost.search;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** Spring's authorization server as it runs, in Tomcat on a free port: people, keys and claims. */
final class RealProvider implements AutoCloseable {
  static final String CLIENT = "signpost";
  static final String SECRET = "a secret between the two";
  static final String BACK = "http://127.0.0.1:8080/sign-in/back";
  static final String PASSWORD = "for tests alone";

  /** What is shared with the configuration, which Spring makes itself. */
  private static final AtomicReference<State> STATE = new AtomicReference<>();

  /**
   * A foreign key is made before it is wanted, which takes long: who asks waits for no more than 5
   * s.
   */
  private record State(
      String issuer,
      AtomicReference<JWKSet> keys,
      RSAKey foreign,
      AtomicReference<Map<String, Object>> claims,
      AtomicReference<TokenSigning> signing) {}

  /** How its tokens are signed, each with the header that goes with it. */
  enum TokenSigning {
    AS_IT_DOES,
    NOT_AT_ALL,
    WITH_ITS_PUBLIC_KEY_AS_A_SECRET,
    WITH_A_FOREIGN_KEY
  }

  private final Tomcat tomcat;
  private final State state;

  private RealProvider(Tomcat tomcat, State state) {
    this.tomcat = tomcat;
    this.state = state;
  }

  static RealProvider start(Path folder) throws Exception {
    Logger.getLogger("org.apache").setLevel(Level.WARNING);
    int port = freePort();
    State state =
        new State(
            "http://127.0.0.1:" + port,
            new AtomicReference<>(keys()),
            keys().getKeys().getFirst().toRSAKey(),
            new AtomicReference<>(Map.of()),
            new AtomicReference<>(TokenSigning.AS_IT_DOES));
    STATE.set(state);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(port);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", new File(folder.toString()).getAbsolutePath());
    context.addServletContainerInitializer(
        (_, servlets) -> {
          AnnotationConfigWebApplicationContext spring =
              new AnnotationConfigWebApplicationContext();
          spring.register(Settings.class);
          spring.setServletContext(servlets);
          spring.refresh();
          servlets
              .addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
              .addMappingForUrlPatterns(null, false, "/*");
        },
        null);
    Tomcat.addServlet(context, "none", new org.apache.catalina.servlets.DefaultServlet());
    context.addServletMappingDecoded("/", "none");
    tomcat.start();
    return new RealProvider(tomcat, state);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static JWKSet keys() throws JOSEException {
    return new JWKSet(new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate());
  }

  String issuer() {
    return state.issuer();
  }

  /** It signs with another key from now on, and knows the old one no more. */
  void changeKeys() throws JOSEException {
    state.keys().set(keys());
  }

  /** What it says of everybody from now on. */
  void says(Map<String, Object> claims) {
    state.claims().set(Map.copyOf(claims));
  }

  /** How it, or somebody in its place, signs from now on. */
  void signs(TokenSigning signing) {
    state.signing().set(signing);
  }

  private static String signed(State state, String token) {
    try {
      JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
      RSAKey own = state.keys().get().getKeys().getFirst().toRSAKey();
      return switch (state.signing().get()) {
        case AS_IT_DOES -> token;
        case NOT_AT_ALL -> new PlainJWT(claims).serialize();
        case WITH_ITS_PUBLIC_KEY_AS_A_SECRET ->
            signed(
                JWSAlgorithm.HS256, own, claims, new MACSigner(own.toRSAPublicKey().getEncoded()));
        case WITH_A_FOREIGN_KEY ->
            signed(JWSAlgorithm.RS256, own, claims, new RSASSASigner(state.foreign()));
      };
    } catch (java.text.ParseException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(
      JWSAlgorithm algorithm, RSAKey named, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(named.getKeyID()).build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  /** Goes away as a process does. */
  void stop() throws LifecycleException {
    tomcat.stop();
  }

  /** Signs somebody in there; where the browser is sent then. */
  URI signIn(Browser browser, URI way, String name) throws Exception {
    URI login = Browser.next(browser.get(way));
    String page = browser.get(login).body();
    String csrf = page.replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
    var in = browser.post(login, Map.of("username", name, "password", PASSWORD, "_csrf", csrf));
    return Browser.next(browser.get(Browser.next(in)));
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebSecurity
  static class Settings {
    private final State state = STATE.get();

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
      OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
      return http.securityMatcher(server.getEndpointsMatcher())
          .with(server, it -> it.oidc(withDefaults()))
          .authorizeHttpRequests(it -> it.anyRequest().authenticated())
          .exceptionHandling(
              it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(it -> it.anyRequest().authenticated())
          .formLogin(withDefaults())
          .build();
    }

    @Bean
    UserDetailsService users() {
      return new InMemoryUserDetailsManager(
          User.withUsername("ann").password("{noop}" + PASSWORD).roles("USER").build(),
          User.withUsername("bob").password("{noop}" + PASSWORD).roles("USER").build());
    }

    @Bean
    RegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          RegisteredClient.withId("one")
              .clientId(CLIENT)
              .clientSecret("{noop}" + SECRET)
              .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(BACK)
              .scopes(it -> it.addAll(List.of("openid", "profile", "email")))
              .clientSettings(ClientSettings.builder().requireProofKey(true).build())
              .build());
    }

    @Bean
    JWKSource<SecurityContext> keys() {
      return (selector, _) -> selector.select(state.keys().get());
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
      JwtEncoder own = new NimbusJwtEncoder(keys);
      return parameters -> {
        Jwt jwt = own.encode(parameters);
        return Jwt.withTokenValue(signed(state, jwt.getTokenValue()))
            .headers(it -> it.putAll(jwt.getHeaders()))
            .claims(it -> it.putAll(jwt.getClaims()))
            .build();
      };
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings address() {
      return AuthorizationServerSettings.builder().issuer(state.issuer()).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
      return context -> state.claims().get().forEach(context.getClaims()::claim);
    }
  }
}
