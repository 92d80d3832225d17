package signpost.search.mcp;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.search.gate.ForAnyone;
import signpost.search.mcp.RpcMessage.Call;
import signpost.search.mcp.RpcMessage.Malformed;
import signpost.search.mcp.RpcMessage.Told;

/**
 * The Streamable HTTP transport of the Model Context Protocol, without sessions and streams: each
 * message is answered as JSON. Whose pages may send one is checked for all that programs ask.
 */
@Controller("/mcp")
@ForAnyone(programs = true)
@ExecuteOn(TaskExecutors.BLOCKING)
final class McpController {
  /** As many as anybody may send in one. */
  private static final int MOST_TOGETHER = 20;

  private final McpMethods methods;
  private final JsonMapper json;

  McpController(McpMethods methods, JsonMapper json) {
    this.methods = methods;
    this.json = json;
  }

  @Post(consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
  HttpResponse<JsonNode> take(HttpRequest<?> request, @Body byte @Nullable [] body) {
    Optional<String> version = request.getHeaders().get("mcp-protocol-version", String.class);
    return read(body)
        .map(it -> answer(it, version))
        .orElseGet(() -> refused(RpcError.unreadable()));
  }

  /** Whoever only begins has agreed on no version yet. */
  private HttpResponse<JsonNode> answer(JsonNode message, Optional<String> version) {
    if (!RpcMessage.isBeginning(message)
        && version.filter(it -> !McpVersion.isKnown(it)).isPresent()) {
      return refused(
          RpcError.invalidRequest("MCP-Protocol-Version is one of " + McpVersion.known()));
    }
    boolean batches = version.filter(it -> !McpVersion.takesBatches(it)).isEmpty();
    return message.isArray() && batches ? together(message) : alone(message);
  }

  private Optional<JsonNode> read(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return Optional.empty();
    }
    try {
      JsonNode message = json.readValue(body, Argument.of(JsonNode.class));
      return Optional.of(message == null ? JsonNode.nullNode() : message);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private HttpResponse<JsonNode> alone(JsonNode message) {
    return switch (RpcMessage.of(message)) {
      case Call call -> HttpResponse.ok(methods.answer(call));
      case Told _ -> HttpResponse.accepted();
      case Malformed(JsonNode id, String why) ->
          HttpResponse.<JsonNode>badRequest(RpcError.invalidRequest(why).answer(id));
    };
  }

  private HttpResponse<JsonNode> together(JsonNode messages) {
    if (messages.size() == 0 || messages.size() > MOST_TOGETHER) {
      return refused(
          RpcError.invalidRequest("From 1 to " + MOST_TOGETHER + " messages come together"));
    }
    List<JsonNode> answers = new ArrayList<>();
    for (JsonNode message : messages.values()) {
      switch (RpcMessage.among(message)) {
        case Call call -> answers.add(methods.answer(call));
        case Told _ -> {
          // Nothing is said to it.
        }
        case Malformed(JsonNode id, String why) ->
            answers.add(RpcError.invalidRequest(why).answer(id));
      }
    }
    return answers.isEmpty()
        ? HttpResponse.accepted()
        : HttpResponse.ok(JsonNode.createArrayNode(answers));
  }

  private static HttpResponse<JsonNode> refused(RpcError error) {
    return HttpResponse.<JsonNode>badRequest(error.answer(JsonNode.nullNode()));
  }
}
