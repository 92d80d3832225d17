package signpost.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.CertificateAuthority;
import signpost.kit.TlsFront;
import signpost.notifier.delivery.SmtpConfig.SmtpTls;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.PreflightFinding.PreflightLevel;

/** A mail server behind TLS, tried and sent to by the code that sends all mails. */
class SecuredMailIT {
  private static final String USER = "signpost@council.example";
  private static final Duration TIME = Duration.ofSeconds(10);

  @TempDir private static Path folder;
  private static CertificateAuthority authority;
  private static Path stranger;
  private static GreenMail smtp;
  private static TlsFront always;
  private static TlsFront asked;
  private static TlsFront expired;

  @BeforeAll
  static void start() throws IOException {
    authority =
        new CertificateAuthority(Files.createDirectory(folder.resolve("ours")))
            .sign("server", CertificateAuthority.ROOT, "-ext", "san=dns:localhost")
            .expired("old", "san=dns:localhost");
    stranger = new CertificateAuthority(Files.createDirectory(folder.resolve("theirs"))).trust();
    smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    smtp.setUser(USER, USER, "sesame");
    int plain = smtp.getSmtp().getPort();
    always = TlsFront.always(authority.context("server", 2), plain);
    asked = TlsFront.whenAsked(authority.context("server", 2), plain);
    expired = TlsFront.whenAsked(authority.context("old", 2), plain);
  }

  @AfterAll
  static void stop() {
    always.close();
    asked.close();
    expired.close();
    smtp.stop();
  }

  private static SmtpConfig config(
      String host, int port, SmtpTls tls, String password, Path trust) {
    return config(host, port, tls, password, trust, Optional.empty(), Optional.empty(), TIME);
  }

  private static SmtpConfig config(
      String host,
      int port,
      SmtpTls tls,
      String password,
      Path trust,
      Optional<URI> tokenUrl,
      Optional<Path> tokenFile,
      Duration timeout) {
    return new SmtpConfig(
        host,
        port,
        USER,
        password,
        "signpost@council.example",
        tls,
        Optional.of(trust),
        tokenUrl,
        tokenFile,
        tokenUrl.isPresent() ? "us" : "",
        tokenUrl.isPresent() ? "secret" : "",
        "",
        Duration.ofSeconds(30),
        18,
        timeout);
  }

  private static PreflightFinding found(SmtpConfig config) throws InterruptedException {
    return MailPreflight.of(config).getFirst();
  }

  private static void arrives(SmtpConfig config) throws Exception {
    int before = smtp.getReceivedMessages().length;
    assertThat(found(config).level()).isEqualTo(PreflightLevel.OK);
    assertThat(found(config).what()).contains("answers, encrypted, signed in as " + USER);
    assertThat(smtp.getReceivedMessages()).hasSize(before);
    assertThat(MailPreflight.send(config, "mk@council.example", Instant.now()).level())
        .isEqualTo(PreflightLevel.OK);
    assertThat(smtp.getReceivedMessages()).hasSize(before + 1);
    assertThat(smtp.getReceivedMessages()[before].getSubject()).contains("A test of");
  }

  private static void isRefused(SmtpConfig config, String words, String key) throws Exception {
    assertThat(found(config).level()).isEqualTo(PreflightLevel.WRONG);
    assertThat(found(config).what()).contains(words).doesNotContain("sesame");
    assertThat(found(config).remedy()).contains(key);
    PreflightFinding sent = MailPreflight.send(config, "mk@council.example", Instant.now());
    assertThat(sent.level()).isEqualTo(PreflightLevel.WRONG);
    assertThat(sent.what()).contains(words);
  }

  @Test
  void mailGoesOverTlsFromTheFirstByteOrWhenAsked() throws Exception {
    arrives(config("localhost", always.port(), SmtpTls.TLS, "sesame", authority.trust()));
    arrives(config("localhost", asked.port(), SmtpTls.STARTTLS, "sesame", authority.trust()));
  }

  @Test
  void serversThatCannotBeBelievedAreNamedAndGetNothing() throws Exception {
    isRefused(
        config("localhost", always.port(), SmtpTls.TLS, "sesame", stranger),
        "an authority that is not believed",
        "signpost.smtp.trust");
    isRefused(
        config("localhost", asked.port(), SmtpTls.STARTTLS, "sesame", stranger),
        "an authority that is not believed",
        "signpost.smtp.trust");
    isRefused(
        config("127.0.0.1", always.port(), SmtpTls.TLS, "sesame", authority.trust()),
        "for another name",
        "signpost.smtp.host");
    isRefused(
        config("localhost", expired.port(), SmtpTls.STARTTLS, "sesame", authority.trust()),
        "has expired",
        "clocks");
    isRefused(
        config("localhost", asked.port(), SmtpTls.TLS, "sesame", authority.trust()),
        "does not speak TLS at this port",
        "signpost.smtp.tls");
  }

  @Test
  void wrongPasswordIsNamed() throws Exception {
    isRefused(
        config("localhost", always.port(), SmtpTls.TLS, "mellon", authority.trust()),
        "does not let us in",
        "signpost.smtp.username");
  }

