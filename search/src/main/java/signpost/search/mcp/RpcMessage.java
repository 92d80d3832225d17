package signpost.search.mcp;

import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of JSON-RPC 2.0, as it may come to a server. */
sealed interface RpcMessage {

  /** Somebody waits for an answer under this id. {@code params} is an object, if an empty one. */
  record Call(JsonNode id, String method, JsonNode params) implements RpcMessage {}

  /** A notification, or an answer to what we never ask: nobody waits. */
  record Told() implements RpcMessage {}

  /** Nothing JSON-RPC knows; the id is null where it has none that can be. */
  record Malformed(JsonNode id, String why) implements RpcMessage {}

  static RpcMessage of(JsonNode message) {
    if (!message.isObject() || !isText(message.get("jsonrpc"), "2.0")) {
      return new Malformed(JsonNode.nullNode(), "A message is an object with \"jsonrpc\": \"2.0\"");
    }
    JsonNode id = message.get("id");
    JsonNode method = message.get("method");
    if (method == null && (message.get("result") != null || message.get("error") != null)) {
      return new Told();
    }
    if (id != null && !id.isString() && !id.isNumber()) {
      return new Malformed(JsonNode.nullNode(), "\"id\" is a string or a number");
    }
    if (method == null || !method.isString()) {
      return new Malformed(id == null ? JsonNode.nullNode() : id, "\"method\" is missing");
    }
    return id == null ? new Told() : call(id, method.getStringValue(), message.get("params"));
  }

  private static RpcMessage call(JsonNode id, String method, @Nullable JsonNode params) {
    if (params == null) {
      return new Call(id, method, JsonNode.createObjectNode(Map.of()));
    }
    return params.isObject()
        ? new Call(id, method, params)
        : new Malformed(id, "\"params\" is an object");
  }

  private static boolean isText(@Nullable JsonNode node, String text) {
    return node != null && node.isString() && node.getStringValue().equals(text);
  }
}
