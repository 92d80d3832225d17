package signpost.search.mcp;

import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why a message gets no result, with the numbers of JSON-RPC 2.0. */
record RpcError(int code, String message) {

  static RpcError unreadable() {
    return new RpcError(-32700, "This is not JSON.");
  }

  static RpcError invalidRequest(String why) {
    return new RpcError(-32600, why + ".");
  }

  static RpcError unknownMethod(String method) {
    return new RpcError(-32601, "There is no method \"" + method + "\" here.");
  }

  static RpcError invalidParams(String why) {
    return new RpcError(-32602, why);
  }

  static RpcError failed() {
    return new RpcError(-32603, "Signpost could not answer. What happened is in its log.");
  }

  /** The whole answer to the message with this id. */
  JsonNode answer(JsonNode id) {
    Map<String, JsonNode> error = new LinkedHashMap<>();
    error.put("code", JsonNode.createNumberNode(code));
    error.put("message", JsonNode.createStringNode(message));
    Map<String, JsonNode> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", JsonNode.createStringNode("2.0"));
    answer.put("id", id);
    answer.put("error", JsonNode.createObjectNode(error));
    return JsonNode.createObjectNode(answer);
  }
}
