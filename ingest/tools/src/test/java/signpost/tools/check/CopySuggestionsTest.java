package signpost.tools.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.LoopbackWeb;

/** An archive on loopback, and a link to a host whose name is too long for any to be there. */
final class CopySuggestionsTest {
  private static final String HOST = "https://" + "a".repeat(64) + ".example.org/";
  private static final String GONE = HOST + "rent";

  @TempDir Path folder = Path.of("");
  private final ConcurrentLinkedQueue<String> questions = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;
  private final HttpServer archive = LoopbackWeb.server();
  private String origin = "";
  private Path page = Path.of("");
  private Path known = Path.of("");
  private volatile boolean written;

  @BeforeEach
  void serve() throws Exception {
    archive.createContext(
        "/",
        exchange -> {
          written = Files.exists(known);
          questions.add(String.valueOf(exchange.getRequestURI().getQuery()));
          byte[] body =
              ("[[\"timestamp\",\"original\",\"statuscode\"],[\"20240503101112\",\""
                      + GONE
                      + "\",\"200\"]]")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    archive.start();
    origin = "http://127.0.0.1:" + archive.getAddress().getPort();
    known = folder.resolve("known.json");
    page = Files.writeString(folder.resolve("a.md"), "[Rent](" + GONE + "#who) [file](none.md)\n");
  }

  @AfterEach
  void stop() {
    archive.stop(0);
  }

  private CommandRun run(String... more) {
    return at(origin + "/cdx/search/cdx", more);
  }

  private CommandRun at(String address, String... more) {
    List<String> words = new ArrayList<>(List.of("--suggest", "--archive", address));
    words.addAll(List.of(more));
    words.add(page.toString());
    return CommandRun.of(words);
  }

  private String copy() {
    return origin + "/web/20240503101112/" + GONE;
  }

  @Test
  void ofABrokenLinkItIsSaidWhichCopyAnArchiveHas() throws Exception {
    CommandRun run = run();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("; archived copy of 3 May 2024: " + copy());
    assertThat(run.err()).isEmpty();
    assertThat(questions)
        .as("neither a file nor a place")
        .hasSize(1)
        .allMatch(it -> it.startsWith("url=" + GONE + "&"));
  }

  @Test
  void everyReportSaysIt() throws Exception {
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(run("-f", format.name()).out().replace("\\", ""))
          .as(format.name())
          .contains(copy());
    }
    JsonNode results = KeptText.JSON.readTree(run("-f", "json").out()).path("results");
    JsonNode told = results.path(0).has("archivedCopy") ? results.path(0) : results.path(1);
    assertThat(told.path("archivedCopy").asText()).isEqualTo(copy());
    assertThat(told.path("archivedAt").asText()).isEqualTo("2024-05-03T10:11:12Z");
    assertThat(run("-f", "csv").out()).contains(",perhaps_now,archived_copy\r\n");
  }

  @Test
  void nobodyIsAskedUnlessItIsWanted() {
    assertThat(CommandRun.of("--archive", origin + "/", page.toString()).out())
        .doesNotContain("archived copy");
    CommandRun none = CommandRun.of("--suggest", "--archive", "none", page.toString());
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).doesNotContain("archived copy");
    assertThat(questions).isEmpty();
  }

  @Test
  void anArchiveInTroubleIsToldInOneLineAndSpoilsNothing() throws Exception {
    status = 429;
    CommandRun run = run();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("2 broken").doesNotContain("archived copy");
    assertThat(run.err())
        .isEqualTo("The archive 127.0.0.1 answers with status 429: copies may be missing.\n");
  }

  @Test
  void whatIsKnownAlreadyIsNotAskedFor() {
    assertThat(run("--write-baseline", known.toString()).code()).isZero();
    assertThat(questions).hasSize(1);
    assertThat(written).as("first, for asking takes a while").isTrue();
    assertThat(run("--baseline", known.toString()).code()).isZero();
    assertThat(questions).hasSize(1);
  }

  @Test
  void aSiteThatIsSentAHeaderIsToldToNobody() {
    assertThat(run("--depth", "0", "--header", "Authorization: x", HOST).out()).contains(HOST);
    assertThat(questions).isEmpty();
    run("--depth", "0", HOST);
    assertThat(questions).hasSize(1);
  }

  @Test
  void anAddressInThePlaceOfALinksIsToldToNobodyNorIsItsHost() throws Exception {
    Files.writeString(page, "[a](https://a.example.org/old) [b](" + HOST + "draft)\n");
    assertThat(run("--remap", "^https://a\\.example\\.org/=" + HOST).out())
        .contains(HOST + "old", HOST + "draft");
    assertThat(questions).isEmpty();
    Files.writeString(page, "[a](" + HOST + "old) [b](" + GONE + ")\n");
    assertThat(run("--remap", "/old$=/new").out()).contains(HOST + "new");
    assertThat(questions).hasSize(1).allMatch(it -> it.startsWith("url=" + GONE + "&"));
  }

  @Test
  void whateverGoesWrongWithTheArchiveTheReportIsWritten() throws Exception {
    Path none = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    CommandRun run = at(origin.replace("http:", "https:") + "/cdx", "--ca", none.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("2 broken");
    assertThat(run.err())
        .startsWith("Suggestions are missing: ")
        .contains("ca.pem")
        .hasLineCount(1);
  }

  @Test
  void aLinkThatLeadsIntoOurNetworkIsToldToNobody() throws Exception {
    archive.createContext(
        "/gone",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    Files.writeString(page, "[x](" + origin + "/gone)\n");
    String here = "127.0.0.1/32:" + archive.getAddress().getPort();
    CommandRun run = run("--allow", here);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("404");
    assertThat(questions).noneMatch(it -> it.startsWith("url="));
  }

  @Test
  void whatIsNoAddressOfAnArchiveIsRefused() {
    for (String wrong :
        new String[] {
          "wayback", "ftp://a.example.org/", "https://me@a.example.org/", "https://a.example.org/?x"
        }) {
      CommandRun run = CommandRun.of("--archive", wrong, page.toString());
      assertThat(run.code()).as(wrong).isEqualTo(2);
      assertThat(run.err()).contains("--archive: '" + wrong + "' is neither none nor an address");
    }
  }
}
