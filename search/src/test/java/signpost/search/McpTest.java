package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.search.McpClient.NEWEST;
import static signpost.search.McpClient.VERSIONS;
import static signpost.search.McpClient.WITH_BATCHES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a client of the Model Context Protocol says, and what it hears. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class McpTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningSearch search;
  private final McpClient mcp;

  McpTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
    mcp = new McpClient(search.address());
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
  }

  @AfterAll
  void stop() {
    search.close();
  }

  @Test
  void clientBeginsInAnyVersion() throws Exception {
    for (String version : VERSIONS) {
      JsonNode begun =
          mcp.call(
              "initialize",
              """
              {"protocolVersion":"%s","capabilities":{},"clientInfo":{"name":"t","version":"1"}}\
              """
                  .formatted(version));
      assertThat(begun.at("/result/protocolVersion").asText()).isEqualTo(version);
      assertThat(begun.at("/result/serverInfo/name").asText()).isEqualTo("signpost");
      assertThat(begun.at("/result/serverInfo/version").asText()).isNotBlank();
      assertThat(begun.at("/result/capabilities/tools").isObject()).isTrue();
      assertThat(begun.at("/result/instructions").asText()).contains("never recommend");
    }
    assertThat(
            mcp.call("initialize", "{\"protocolVersion\":\"2099-01-01\"}")
                .at("/result/protocolVersion")
                .asText())
        .isEqualTo(NEWEST);
    assertThat(mcp.call("ping", "{}").get("result")).isEmpty();
    HttpResponse<String> told =
        mcp.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    assertThat(told.statusCode()).isEqualTo(202);
    assertThat(told.body()).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedByNumber() throws Exception {
    assertThat(McpClient.code(mcp.call("resources/list", "{}"))).isEqualTo(-32601);
    assertThat(McpClient.code(mcp.call("tools/call", "{}"))).isEqualTo(-32602);
    assertThat(McpClient.code(mcp.call("initialize", "{}"))).isEqualTo(-32602);
    assertThat(McpClient.code(mcp.use("delete", "{}"))).isEqualTo(-32602);
    assertThat(McpClient.code(mcp.use("search", "[]"))).isEqualTo(-32602);
    assertThat(McpClient.code(mcp.use("delete", "{\"q\":{}}"))).isEqualTo(-32602);
  }

  @Test
  void whatIsNoMessageIsRefused() throws Exception {
    for (String broken : List.of("", "{", "nonsense", "[".repeat(20_000))) {
      HttpResponse<String> answer = mcp.send(broken);
      assertThat(answer.statusCode()).as(broken + answer.body()).isEqualTo(400);
    }
    assertThat(mcp.send("{").body()).contains("-32700");
    for (String wrong :
        List.of(
            "null",
            "1",
            "\"ping\"",
            "{}",
            "[]",
            "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":2}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}")) {
      HttpResponse<String> answer = mcp.send(wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(McpClient.code(JSON.readTree(answer.body()))).as(wrong).isEqualTo(-32600);
    }
    assertThat(mcp.send("\"" + "a".repeat(70_000) + "\"").statusCode()).isEqualTo(413);
  }

  @Test
  void batchesAreTakenInTheVersionThatHasThem() throws Exception {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"ping\"}";
    String told = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}";
    String batch = "[" + ping.formatted("a") + "," + told + "," + ping.formatted("b") + "]";

    JsonNode answers = JSON.readTree(mcp.send(batch, "mcp-protocol-version", WITH_BATCHES).body());
    assertThat(answers.findValuesAsText("id")).containsExactly("a", "b");
    assertThat(mcp.send("[" + told + "]").statusCode()).isEqualTo(202);
    assertThat(mcp.send(batch, "mcp-protocol-version", NEWEST).statusCode()).isEqualTo(400);
    String begin = "[{\"jsonrpc\":\"2.0\",\"id\":\"c\",\"method\":\"initialize\",\"params\":{}}]";
    assertThat(McpClient.code(JSON.readTree(mcp.send(begin).body()).get(0))).isEqualTo(-32600);
    String many = "[" + (told + ",").repeat(20) + told + "]";
    assertThat(mcp.send(many).statusCode()).isEqualTo(400);
  }

  @Test
  void versionNobodyKnowsIsRefused() throws Exception {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    assertThat(mcp.send(ping, "mcp-protocol-version", "2024-11-05").statusCode()).isEqualTo(400);
    assertThat(mcp.send(ping).statusCode()).isEqualTo(200);
    for (String version : VERSIONS) {
      assertThat(mcp.send(ping, "mcp-protocol-version", version).statusCode()).isEqualTo(200);
    }
    assertThat(mcp.send("{", "mcp-protocol-version", "2024-11-05").body()).contains("-32700");
  }

  @Test
  void whoeverBeginsInAVersionNobodyKnowsIsOfferedOurs() throws Exception {
    for (String version : List.of("2024-11-05", "2099-01-01")) {
      HttpResponse<String> begun =
          mcp.send(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"%s\"}}"
                  .formatted(version),
              "mcp-protocol-version",
              version);
      assertThat(begun.statusCode()).isEqualTo(200);
      assertThat(JSON.readTree(begun.body()).at("/result/protocolVersion").asText())
          .isEqualTo(NEWEST);
    }
  }

  @Test
  void onlyPagesOfOursSendMessages() throws Exception {
    RawHttp http = new RawHttp(search.address());
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    HttpResponse<String> evil = mcp.send(ping, "origin", "https://evil.example");
    assertThat(evil.statusCode()).isEqualTo(403);
    assertThat(evil.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(evil.body()).contains("A page of another site may not send this.");
    assertThat(mcp.send(ping, "origin", "null").statusCode()).isEqualTo(403);
    assertThat(mcp.send(ping, "origin", search.address().toString()).statusCode()).isEqualTo(200);
    int port = search.address().getPort();
    assertThat( // a stranger's name that leads here
            http.post(
                    "/mcp",
                    ping,
                    "Host: evil.example:" + port,
                    "Origin: http://evil.example:" + port,
                    "Sec-Fetch-Site: same-origin")
                .status())
        .isEqualTo(403);
  }

  @Test
  void thereIsNoStreamAndNoSession() throws Exception {
    for (String method : List.of("GET", "DELETE")) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(search.address() + "/mcp"))
                      .header("accept", "text/event-stream")
                      .method(method, HttpRequest.BodyPublishers.noBody())
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.headers().firstValue("allow")).hasValue("POST");
      assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
  }
}
