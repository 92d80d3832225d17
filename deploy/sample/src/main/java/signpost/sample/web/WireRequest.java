package signpost.sample.web;

import java.util.Map;
import java.util.Optional;

/**
 * One request as it came over the wire.
 *
 * @param host the Host header without its port, in lower case
 * @param path as sent, still percent-encoded, without the query
 * @param headers by lower-case name
 */
record WireRequest(
    String method, String host, String path, Map<String, String> headers, boolean stays) {
  WireRequest {
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  boolean wantsBody() {
    return !method.equals("HEAD");
  }
}
