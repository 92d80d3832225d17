package signpost.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.ingest.IngestRecord;
import signpost.record.store.Database;
import signpost.url.AddressGuard;
import signpost.web.fetch.LoneNames;
import signpost.web.fetch.LoneNames.LookupResult;
import signpost.web.politeness.OptOutList;
import signpost.web.politeness.RobotsText;

final class LineExplainerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final OptOutList LEFT_ALONE = OptOutList.of(List.of("alone.example/news"));

  @TempDir Path folder;

  private static LineExplainer offline(Optional<RobotsText> robots) {
    return new LineExplainer(
        AddressGuard.strict(), LoneNames::literal, robots, LEFT_ALONE, Optional.empty());
  }

  private static JsonNode explain(String line) throws JsonProcessingException {
    return explain(offline(Optional.empty()), line);
  }

  private static JsonNode explain(LineExplainer explainer, String line)
      throws JsonProcessingException {
    return JSON.readTree(ExplainedText.json(explainer.explain(line).join()));
  }

  private static LineExplainer resolving(String... addresses) {
    List<InetAddress> found = List.of(addresses).stream().map(InetAddress::ofLiteral).toList();
    return new LineExplainer(
        AddressGuard.strict(),
        _ -> CompletableFuture.completedFuture(new LookupResult.FoundAddresses(found)),
        Optional.empty(),
        LEFT_ALONE,
        Optional.empty());
  }

  @Test
  void aLineBecomesExactlyTheseFields() throws JsonProcessingException {
    assertThat(explain("HTTP://8.8.8.8:80/a/../b?utm_source=x#y").toString())
        .isEqualTo(
            """
            {"input":"HTTP://8.8.8.8:80/a/../b?utm_source=x#y","canonical":"http://8.8.8.8/b",\
            "guard":{"allowed":true,"reason":null,"addresses":["8.8.8.8"]},\
            "robots":{"allowed":null,"rule":null},"optOut":null}\
            """);
    assertThat(explain("nowhere").toString())
        .isEqualTo(
            """
            {"input":"nowhere","invalid":"it has no scheme such as https:",\
            "guard":{"allowed":false,"reason":"it is no URL","addresses":[]},\
            "robots":{"allowed":null,"rule":null},"optOut":null}\
            """);
  }

  @Test
  void publisherWhoAskedToBeLeftAloneIsNamedAndItsNeighboursAreNot()
      throws JsonProcessingException {
    assertThat(explain("https://www.alone.example/news/1").get("optOut").asText())
        .isEqualTo("alone.example/news");
    assertThat(explain("https://alone.example/about").get("optOut").isNull()).isTrue();
    assertThat(
            ExplainedText.text(
                offline(Optional.empty()).explain("https://alone.example/news").join()))
        .endsWith(
            " · not asked for: its publisher asked to be left alone"
                + " (alone.example/news in signpost.opt-out.hosts)");
  }

  @ParameterizedTest
  @CsvSource({
    "http://2130706433/, 127.0.0.1",
    "http://0x7f.1/, 127.0.0.1",
    "http://0177.0.0.01/, 127.0.0.1",
    "http://127.0.0.1./, 127.0.0.1",
    "http://０x7f．1/, 127.0.0.1",
    "http://%31%32%37.0.0.1/, 127.0.0.1",
    "http://[::ffff:169.254.169.254]/, 169.254.169.254",
    "http://[::ffff:7f00:1]/, 127.0.0.1",
    "http://[64:ff9b::a9fe:a9fe]/, 64:ff9b::a9fe:a9fe",
    "http://[2002:7f00:1::]/, 2002:7f00:1::",
    "http://[2001:0:a9fe:a9fe::1]/, 2001:0:a9fe:a9fe::1",
    "http://[fd00:ec2::254]/, fd00:ec2::254",
    "http://[::]/, ::",
    "http://0/, 0.0.0.0",
    "http://[::1]:80/, ::1"
  })
  void literalAddressesAreJudgedWithoutANetwork(String url, String address)
      throws JsonProcessingException {
    JsonNode guard = explain(url).get("guard");
    assertThat(guard.get("allowed").asBoolean()).isFalse();
    assertThat(guard.get("reason").asText()).contains("not a public address");
    assertThat(guard.get("addresses")).hasSize(1);
    assertThat(guard.get("addresses").get(0).asText()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a@8.8.8.8/, user name",
    "http://:b@8.8.8.8/, user name",
    "http://8.8.8.8:22/, port 22",
    "ftp://8.8.8.8/, only http and https",
    "mailto:a@b.example, only http and https",
    "http://name.example/, not looked up",
    "http://name.example:8080/, port 8080"
  })
  void refusalsSayWhy(String url, String words) throws JsonProcessingException {
    JsonNode guard = explain(url).get("guard");
    assertThat(guard.get("allowed").asBoolean()).isFalse();
    assertThat(guard.get("reason").asText()).contains(words);
  }

  @Test
  void oneBadAddressAmongGoodOnesIsEnough() throws JsonProcessingException {
    JsonNode mixed = explain(resolving("8.8.8.8", "10.0.0.1"), "http://name.example/").get("guard");
    assertThat(mixed.get("allowed").asBoolean()).isFalse();
    assertThat(mixed.get("reason").asText()).contains("10.0.0.1");
    assertThat(mixed.get("addresses")).hasSize(2);
    JsonNode good = explain(resolving("8.8.8.8"), "https://name.example/").get("guard");
    assertThat(good.get("allowed").asBoolean()).isTrue();
  }

  @Test
  void robotsRulesAreAppliedToTheWholeAddress() throws IOException {
    byte[] robots = "User-agent: signpost\nDisallow: /*?utm_\n".getBytes(StandardCharsets.UTF_8);
    LineExplainer explainer =
        offline(Optional.of(RobotsText.read(new ByteArrayInputStream(robots))));
    assertThat(explain(explainer, "https://a.example/x?utm_a=b").get("robots").toString())
        .isEqualTo("{\"allowed\":false,\"rule\":\"Disallow: /*?utm_\"}");
    assertThat(explain(explainer, "https://a.example/x").get("robots").toString())
        .isEqualTo("{\"allowed\":true,\"rule\":null}");
    assertThat(explain(explainer, "nowhere").get("robots").get("allowed").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n\nb\n", "a\r\n\r\nb", "a\n\u2028\rx\nb\n"})
  void everyLineHasItsResult(String input) throws Exception {
    assertThat(results(input).lines()).hasSize(3);
  }

  @Test
  void resultsComeInOrder() throws Exception {
    String input =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "http://n" + i + ".example/\n")
            .reduce("", String::concat);
    assertThat(results(input).lines().toList())
        .hasSize(5_000)
        .satisfies(lines ->
            assertThat(lines.get(4_321)).contains("\"canonical\":\"http://n4321.example/\""));
  }

  private static String results(String input) throws IOException, InterruptedException {
    var out = new StringWriter();
    new OrderedResults(ExplainedText::json, new PrintWriter(out))
        .write(
            new InputLines(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))),
            offline(Optional.empty()));
    return out.toString();
  }

  @Test
  void aFaultEndsTheRunInsteadOfHangingIt() {
    LineExplainer failing =
        new LineExplainer(
            AddressGuard.strict(),
            _ -> CompletableFuture.failedFuture(new IllegalStateException("broken")),
            Optional.empty(),
            LEFT_ALONE,
            Optional.empty());
    byte[] many = "http://a.example/\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    var results = new OrderedResults(ExplainedText::json, new PrintWriter(new StringWriter()));
    assertThatThrownBy(() -> results.write(new InputLines(new ByteArrayInputStream(many)), failing))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("broken");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws Exception {
    assertThat(results("\uFEFFhttp://a.example/\n")).contains("\"input\":\"http://a.example/\"");
  }

  @Test
  void anEndlessLineIsNotKeptWhole() throws IOException {
    String input = "http://a.example/" + "x".repeat(3 << 20) + "\nhttp://b.example/";
    var lines = new InputLines(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    assertThat(lines.next()).hasValueSatisfying(line -> assertThat(line).hasSize(1 << 20));
    assertThat(lines.next()).hasValue("http://b.example/");
    assertThat(lines.next()).isEmpty();
  }

  @Test
  void aStoreTellsHealthEvidenceAndWhenNextDue() throws SQLException, JsonProcessingException {
    String url = "jdbc:sqlite:" + folder.resolve("ingest.db");
    try (Database database = Database.open(IngestRecord.SCHEMA, url, "", "")) {
      database.write(handle ->
          handle.execute(
              "INSERT INTO memo (name, value) VALUES ('opt-out', 'b.example/x\na.example')"));
      database.write(handle ->
          handle.execute(
              "INSERT INTO target (url, request_url, host, kind, placed, depth, due_at, health,"
                  + " judged) VALUES ('https://a.example/', '', '', 'RESOURCE', 1, 0, 60000,"
                  + " '{\"state\":\"ok\"}', '{\"health\":{},\"failures\":[]}')"));
      database.write(handle ->
          handle.execute(
              "INSERT INTO memo (name, value) VALUES ('confirmed:g', '[{\"guide\":\"g\","
                  + "\"section\":\"S\",\"text\":\"Help\",\"url\":\"https://a.example/\","
                  + "\"fileSaid\":\"\",\"at\":\"2026-01-05T12:00:00Z\"}]')"));
      try (SqlStore store = SqlStore.open(url, "", "")) {
        LineExplainer explainer =
            new LineExplainer(
                AddressGuard.strict(),
                LoneNames::literal,
                Optional.empty(),
                OptOutList.of(store.optOuts()),
                Optional.of(store));
        JsonNode known = explain(explainer, "https://A.example#x");
        assertThat(known.get("health").toString()).isEqualTo("{\"state\":\"ok\"}");
        assertThat(known.get("evidence").toString()).isEqualTo("{\"failures\":[]}");
        assertThat(known.get("nextDue").asText()).isEqualTo("1970-01-01T00:01:00Z");
        assertThat(known.get("optOut").asText()).isEqualTo("a.example");
        JsonNode unknown = explain(explainer, "https://b.example/");
        assertThat(unknown.get("health").isNull()).isTrue();
        assertThat(unknown.get("nextDue").isNull()).isTrue();
        assertThat(unknown.get("why").isNull()).isTrue();
        assertThat(ExplainedText.text(explainer.explain("https://a.example/").join()))
            .contains("next due 1970-01-01T00:01:00Z (a guide leads to it; not seen yet)")
            .endsWith("confirmed for “Help” of guide g on 2026-01-05T12:00:00Z");
        assertThat(known.at("/confirmed/0/section").asText()).isEqualTo("S");
        assertThat(known.get("successor").isNull()).isTrue();
      }
    }
  }

  @Test
  void storeTellsWhereAPageWentThatEnded() throws SQLException, JsonProcessingException {
    String url = "jdbc:sqlite:" + folder.resolve("ended.db");
    try (Database database = Database.open(IngestRecord.SCHEMA, url, "", "")) {
      database.write(handle ->
          handle.execute(
              "INSERT INTO target (url, request_url, host, kind, placed, depth, due_at)"
                  + " VALUES ('https://a.example/', '', '', 'RESOURCE', 1, 0, 60000)"));
      database.write(handle ->
          handle.execute(
              "INSERT INTO successor (target, publisher, since, confirmed, found, tries, due_at)"
                  + " VALUES ('https://a.example/', 'a.example', 0, 1,"
                  + " '{\"outcome\":\"offer\",\"url\":\"https://a.example/new\"}', 0, 0)"));
      try (SqlStore store = SqlStore.open(url, "", "")) {
        LineExplainer explainer =
            new LineExplainer(
                AddressGuard.strict(),
                LoneNames::literal,
                Optional.empty(),
                OptOutList.of(store.optOuts()),
                Optional.of(store));
        assertThat(explain(explainer, "https://a.example/").at("/successor/url").asText())
            .isEqualTo("https://a.example/new");
        assertThat(explain(explainer, "https://a.example/").get("optOut").isNull()).isTrue();
        assertThat(ExplainedText.text(explainer.explain("https://a.example/").join()))
            .contains("where it went: {\"outcome\":\"offer\"");
      }
    }
  }
}
