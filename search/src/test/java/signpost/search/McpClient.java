package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A client of the Model Context Protocol. */
final class McpClient {
  static final String WITH_BATCHES = "2025-03-26";
  static final String NEWEST = "2025-11-25";
  static final List<String> VERSIONS = List.of(WITH_BATCHES, "2025-06-18", NEWEST);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  McpClient(URI server) {
    this.server = server;
  }

  HttpResponse<String> send(String message, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/mcp"))
            .header("content-type", "application/json")
            .header("accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(message, UTF_8));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  JsonNode call(String method, String params) throws Exception {
    HttpResponse<String> answer =
        send(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}"
                .formatted(method, params),
            "mcp-protocol-version",
            NEWEST);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/json");
    JsonNode read = JSON.readTree(answer.body());
    assertThat(read.get("jsonrpc").asText()).isEqualTo("2.0");
    assertThat(read.get("id").asInt()).isEqualTo(7);
    return read;
  }

  JsonNode use(String tool, String arguments) throws Exception {
    return call("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
  }

  static String words(JsonNode answer) {
    return answer.at("/result/content/0/text").asText();
  }

  static int code(JsonNode answer) {
    return answer.at("/error/code").asInt();
  }
}
