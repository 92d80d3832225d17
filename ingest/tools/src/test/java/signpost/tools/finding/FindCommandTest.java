package signpost.tools.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import signpost.kit.LoopbackWeb;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;

/** The command against a site on loopback. */
class FindCommandTest {
  private static final String RENT =
      "<p>If you owe rent, write to your landlord before the next payment falls due.</p>"
          + "<p>A debt adviser works out what you can pay each week and drafts the letter.</p>"
          + "<p>Ask the court for a suspended order when a hearing has been listed already.</p>";
  private static final String BINS =
      "<p>Black bins are emptied every other Tuesday, garden waste from March to November.</p>"
          + "<p>Leave the lid closed and the handle towards the road by seven.</p>";

  private final Map<String, String> site = new ConcurrentHashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder = Path.of(".");
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackWeb.server();
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void newHomeIsSaidWithItsReason() throws IOException {
    sitemap("/money/rent-arrears", "/bins");
    page("/money/rent-arrears", "Rent arrears", RENT);
    page("/bins", "Bins", BINS);

    assertThat(find("--was", saved("Rent arrears", RENT), url("/advice/rent-arrears")))
        .isEqualTo(ExitCode.FINE);
    assertThat(out.toString())
        .contains("Replace with " + url("/money/rent-arrears"))
        .contains("Same name, nearly all of the old text");
  }

  @Test
  void programsAreToldInJson() throws IOException {
    sitemap("/money/rent-arrears");
    page("/money/rent-arrears", "Rent arrears", RENT);

    find("--format", "json", "--was", saved("Rent arrears", RENT), url("/advice/rent-arrears"));

    assertThat(out.toString())
        .startsWith("{\"url\":\"" + url("/advice/rent-arrears") + "\",\"outcome\":\"offer\"")
        .contains("\"with\":\"" + url("/money/rent-arrears") + "\"");
  }

  @Test
  void wherePageIsGoneThatIsSaidWithTheReason() throws IOException {
    sitemap("/bins");
    page("/bins", "Bins", BINS);

    assertThat(find("--was", saved("Rent arrears", RENT), url("/advice/rent-arrears")))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString()).contains("No new home. No page");
  }

  @Test
  void withoutThePageAsItWasNothingIsSure() throws IOException {
    sitemap("/money/rent-arrears", "/bins");
    page("/money/rent-arrears", "Rent arrears", RENT);
    String guide = "<a href='" + url("/advice/rent-arrears") + "'>Rent arrears</a>";
    Path file = folder.resolve("guide.html");
    Files.writeString(file, "<main><h1>Guide</h1><p>Read about " + guide + ".</p></main>");

    assertThat(find("--guide", file.toString(), url("/advice/rent-arrears")))
        .isEqualTo(ExitCode.PROBLEMS);
    assertThat(out.toString()).doesNotContain("Replace with");
  }

  @Test
  void pageThatIsStillThereHasNoNewHome() throws IOException {
    page("/advice/rent-arrears", "Rent arrears", RENT);

    find("--was", saved("Rent arrears", RENT), url("/advice/rent-arrears"));

    assertThat(out.toString()).contains("It is still at its address");
  }

  @Test
  void addressesOfOnePublisherAreAskedForTogether() throws IOException {
    sitemap("/bins");
    page("/bins", "Bins", BINS);

    find(url("/a"), url("/b"));

    assertThat(out.toString().lines().filter(it -> it.startsWith("http")))
        .containsExactly(url("/a"), url("/b"));
  }

  @Test
  void fileThatIsNotThereIsSaid() {
    find("--was", folder.resolve("none.html").toString(), url("/a"));

    assertThat(err.toString()).contains("none.html").contains("no such file");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThat(find("rent arrears")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'rent arrears' is no web address");
  }

  private int find(String... arguments) {
    String[] all =
        List.of(List.of("--delay", "0"), List.of(arguments)).stream()
            .flatMap(List::stream)
            .toArray(String[]::new);
    return new CommandLine(new FindCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((fault, command, _) -> said(fault, command))
        .execute(all);
  }

  private static int said(Exception fault, CommandLine command) throws Exception {
    if (fault instanceof CannotStartException) {
      command.getErr().println(fault.getMessage());
      return ExitCode.CANNOT_START;
    }
    throw fault;
  }

  private String saved(String title, String body) throws IOException {
    Path file = folder.resolve("was.html");
    Files.writeString(file, html(title, body));
    return file.toString();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void page(String path, String title, String body) {
    site.put(path, html(title, body));
  }

  private static String html(String title, String body) {
    return "<!DOCTYPE html><html lang=en><head><title>%s</title></head><body><main><h1>%s</h1>%s"
        .formatted(title, title, body);
  }

  private void sitemap(String... paths) {
    StringBuilder urls = new StringBuilder("<urlset>");
    for (String path : paths) {
      urls.append("<url><loc>").append(url(path)).append("</loc></url>");
    }
    site.put("/sitemap.xml", urls.append("</urlset>").toString());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = site.getOrDefault(path, html("Page not found", "<p>Page not found</p>"));
    byte[] bytes = body.getBytes(UTF_8);
    exchange
        .getResponseHeaders()
        .add("content-type", path.endsWith(".xml") ? "application/xml" : "text/html");
    exchange.sendResponseHeaders(site.containsKey(path) ? 200 : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