  @Test
  void tokenOfAFileLetsUsInAndAnEmptyFileIsNamed() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "sesame\n");
    SmtpConfig config =
        config(
            "localhost",
            asked.port(),
            SmtpTls.STARTTLS,
            "",
            authority.trust(),
            Optional.empty(),
            Optional.of(token),
            TIME);
    arrives(config);
    Files.writeString(token, "");
    isRefused(config, "signpost.smtp.token-file", "token");
  }

  private SmtpConfig filed(int port, SmtpTls tls, String token) throws IOException {
    return config(
        "localhost",
        port,
        tls,
        "",
        authority.trust(),
        Optional.empty(),
        Optional.of(Files.writeString(Files.createTempFile(folder, "token", ""), token)),
        TIME);
  }

  @Test
  void serverThatTakesATokenByTheStandardAloneIsShownItSo() throws Exception {
    String known = "n,a=" + USER + ",|host=localhost|port=N|auth=Bearer vF9d||";
    String why = "{\"status\":\"insufficient_scope\",\"scope\":\"mail.send\"}";
    int plain = smtp.getSmtp().getPort();
    try (TokenFront front = new TokenFront("PLAIN OAUTHBEARER", known, why, plain);
        TlsFront secured = TlsFront.always(authority.context("server", 2), front.port())) {
      arrives(filed(secured.port(), SmtpTls.TLS, "vF9d"));
      isRefused(
          filed(secured.port(), SmtpTls.TLS, "vF9e"),
          "535 5.7.8 no such token (OAUTHBEARER: status insufficient_scope, scope mail.send)",
          "token");
      assertThat(front.heard()).contains("AQ==").noneMatch(it -> it.contains("XOAUTH2"));
    }
  }

  @Test
  void serverThatTakesNoTokenIsNamed() throws Exception {
    try (TokenFront front = new TokenFront("PLAIN LOGIN", "", "", smtp.getSmtp().getPort());
        TlsFront secured = TlsFront.always(authority.context("server", 2), front.port())) {
      isRefused(
          filed(secured.port(), SmtpTls.TLS, "vF9d"),
          "it takes no token: it offers neither XOAUTH2 nor OAUTHBEARER",
          "token");
    }
  }

  @Test
  void tokenIsAskedForAndARefusalIsNamed() throws Exception {
    HttpsServer issuer = issuer();
    issuer.createContext(
        "/token",
        exchange -> {
          String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          boolean known = form.contains("client_secret=secret") && form.contains("client_id=us");
          say(
              exchange,
              known ? 200 : 401,
              known ? token("sesame") : "{\"error\":\"invalid_client\"}");
        });
    issuer.createContext(
        "/broken",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    issuer.start();
    try {
      arrives(asking(issuer, "/token", TIME));
      isRefused(asking(issuer, "/broken", TIME), "signpost.smtp.token-url gives no token", "token");
    } finally {
      issuer.stop(0);
    }
  }

  @Test
  void tokenThatTheServerRefusesIsNotKeptForTheNextMail() throws Exception {
    HttpsServer issuer = issuer();
    Iterator<String> tokens = List.of("stale", "sesame").iterator();
    issuer.createContext("/token", exchange -> say(exchange, 200, token(tokens.next())));
    issuer.start();
    try {
      SmtpConfig config = asking(issuer, "/token", TIME);
      MailServer server = new MailServer(config);
      PreflightFinding first =
          MailPreflight.send(config, server, "mk@council.example", Instant.now());
      PreflightFinding next =
          MailPreflight.send(config, server, "mk@council.example", Instant.now());
      assertThat(first.what()).contains("does not let us in");
      assertThat(next.level()).isEqualTo(PreflightLevel.OK);
    } finally {
      issuer.stop(0);
    }
  }

  @Test
  void answerWithoutAnEndIsNotReadForATokenNorWaitedFor() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    HttpsServer issuer = issuer();
    issuer.createContext("/long", exchange -> say(exchange, 200, " ".repeat(2 << 20)));
    issuer.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(' ');
          exchange.getResponseBody().flush();
          awaited(over);
          exchange.close();
        });
    issuer.start();
    try {
      assertThatThrownBy(() -> tokenOf(asking(issuer, "/long", TIME)))
          .isInstanceOf(AccessTokens.UnavailableToken.class)
          .hasMessageContaining("signpost.smtp.token-url does not answer with a token");
      assertThatThrownBy(() -> tokenOf(asking(issuer, "/slow", Duration.ofMillis(500))))
          .isInstanceOf(AccessTokens.UnavailableToken.class)
          .hasMessageContaining("its answer had not come after 500 ms");
    } finally {
      over.countDown();
      issuer.stop(0);
    }
  }

  private static String tokenOf(SmtpConfig config) {
    return AccessTokens.of(config).orElseThrow().token();
  }

  private static void awaited(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpsServer issuer() throws IOException {
    HttpsServer issuer =
        HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    issuer.setHttpsConfigurator(new HttpsConfigurator(authority.context("server", 2)));
    return issuer;
  }

  private static String token(String token) {
    return "{\"access_token\":\"" + token + "\",\"expires_in\":3600}";
  }

  private static void say(HttpExchange exchange, int status, String words) throws IOException {
    byte[] answer = words.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static SmtpConfig asking(HttpsServer issuer, String path, Duration timeout) {
    return config(
        "localhost",
        asked.port(),
        SmtpTls.STARTTLS,
        "",
        authority.trust(),
        Optional.of(URI.create("https://localhost:" + issuer.getAddress().getPort() + path)),
        Optional.empty(),
        timeout);
  }

  @Test
  void serverThatSaysNothingHoldsNobodyUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      SmtpConfig config =
          new SmtpConfig(
              "localhost",
              silent.getLocalPort(),
              "",
              "",
              "signpost@council.example",
              SmtpTls.TLS,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "",
              "",
              "",
              Duration.ofSeconds(30),
              18,
              Duration.ofMillis(300));

      assertThat(found(config).what()).contains("does not answer in time");
      assertThat(found(config).remedy()).contains("signpost.smtp.port");
    }
  }
}
