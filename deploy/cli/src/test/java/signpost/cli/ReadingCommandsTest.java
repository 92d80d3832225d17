package signpost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading one page and comparing two from the command line. */
final class ReadingCommandsTest {
  private static final String PAGE =
      """
      <html lang=en-GB><head><title>Helplines - Council</title>
      <link rel=canonical href="https://council.example/help/"></head><body><nav>Home</nav><main>
      <h1>Helplines</h1><p class=lead>Somebody to talk to, at any hour of the day.</p>
      <h2>Phone</h2><p>Call <a href=samaritans>Samaritans</a> on 116 123 for help</p></main></body></html>
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aPageIsOneLineOfJson() throws IOException {
    assertThat(run("extract", "--format", "json", file("a.html", PAGE))).isZero();
    assertThat(out.toString())
        .contains(
            "\"url\":\"https://council.example/help/\"",
            "\"outcome\":\"read\"",
            "\"title\":\"Helplines\"",
            "\"lead\":\"Somebody to talk to, at any hour of the day.\"",
            "\"language\":\"en-GB\"",
            "{\"kind\":\"heading\",\"level\":2,\"text\":\"Phone\"}",
            "{\"url\":\"https://council.example/help/samaritans\",\"text\":\"Samaritans\",\"heading\":\"Phone\"}")
        .doesNotContain("Home");
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void pageThatScriptsWriteIsSaidToNeedABrowser() throws IOException {
    String shell = "<title>Help</title><body><div id=app></div><script src=/a.js></script>";

    assertThat(run("extract", "--format", "json", file("a.html", shell))).isOne();
    assertThat(out.toString())
        .contains("\"outcome\":\"unreadable\"", "\"reason\":\"needs-browser\"", "#app is empty");
  }

  @Test
  void everyInputHasItsResultInOrderAndOneThatCannotBeReadIsAProblem() throws IOException {
    file("b.html", "");
    file("c.pdf", "<html><p>Not a PDF");
    file("d.html", "a\0b <p>Some words that can be read");
    assertThat(run("extract", "--format", "json", folder.toString(), folder + "/none")).isOne();
    assertThat(out.toString().lines().toList())
        .satisfiesExactly(
            it -> assertThat(it).contains("b.html", "\"reason\":\"empty\""),
            it -> assertThat(it).contains("c.pdf", "\"reason\":\"not-what-it-says\""),
            it -> assertThat(it).contains("d.html", "Some words that can be read"),
            it -> assertThat(it).contains("none", "\"reason\":\"missing\""));
  }

  @Test
  void aFileWithoutAnAddressIsNotTakenForAHomePage() throws IOException {
    String before = PAGE.replaceAll("<link[^>]*>", "");
    String old = file("old.html", before);
    String young = file("young.html", before.replace("at any hour", "at nearly any hour"));
    assertThat(run("diff", "--format", "json", old, young)).isOne();
    String alone = importance();
    run("diff", "--format", "json", "--url", "https://council.example/help/a", old, young);
    assertThat(importance()).isEqualTo(alone);
    run("diff", "--format", "json", "--url", "https://council.example/", old, young);
    assertThat(importance()).isNotEqualTo(alone);
  }

  private String importance() {
    String told = out.toString();
    out.getBuffer().setLength(0);
    return told.replaceAll("(?s).*\"importance\":([\\d.]+).*", "$1");
  }

  @Test
  void aHostThatIsNamedMayBePrivateAndOneItRedirectsToMayNot() throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.getResponseHeaders().add("Location", "http://127.0.0.2:9/");
          boolean moved = exchange.getRequestURI().getPath().equals("/moved");
          exchange.sendResponseHeaders(moved ? 302 : 200, PAGE.length());
          exchange.getResponseBody().write(PAGE.getBytes(UTF_8));
          exchange.close();
        });
    site.start();
    String url = "http://127.0.0.1:" + site.getAddress().getPort();
    try {
      assertThat(run("extract", url + "/", url + "/moved")).isOne();
    } finally {
      site.stop(0);
    }
    assertThat(out.toString())
        .startsWith("Helplines\n" + url)
        .contains("Signpost does not connect there");
  }

  @Test
  void aDifferenceIsToldAsAnOwnerWouldBeTold() throws IOException {
    String before = file("before.html", PAGE);
    String after = file("after.html", PAGE.replace("116 123", "0800 1111"));
    assertThat(run("diff", "--format", "json", before, after)).isOne();
    assertThat(out.toString())
        .contains(
            "\"same\":false",
            "\"kinds\":[\"contact\"]",
            "“Phone”",
            "{\"kind\":\"delete\",\"text\":\"116 123\"},{\"kind\":\"insert\",\"text\":\"0800 1111\"}");
    assertThat(run("diff", before, before)).isZero();
  }

  @Test
  void filesOfOnePageDifferInNameOnly() throws IOException {
    String page = "<title>Help</title><main><p>Read <a href='#more'>on</a>, please.</p></main>";
    String before = file("before.html", page);
    String after = file("after.html", page + "<script>nonce(1)</script>");
    assertThat(run("diff", "--format", "json", before, after)).isZero();
    assertThat(out.toString())
        .contains(
            "\"same\":true",
            "\"text\":[{\"kind\":\"equal\",\"text\":\"Read on, please.\"}]",
            "\"textBefore\":\"Read on, please.\",\"textAfter\":\"Read on, please.\"");
  }

  @Test
  void theHtmlFormSaysInWordsWhatWasTakenOutAndIsSafe() throws IOException {
    String before = file("before.html", PAGE);
    String after = file("after.html", PAGE.replace("on 116 123", "&lt;script&gt; on 116 123"));
    assertThat(run("diff", "--format", "html", before, after)).isOne();
    assertThat(out.toString())
        .contains("<ins><span class=\"heard\"> [put in: </span><bdi>&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void whatCannotBeReadStopsAComparisonWithAReason() throws IOException {
    assertThat(run("diff", file("a.html", PAGE), folder.resolve("none").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("no such file").doesNotContain("Exception");
    assertThat(run("diff", "-", "-")).isEqualTo(2);
    assertThat(run("extract", "-", "-")).isEqualTo(2);
    assertThat(err.toString()).contains("the standard input can be read only once");
    assertThat(run("extract", "--url", "council", "x")).isEqualTo(2);
    assertThat(List.of(out.toString())).containsExactly("");
  }

  @Test
  void theJsonOfAComparisonSaysWhichSideCannotBeRead() throws IOException {
    assertThat(run("diff", "--format", "json", file("a.html", PAGE), file("b.html", "")))
        .isEqualTo(3);
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .contains(
            "\"title\":\"Helplines\"",
            "\"outcome\":\"unreadable\",\"reason\":\"empty\",\"detail\":\"no bytes\"");
    assertThat(err.toString()).contains("b.html cannot be read (empty)");
  }

  @Test
  void rulesInAFolderCountAndAReadingTheyDoubtIsSaidToBeDoubtful() throws IOException {
    file("publisher-rules.yml", "- {publisher: P, hosts: [council.example], root: ['#gone']}");
    String before = file("before.html", PAGE);
    String after = file("after.html", PAGE.replace("116 123", "0800 1111"));
    for (String format : List.of("text", "html")) {
      assertThat(run("diff", "--format", format, "--rules", folder.toString(), before, after))
          .isOne();
    }
    assertThat(out.toString().lines().filter(line -> line.contains("would not believe")))
        .hasSize(4);
  }
}
