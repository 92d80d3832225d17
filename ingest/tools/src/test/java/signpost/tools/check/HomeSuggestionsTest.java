package signpost.tools.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.LoopbackWeb;

/** A site on loopback from which a page moved without a word. */
final class HomeSuggestionsTest {
  @Test
  void ofAPageThatIsGoneItIsSaidWhereItMayBe(@TempDir Path folder) throws Exception {
    HttpServer site = LoopbackWeb.server();
    String origin = "http://127.0.0.1:" + site.getAddress().getPort();
    Map<String, String> pages =
        Map.of(
            "/sitemap.xml",
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
                + origin
                + "/money/rent-arrears</loc></url></urlset>",
            "/money/rent-arrears",
            "<!doctype html><title>Rent arrears</title><h1>Rent arrears</h1><p>If you owe rent,"
                + " write to your landlord before the next payment falls due.");
    site.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] body = pages.getOrDefault(path, "none").getBytes(UTF_8);
          exchange
              .getResponseHeaders()
              .add("content-type", path.endsWith(".xml") ? "application/xml" : "text/html");
          exchange.sendResponseHeaders(pages.containsKey(path) ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    site.start();
    try {
      Path page =
          Files.writeString(
              folder.resolve("guide.md"), "[Rent arrears](" + origin + "/advice/rent-arrears)\n");
      String here = "127.0.0.1/32:" + site.getAddress().getPort();

      CommandRun run = CommandRun.of("--suggest", "--allow", here, page.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("; perhaps now " + origin + "/money/rent-arrears");
      CommandRun json = CommandRun.of("--suggest", "-f", "json", "--allow", here, page.toString());
      assertThat(json.code()).isEqualTo(1);
      assertThat(json.out()).contains("\"perhapsNow\" : \"" + origin + "/money/rent-arrears\"");
    } finally {
      site.stop(0);
    }
  }
}
