package signpost.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import signpost.broker.FreePort;
import signpost.kit.PostgresServer;
import signpost.kit.SharedBroker;
import signpost.kit.TraceCollector;
import signpost.kit.TraceCollector.SeenSpan;
import signpost.local.LocalModule;
import signpost.local.ModuleContext;
import signpost.local.PendingWork;
import signpost.sample.demo.ClockStride;
import signpost.sample.demo.ClockTicker;
import signpost.sample.demo.DemoClock;
import signpost.sample.web.LocalPage;
import signpost.sample.web.SampleHappening;
import signpost.sample.web.SampleWeb;
import signpost.tools.repair.RepairCommand;

/**
 * One owner's first ten days, on a real broker, Lucene and an SMTP server, ingest and notifier each
 * on a PostgreSQL database. The demo tells the same on SQLite.
 */
class GuideToMailIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final DemoClock clock = new DemoClock(SampleWeb.dayZero());
  private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private final Map<LocalModule, ModuleContext> modules = new EnumMap<>(LocalModule.class);
  private final TraceCollector collector = new TraceCollector();
  private SampleWeb web;
  private int searchPort;
  private int notifierPort;

  /** The settings of a module's own empty database. */
  private static Map<String, Object> database(LocalModule module) {
    return switch (module) {
      case INGEST, NOTIFIER -> Map.of("signpost.jdbc.url", PostgresServer.empty());
      case SEARCH -> Map.of();
    };
  }

  @BeforeEach
  void start() throws IOException {
    post.start();
    web = SampleWeb.start(0, clock, _ -> LocalPage.html(404, ""));
    web.writeTrust(folder.resolve("authority.pem"));
    SampleWeb.writeCatalogue(folder.resolve("catalogue"), web.port());
    searchPort = FreePort.find();
    notifierPort = FreePort.find();
    for (LocalModule module : LocalModule.values()) {
      modules.put(module, ModuleContext.start(module, settings(module), Optional.of(clock), false));
    }
  }

  @AfterEach
  void stop() {
    modules.values().forEach(ModuleContext::close);
    web.close();
    post.stop();
    collector.close();
  }

  @Test
  void anOwnerHearsOfWhatNeedsDoingAndOfNothingElse() throws Exception {
    runTo(Duration.ofHours(3));
    assertThat(subjects()).singleElement().asString().contains("First report");
    assertThat(body(0)).contains("has now been replaced by the Roadmap");
    assertThat(found("trauma informed practice toolkit")).contains("gov-scot.localhost");
    whereALineLeadsIsWatchedOnceItsOwnerSaysSo();

    runTo(Duration.ofDays(7));
    assertThat(subjects())
        .as("a week with three changes of words, and noise everywhere")
        .hasSize(4)
        .anyMatch(subject -> subject.contains("Working definition of trauma-informed practice"))
        .anyMatch(subject -> subject.contains("has new contact details"))
        .anyMatch(subject -> subject.contains("Trauma Informed Practice - FINAL"));
    assertThat(bodyOf("has new contact details"))
        .contains("The helpline number changed from 08081 570 123 to 08081 570 987")
        .contains("/resource/revision?url=");

    assertThat(bodyOf("Working definition of trauma-informed practice"))
        .contains("The publisher says: Added a seventh principle, accountability.");

    runTo(Duration.ofDays(10));
    assertThat(subjects())
        .hasSize(6)
        .anyMatch(subject -> subject.contains("Vulnerabilities: applying All Our Health"))
        .anyMatch(subject -> subject.contains("web book” no longer works"));
    assertThat(recipients()).containsOnly("guides@mk.localhost");
    assertThat(bodyOf("web book” no longer works"))
        .contains("404", "It seems to be here now", "Replace with")
        .contains("Trauma Informed Practice: Snap Guide");
    new GeneratedClient("http://127.0.0.1:" + searchPort).readsEverythingDescribed();
    anAnswerShowsOnTheGuidesPageAndIsWhatRepairTakes();
    modules.values().forEach(ModuleContext::close); // what waits is sent
    await().untilAsserted(this::aMailIsInTheTraceOfTheVisitItTellsOf);
  }

  /** What ops sees where all parts send their traces: one visit, from its lease to the mail. */
  private void aMailIsInTheTraceOfTheVisitItTellsOf() {
    List<SeenSpan> mails = spans("signpost-notifier", "send email");
    List<SeenSpan> ofOneVisit =
        mails.stream().filter(mail -> !visits(mail.trace()).isEmpty()).toList();
    assertThat(ofOneVisit).isNotEmpty();
    for (SeenSpan mail : ofOneVisit) {
      assertThat(visits(mail.trace()))
          .singleElement()
          .satisfies(it -> assertThat(it.parent()).isEmpty());
      assertThat(inTrace(mail.trace()))
          .contains(
              "signpost-ingest visit",
              "signpost-ingest GET",
              "signpost-ingest send signpost.health",
              "signpost-search process signpost.health",
              "signpost-notifier process signpost.health",
              "signpost-notifier send signpost.findings",
              "signpost-search process signpost.findings",
              "signpost-notifier tell",
              "signpost-notifier send email");
    }
    assertThat(spans("signpost-notifier", "tell"))
        .filteredOn(tell -> !tell.links().isEmpty())
        .as("a mail that tells of several visits goes back to each")
        .isNotEmpty()
        .allSatisfy(tell ->
            assertThat(tell.links()).allSatisfy(visit -> assertThat(visits(visit)).hasSize(1)));
    assertThat(collector.spans())
        .as("no span says who is told, or lets anybody in")
        .noneMatch(it -> it.span().toString().matches("(?s).*(guides@|council.test|answer.?t=).*"));
  }

  private List<SeenSpan> spans(String service, String name) {
    return collector.spans().stream()
        .filter(it -> it.service().equals(service) && it.name().equals(name))
        .toList();
  }

  private List<SeenSpan> visits(String trace) {
    return spans("signpost-ingest", "visit").stream()
        .filter(it -> it.trace().equals(trace))
        .toList();
  }

  private List<String> inTrace(String trace) {
    return collector.spans().stream()
        .filter(it -> it.trace().equals(trace))
        .map(it -> it.service() + " " + it.name())
        .toList();
  }

  private void whereALineLeadsIsWatchedOnceItsOwnerSaysSo() throws Exception {
    String address = "https://acehubwales.localhost:" + web.port() + "/sanctuary-seekers/";
    String mail = textOf("First report");
    String asked = mail.substring(mail.indexOf("* Resources for professionals"));
    String token = asked.substring(asked.indexOf("/answer?t=") + 10).split("\\s", 2)[0];
    assertThat(page("/answer?t=" + token).body())
        .contains("Say its address", "Nobody has said where")
        .doesNotContain("This is the address");
    assertThat(page("/api/guides/snap").body()).doesNotContain("sanctuary-seekers");
    String answer = "&answer=replace&with=" + URLEncoder.encode(address, UTF_8);
    assertThat(form("/answer", "t=" + token + answer).statusCode()).isEqualTo(303);
    await().until(() -> page("/api/guides/snap").body().contains("sanctuary-seekers"));
  }

  private void anAnswerShowsOnTheGuidesPageAndIsWhatRepairTakes() throws Exception {
    String text = textOf("web book” no longer works");
    String token = text.substring(text.indexOf("/answer?t=") + 10).split("[\\s&]", 2)[0];
    String now =
        "http://youngminds.localhost:%d/media/p1xhz0qa/ym-addressing-adversity-book-web-3.pdf"
            .formatted(web.port());
    assertThat(page("/answer?t=" + token + "&answer=replace").body())
        .contains("Address to put in its place", "value=\"" + now + "\"", "/media/cmtffcce/")
        .contains("It is not this page", "Other answers");
    assertThat(page("/guide/snap").body())
        .contains("It seems to be here now", now)
        .doesNotContain("The owner replaces");
    assertThat(page("/api/guides/snap").body()).contains("\"outcome\":\"offer\"");

    HttpResponse<String> answered =
        form("/answer", "t=" + token + "&answer=replace&with=" + URLEncoder.encode(now, UTF_8));
    assertThat(answered.statusCode()).isEqualTo(303);
    assertThat(page("/answer?t=" + token).body()).contains("The owner replaces the link");
    await().until(() -> page("/guide/snap").body().contains("The owner replaces the link by"));
    String answers = get("http://127.0.0.1:" + notifierPort + "/api/answers?guide=snap").body();
    Path repair = Files.writeString(folder.resolve("answers.json"), answers);
    String url = JSON.readTree(answers).get(0).get("target").asText();
    Path guide = Files.writeString(folder.resolve("guide.md"), "See [the book](" + url + ").\n");
    Path repaired = folder.resolve("repaired.md");
    int code =
        new CommandLine(new RepairCommand())
            .setOut(new PrintWriter(Writer.nullWriter()))
            .execute(
                guide.toString(),
                "--answers",
                repair.toString(),
                "--allow",
                "127.0.0.1/32:" + web.port(),
                "--output",
                repaired.toString());
    assertThat(code).isZero();
    assertThat(repaired).hasContent("See [the book](" + now + ").\n");
  }

  private HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return get("http://127.0.0.1:" + searchPort + path);
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String path, String fields)
      throws IOException, InterruptedException {
    String site = "http://127.0.0.1:" + searchPort;
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(site + path))
                .header("Origin", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build(),
            BodyHandlers.ofString());
  }

  /** The plain text of a mail. */
  private String textOf(String subject) throws MessagingException, IOException {
    for (MimeMessage message : post.getReceivedMessages()) {
      if (String.valueOf(message.getSubject()).contains(subject)) {
        return (String) ((Multipart) message.getContent()).getBodyPart(0).getContent();
      }
    }
    throw new AssertionError("no mail says: " + subject);
  }

  private ClockTicker.WorkStanding standing() {
    long requests = web.visits().values().stream().mapToLong(Long::longValue).sum();
    return new ClockTicker.WorkStanding(backlog(), requests + post.getReceivedMessages().length);
  }

  private void runTo(Duration sinceDayZero) throws InterruptedException {
    await("the catalogue is read").until(() -> backlog().next().findAny().isPresent());
    List<Instant> happenings =
        SampleWeb.calendar(web.port()).stream().map(SampleHappening::at).toList();
    ClockStride stride = new ClockStride(Duration.ofHours(6), Duration.ofHours(1), Duration.ZERO);
    new ClockTicker(clock, InstantSource.system(), stride, happenings, this::standing, PATIENCE)
        .runTo(SampleWeb.dayZero().plus(sinceDayZero), _ -> {});
  }

  private PendingWork backlog() {
    return PendingWork.of(this::module);
  }

  private ModuleContext module(LocalModule module) {
    return Optional.ofNullable(modules.get(module)).orElseThrow();
  }

  private List<String> subjects() throws MessagingException {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage message : post.getReceivedMessages()) {
      subjects.add(String.valueOf(message.getSubject()));
    }
    return subjects;
  }

  private List<String> recipients() throws MessagingException {
    List<String> recipients = new ArrayList<>();
    for (MimeMessage message : post.getReceivedMessages()) {
      for (Address address : message.getAllRecipients()) {
        recipients.add(((InternetAddress) address).getAddress());
      }
    }
    return recipients;
  }

  private String bodyOf(String subject) throws MessagingException {
    List<String> subjects = subjects();
    return body(
        IntStream.range(0, subjects.size())
            .filter(number -> subjects.get(number).contains(subject))
            .findFirst()
            .orElseThrow());
  }

  /** The words of a mail, its lines joined. */
  private String body(int number) {
    return GreenMailUtil.getWholeMessage(post.getReceivedMessages()[number])
        .replaceAll("=\\r?\\n", "")
        .replaceAll("\\s+", " ");
  }

  private String found(String query) throws IOException, InterruptedException {
    String url = "http://127.0.0.1:" + searchPort + "/api/search?q=" + query.replace(" ", "%20");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  private Map<String, Object> settings(LocalModule module) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("micronaut.server.port", module == LocalModule.SEARCH ? searchPort : -1);
    settings.put("signpost.clock", "external");
    settings.put("signpost.traces.endpoint", collector.endpoint());
    settings.put("signpost.data", folder.resolve(module.name()).toString());
    settings.put("signpost.catalogue", folder.resolve("catalogue").toString());
    settings.put("signpost.kafka.bootstrap-servers", SharedBroker.bootstrapServers());
    settings.put("signpost.kafka.topic-prefix", SharedBroker.prefix(getClass()));
    settings.putAll(database(module));
    switch (module) {
      case INGEST -> {
        settings.put("signpost.fetch.resolve", "*.localhost=127.0.0.1");
        settings.put("signpost.fetch.allow", "127.0.0.1/32:" + web.port());
        settings.put("signpost.fetch.trust", folder.resolve("authority.pem").toString());
        settings.put("signpost.fetch.host-delay", "0s");
        settings.put("signpost.fetch.retry-cap", "0s");
        settings.put("signpost.poll", "20ms");
      }
      case NOTIFIER -> {
        settings.put("micronaut.server.port", notifierPort);
        settings.put("signpost.fetch.allow", "127.0.0.1/32:" + web.port());
        settings.put("signpost.shadow-days", "0");
        settings.put("signpost.tick", "20ms");
        settings.put("signpost.smtp.host", "127.0.0.1");
        settings.put("signpost.smtp.port", post.getSmtp().getPort());
        settings.put("signpost.smtp.tls", "none");
        settings.put("signpost.smtp.from", "signpost@council.test");
      }
      case SEARCH -> {
        settings.put("signpost.notifier.url", "http://127.0.0.1:" + notifierPort);
        settings.put("signpost.ops.port", -1);
      }
    }
    return settings;
  }
}
