package signpost.search.mcp;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.meter.PartVersion;
import signpost.search.api.FailedRequests;
import signpost.search.index.StrangersText;
import signpost.search.mcp.RpcMessage.Call;

/** What can be asked: to begin, whether we are there, which tools there are, and to use one. */
@Singleton
final class McpMethods {
  private static final Logger log = LoggerFactory.getLogger(McpMethods.class);

  private final McpTools tools;
  private final JsonMapper json;
  private final FailedRequests failed;
  private final JsonNode listed;
  private final JsonNode begun;

  McpMethods(McpTools tools, JsonMapper json, FailedRequests failed) throws IOException {
    this.tools = tools;
    this.failed = failed;
    this.json = json;
    this.listed = file(json, "tools.json");
    this.begun = file(json, "server.json");
  }

  private static JsonNode file(JsonMapper json, String name) throws IOException {
    try (InputStream file = McpMethods.class.getResourceAsStream("/signpost/search/mcp/" + name)) {
      return json.readValue(Objects.requireNonNull(file, name), Argument.of(JsonNode.class));
    }
  }

  /** The whole answer to a call; whatever goes wrong, there is one. */
  JsonNode answer(Call call) {
    try {
      return result(call)
          .map(result -> answer(call.id(), result))
          .orElseGet(() -> RpcError.unknownMethod(shown(call.method())).answer(call.id()));
    } catch (InvalidParamsException e) {
      return RpcError.invalidParams(String.valueOf(e.getMessage())).answer(call.id());
    } catch (IOException | RuntimeException e) {
      failed.failed();
      log.error("{} failed", shown(call.method()), e);
      return RpcError.failed().answer(call.id());
    }
  }

  private Optional<JsonNode> result(Call call) throws IOException {
    return switch (call.method()) {
      case "initialize" -> Optional.of(begin(call.params()));
      case "ping" -> Optional.of(JsonNode.createObjectNode(Map.of()));
      case "tools/list" -> Optional.of(listed);
      case "tools/call" -> Optional.of(json.writeValueToTree(use(call.params())));
      default -> Optional.empty();
    };
  }

  private JsonNode begin(JsonNode params) {
    Map<String, JsonNode> result = new LinkedHashMap<>();
    String version = McpVersion.agreed(text(params.get("protocolVersion"), "protocolVersion"));
    result.put("protocolVersion", JsonNode.createStringNode(version));
    Map<String, JsonNode> server = new LinkedHashMap<>();
    server.put("name", JsonNode.createStringNode("signpost"));
    server.put("title", JsonNode.createStringNode("Signpost"));
    server.put("version", JsonNode.createStringNode(PartVersion.TEXT));
    result.put("serverInfo", JsonNode.createObjectNode(server));
    begun.entries().forEach(it -> result.put(it.getKey(), it.getValue()));
    return JsonNode.createObjectNode(result);
  }

  private ToolResult use(JsonNode params) throws IOException {
    JsonNode given = params.get("arguments");
    JsonNode none = JsonNode.createObjectNode(Map.of());
    return tools.use(
        text(params.get("name"), "name"), given == null || given.isNull() ? none : given);
  }

  private static String text(@Nullable JsonNode node, String name) {
    if (node == null || !node.isString()) {
      throw new InvalidParamsException("\"" + name + "\" is a string, and must be given.");
    }
    return node.getStringValue();
  }

  private static JsonNode answer(JsonNode id, JsonNode result) {
    Map<String, JsonNode> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", JsonNode.createStringNode("2.0"));
    answer.put("id", id);
    answer.put("result", result);
    return JsonNode.createObjectNode(answer);
  }

  private static String shown(String text) {
    return StrangersText.brief(text, 60);
  }
}
