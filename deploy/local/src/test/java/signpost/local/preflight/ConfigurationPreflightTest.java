package signpost.local.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.ClosedPort;
import signpost.local.LocalModule;
import signpost.local.preflight.ConfigurationPreflight.PreflightPlan;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.PreflightFinding.PreflightLevel;

class ConfigurationPreflightTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  @TempDir private Path folder;
  private HttpServer web;

  @BeforeEach
  void start() throws IOException {
    web = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
    answers("/ours/health", 200, "{\"status\":\"UP\"}");
    answers("/theirs/health", 200, "<h1>It works!</h1>");
    answers("/contact", 200, "Who crawls you");
    web.start();
  }

  private void answers(String path, int status, String body) {
    web.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, body.length());
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    web.stop(0);
  }

  private String at(String path) {
    return "http://127.0.0.1:" + web.getAddress().getPort() + path;
  }

  private List<PreflightFinding> found(
      LocalModule module, Map<String, Object> settings, InstantSource wall)
      throws InterruptedException {
    Map<String, Object> given = new HashMap<>(settings);
    given.put("signpost.data", folder.resolve("data").toString());
    given.putIfAbsent("signpost.catalogue", folder.toString());
    return ConfigurationPreflight.of(
        new PreflightPlan(Map.of(module, given), true, Map.of()), wall);
  }

  private List<PreflightFinding> found(LocalModule module, Map<String, Object> settings)
      throws InterruptedException {
    return found(module, settings, InstantSource.system());
  }

  private static void said(
      List<PreflightFinding> findings, String edge, PreflightLevel level, String words) {
    assertThat(findings)
        .anySatisfy(it -> {
          assertThat(it.edge()).isEqualTo(edge);
          assertThat(it.level()).isEqualTo(level);
          assertThat(it.what() + " " + it.remedy()).contains(words);
        });
  }

  @Test
  void whatIsRightIsSaidToBeAndNothingIsMade() throws InterruptedException {
    List<PreflightFinding> findings =
        found(LocalModule.INGEST, Map.of("signpost.contact", at("/contact")));

    assertThat(findings).noneMatch(it -> it.level() == PreflightLevel.WRONG);
    said(findings, "configuration", PreflightLevel.OK, "can be read");
    said(findings, "contact", PreflightLevel.OK, "answers");
    said(findings, "clock", PreflightLevel.OK, "agrees");
    said(findings, "database of ingest", PreflightLevel.OK, "made at the first start");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void oneThingThatFailsStopsNoOther() throws InterruptedException {
    List<PreflightFinding> findings =
        found(
            LocalModule.NOTIFIER,
            Map.of(
                "signpost.smtp.tls",
                "tls",
                "signpost.smtp.username",
                "us",
                "signpost.smtp.token-file",
                "/nowhere",
                "signpost.smtp.password",
                "both",
                "signpost.ops.email",
                "nobody",
                "signpost.catalogue",
                folder.resolve("none").toString()));

    said(findings, "configuration", PreflightLevel.WRONG, "two ways in: leave one out");
    said(findings, "configuration", PreflightLevel.WRONG, "signpost.ops.email");
    said(findings, "configuration", PreflightLevel.WRONG, "no catalogue folder");
    said(findings, "database of notifier", PreflightLevel.OK, "made at the first start");
  }

  @Test
  void catalogueThatIsAFileIsSaidToBe() throws Exception {
    Path guide = Files.writeString(folder.resolve("guide.yaml"), "");

    said(
        found(LocalModule.INGEST, Map.of("signpost.catalogue", guide.toString())),
        "configuration",
        PreflightLevel.WRONG,
        "This is a file. Name the folder it lies in.");
  }

  @Test
  void publicAddressIsOursOrSomebodyElses() throws InterruptedException {
    said(
        found(LocalModule.SEARCH, Map.of("signpost.public-url", at("/ours"))),
        "public-url",
        PreflightLevel.OK,
        "leads to Signpost");
    said(
        found(LocalModule.SEARCH, Map.of("signpost.public-url", at("/theirs"))),
        "public-url",
        PreflightLevel.WRONG,
        "not Signpost that does");
    said(
        found(LocalModule.SEARCH, Map.of("signpost.public-url", "signpost.example.org")),
        "public-url",
        PreflightLevel.WRONG,
        "no address of the web");
  }

  @Test
  void clockThatIsHoursOffIsWrong() throws InterruptedException {
    InstantSource ahead = InstantSource.offset(InstantSource.system(), Duration.ofHours(2));

    said(
        found(LocalModule.INGEST, Map.of("signpost.contact", at("/contact")), ahead),
        "clock",
        PreflightLevel.WRONG,
        "ahead of that of 127.0.0.1");
  }

  @Test
  void nobodyToReachAndAPageThatIsGoneAreWrong() throws InterruptedException {
    said(found(LocalModule.INGEST, Map.of()), "contact", PreflightLevel.WRONG, "signpost.contact");
    said(
        found(LocalModule.INGEST, Map.of("signpost.contact", at("/gone"))),
        "contact",
        PreflightLevel.WRONG,
        "answers 404");
    said(
        found(LocalModule.INGEST, Map.of("signpost.contact", "me@")),
        "contact",
        PreflightLevel.WRONG,
        "no mail address");
  }

  @Test
  void whatThePagesCannotSayOfWhoRunsItIsToldWithItsKey() throws InterruptedException {
    List<PreflightFinding> nothing = found(LocalModule.SEARCH, Map.of());
    String name = "signpost.organisation.name";

    assertThat(nothing)
        .filteredOn(it -> it.edge().equals("organisation"))
        .extracting(PreflightFinding::remedy)
        .anySatisfy(it -> assertThat(it).contains(name))
        .anySatisfy(it -> assertThat(it).contains("signpost.organisation.lawful-basis"))
        .anySatisfy(it -> assertThat(it).contains("signpost.contact"));
    said(
        found(LocalModule.SEARCH, Map.of("signpost.organisation.data-protection", "ask us")),
        "organisation",
        PreflightLevel.WRONG,
        "neither a web address nor a mail address");
    said(
        found(
            LocalModule.SEARCH,
            Map.of(
                name,
                "Anytown Council",
                "signpost.organisation.lawful-basis",
                "public-task",
                "signpost.contact",
                "us@council.example")),
        "organisation",
        PreflightLevel.OK,
        "Anytown Council");
  }

  @Test
  void contactBehindAProxyIsNotTriedAndThatIsSaid() throws InterruptedException {
    said(
        found(
            LocalModule.INGEST,
            Map.of(
                "signpost.contact",
                at("/gone"),
                "signpost.fetch.proxy.url",
                "http://proxy.example:3128")),
        "contact",
        PreflightLevel.WARNING,
        "was not tried");
  }

  @Test
  void pageThatNeverEndsAnswersAllTheSame() throws InterruptedException {
    web.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] more = new byte[1 << 16];
          while (true) { // until whoever asked has gone
            exchange.getResponseBody().write(more);
          }
        });

    said(
        found(LocalModule.INGEST, Map.of("signpost.contact", at("/endless"))),
        "contact",
        PreflightLevel.OK,
        "answers");
  }

  @Test
  void serverThatSaysNothingIsWaitedForOnlySoLong() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, HERE)) {
      said(
          found(
              LocalModule.NOTIFIER,
              Map.of(
                  "signpost.smtp.host",
                  "127.0.0.1",
                  "signpost.smtp.port",
                  silent.getLocalPort(),
                  "signpost.smtp.timeout",
                  "300ms")),
          "mail",
          PreflightLevel.WRONG,
          "does not answer in time");
    }
  }

  @Test
  void collectorOfTracesIsAskedAndMayBeAway() throws InterruptedException {
    answers("/collector/v1/traces", 200, "");
    said(collectedAt(at("/collector")), "traces", PreflightLevel.OK, "takes traces");
    said(collectedAt(at("/theirs")), "traces", PreflightLevel.WARNING, "answers 404");
    try (ClosedPort closed = new ClosedPort()) {
      said(collectedAt(closed.url("")), "traces", PreflightLevel.WARNING, "Nobody answers");
    }
    said(
        collectedAt("collector:4318"),
        "configuration",
        PreflightLevel.WRONG,
        "signpost.traces.endpoint takes the address of a collector");
    assertThat(collectedAt("")).noneMatch(it -> it.edge().equals("traces"));
  }

  private List<PreflightFinding> collectedAt(String endpoint) throws InterruptedException {
    return found(LocalModule.SEARCH, Map.of("signpost.traces.endpoint", endpoint));
  }

  @Test
  void folderThatIsAFileCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(DiskPreflight.of(file.resolve("data")))
        .anyMatch(it -> it.level() == PreflightLevel.WRONG && it.remedy().contains("--data"));
  }

  @Test
  void whoSignsInIsReadAsSearchReadsIt() throws InterruptedException {
    List<PreflightFinding> findings =
        found(
            LocalModule.SEARCH,
            Map.of(
                "signpost.behind-proxy",
                true,
                "signpost.sign-in.idle",
                "1s",
                "signpost.sign-in.provider.issuer",
                "http://provider.example"));

    said(findings, "configuration", PreflightLevel.WARNING, "signpost.trusted-proxies");
    said(findings, "configuration", PreflightLevel.WRONG, "signpost.sign-in.idle");
    said(findings, "configuration", PreflightLevel.WRONG, "issuer must begin with https");
    said(findings, "database of search", PreflightLevel.OK, "made at the first start");
  }

  @Test
  void whoCanReadAlongIsSaidBeforeSearchRefusesToStart() throws InterruptedException {
    said(
        found(LocalModule.SEARCH, Map.of("micronaut.server.host", "0.0.0.0")),
        "configuration",
        PreflightLevel.WRONG,
        "Search would answer at 0.0.0.0 without TLS");
    said(
        found(LocalModule.SEARCH, Map.of("signpost.ops.host", "0.0.0.0")),
        "configuration",
        PreflightLevel.WRONG,
        "Set signpost.ops.password too");
  }

  /** One block of keys is for all three parts, with a URL by part; search needed none before. */
  @Test
  void tlsOfPostgresqlIsForWhoeverHasOneAndSearchMayStayWithAFile() throws InterruptedException {
    Map<String, Object> shared = Map.of("signpost.jdbc.tls", true);

    said(found(LocalModule.SEARCH, shared), "database of search", PreflightLevel.OK, "SQLite in");
    said(
        found(LocalModule.INGEST, shared),
        "database of ingest",
        PreflightLevel.WRONG,
        "tls needs a jdbc:postgresql");
  }
}
