package signpost.search.mcp;

import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
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

  /** Whether a message begins a conversation, in which no version is agreed on yet. */
  static boolean isBeginning(JsonNode message) {
    return message.isObject() && isText(message.get("method"), "initialize");
  }

  /** One of several that came together, among which none may begin. */
  static RpcMessage among(JsonNode message) {
    return switch (of(message)) {
      case Call(JsonNode id, var _, var _) when isBeginning(message) ->
          new Malformed(id, "\"initialize\" comes alone");
      case RpcMessage other -> other;
    };
  }

  static RpcMessage of(JsonNode message) {
    if (!message.isObject() || !isText(message.get("jsonrpc"), "2.0")) {
      return new Malformed(JsonNode.nullNode(), "A message is an object with \"jsonrpc\": \"2.0\"");
    }
    JsonNode id = message.get("id");
    JsonNode method = message.get("method");
    if (method == null && (message.get("result") != null || message.get("error") != null)) {
      return new Told();
    }
    if (id != null && !id.isString() && !isWhole(id)) {
      return new Malformed(JsonNode.nullNode(), "\"id\" is a string or a whole number");
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

  private static boolean isWhole(JsonNode node) {
    return node.isNumber()
        && switch (node.getNumberValue()) {
          case Integer _, Long _, BigInteger _ -> true;
          case Number _ -> false;
        };
  }

  private static boolean isText(@Nullable JsonNode node, String text) {
    return node != null && node.isString() && node.getStringValue().equals(text);
  }
}
