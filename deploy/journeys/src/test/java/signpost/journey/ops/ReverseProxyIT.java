package signpost.journey.ops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static signpost.journey.ops.SmallMachine.ask;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.broker.FreePort;
import signpost.kit.InstalledBrowser;
import signpost.local.LocalModule;

/** All of Signpost behind a real nginx: what ops see stays shut, and owners' forms work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReverseProxyIT {
  private static final String NAME = "signpost.example";
  private static final Pattern OWN_PAGE = Pattern.compile("/yours\\?t=[\\w.~-]+");

  private Path folder;
  private final int secure = FreePort.find();
  private SmallMachine machine;
  private NginxProxies proxies;

  @BeforeAll
  void start(@TempDir Path data) throws IOException, InterruptedException {
    NginxProxies.assumeInstalled();
    folder = data;
    machine =
        SmallMachine.start(folder, Map.of("signpost.public-url", "https://" + NAME + ":" + secure));
    Path configuration = Files.createDirectories(folder.resolve("nginx"));
    proxies = NginxProxies.before(machine.addresses().search(), secure, NAME, configuration);
  }

  @AfterAll
  void stop() {
    if (proxies != null) {
      proxies.close();
    }
    if (machine != null) {
      machine.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "X-Forwarded-For: 127.0.0.1",
        "X-Real-IP: 127.0.0.1",
        "Forwarded: for=127.0.0.1;host=localhost;proto=http",
        "X-Forwarded-Host: localhost",
        "Origin: http://127.0.0.1:8083",
      })
  void whatOpsSeeIsShutWhateverAStrangerSends(String forged) throws IOException {
    for (int port : List.of(proxies.bare(), proxies.named(), machine.addresses().search())) {
      for (String host :
          List.of(NAME, "127.0.0.1", "localhost", "localhost:" + machine.addresses().ops())) {
        for (String page : List.of("/ops", "/crawl", "/notifications", "/prometheus")) {
          assertThat(ask(port, "GET " + page, host, forged)).as(page).startsWith("HTTP/1.1 403");
        }
        assertThat(ask(port, "POST /crawl/pause", host, forged)).startsWith("HTTP/1.1 403");
        assertThat(ask(port, "POST /notifications/replay", host, forged))
            .startsWith("HTTP/1.1 403");
        assertThat(ask(port, "GET /health", host, forged))
            .startsWith("HTTP/1.1 200")
            .contains("\"status\":\"UP\"")
            .doesNotContain("details");
      }
    }
  }

  @Test
  void managementAddressShowsOpsEverything() throws IOException {
    String host = "127.0.0.1:" + machine.addresses().ops();
    for (String page : List.of("/ops", "/crawl", "/notifications", "/prometheus", "/health")) {
      assertThat(ask(machine.addresses().ops(), "GET " + page, host, ""))
          .as(page)
          .startsWith("HTTP/1.1 200");
    }
    assertThat(ask(machine.addresses().ops(), "GET /health", host, "")).contains("details");
    assertThat(ask(machine.addresses().ops(), "GET /crawl", "rebound.example", ""))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void apisOfTheOtherPartsAreForProgramsOnThisMachineOnly() throws IOException {
    for (LocalModule module : List.of(LocalModule.INGEST, LocalModule.NOTIFIER)) {
      int port =
          module == LocalModule.INGEST
              ? machine.addresses().ingest()
              : machine.addresses().notifier();
      assertThat(ask(port, "GET /api/status", "127.0.0.1", "")).startsWith("HTTP/1.1 200");
      assertThat(ask(port, "GET /api/status", "rebound.example", "")).startsWith("HTTP/1.1 403");
      assertThat(ask(port, "GET /prometheus", "rebound.example", "")).startsWith("HTTP/1.1 403");
      assertThat(ask(port, "GET /health", "rebound.example", "")).doesNotContain("details");
      assertThat(ask(port, "GET /health", "127.0.0.1", "")).contains("details");
    }
    assertThat(
            ask(
                machine.addresses().notifier(),
                "POST /api/deliveries/none/replay",
                "127.0.0.1",
                "Origin: https://a.example"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void ownersFormsWorkThroughEveryProxy() throws IOException {
    InstalledBrowser.assumeThere();
    awaitSearchable();
    try (InstalledBrowser browser =
            InstalledBrowser.start("--host-resolver-rules=MAP " + NAME + " 127.0.0.1");
        Page page = browser.page(new Browser.NewPageOptions().setIgnoreHTTPSErrors(true))) {
      for (String site :
          List.of(
              "http://" + NAME + ":" + proxies.bare(),
              "http://" + NAME + ":" + proxies.named(),
              "https://" + NAME + ":" + proxies.secure())) {
        subscribes(page, site);
        reports(page, site);
        choosesAndAnswers(page, site);
      }
    }
  }

  private static void subscribes(Page page, String site) {
    page.navigate(site + "/subscribe?of=guide%3Ag");
    page.getByLabel("Email address").fill("reader@p" + URI.create(site).getPort() + ".example");
    page.getByText("Write to me").click();
    assertThat(page.content()).as(site).contains("We have written to that address");
  }

  private void reports(Page page, String site) {
    page.navigate(site + "/report?url=" + URLEncoder.encode(machine.origin() + "/leaflet", UTF_8));
    page.getByLabel("What is wrong with it?").fill("It is about something else");
    page.locator("main button").click();
    assertThat(page.content()).as(site).contains("Thank you.");
  }

  private void choosesAndAnswers(Page page, String site) {
    page.navigate(site + "/yours/link");
    page.getByLabel("Email address").fill("mary@council.test");
    page.getByText("Send me the link").click();
    assertThat(page.content()).as(site).contains("a link is on its way");
    page.navigate(site + linkInMail());
    page.getByText("Keep these wishes").click();
    assertThat(page.content()).as(site).contains("Your wishes are kept");
    page.locator("main .sp-list a").first().click();
    page.getByLabel("I will deal with it").check();
    page.getByText("Answer", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.content()).as(site).contains("Thank you. Your answer counts from now on");
  }

  private void awaitSearchable() {
    await()
        .until(() ->
            ask(machine.addresses().search(), "GET /guide/g", "127.0.0.1", "")
                .startsWith("HTTP/1.1 200"));
  }

  /** The link to an owner's own page, as it was mailed. */
  private String linkInMail() {
    return await().until(this::linksInMail, links -> !links.isEmpty()).getFirst();
  }

  private List<String> linksInMail() {
    return mails().stream()
        .map(OWN_PAGE::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .toList();
  }

  private List<String> mails() {
    List<String> mails = new ArrayList<>();
    Path outgoing = folder.resolve("data/notifier/outgoing");
    if (Files.isDirectory(outgoing)) {
      try (Stream<Path> files = Files.list(outgoing)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".eml")).toList()) {
          mails.add(
              Files.readString(file, ISO_8859_1).replaceAll("=\r?\n", "").replace("=3D", "="));
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return mails;
  }
}
