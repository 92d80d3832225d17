package signpost.sample.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How a host of the sample web treats one request. */
sealed interface HostResponse {

  /**
   * An HTTP answer, sent after a while.
   *
   * @param body makes the bytes once, when they are sent
   */
  record SentResponse(
      int status, Map<String, String> headers, Supplier<byte[]> body, Duration after)
      implements HostResponse {
    public SentResponse {
      headers = Map.copyOf(headers);
    }

    SentResponse with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new SentResponse(status, more, body, after);
    }

    SentResponse after(Duration delay) {
      return new SentResponse(status, headers, body, delay);
    }
  }

  /** The connection is closed without a byte of answer. */
  record ConnectionCut() implements HostResponse {}

  static SentResponse of(int status, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new SentResponse(
        status, Map.of("Content-Type", contentType), () -> bytes, Duration.ZERO);
  }

  static SentResponse html(int status, String body) {
    return of(status, "text/html; charset=utf-8", body);
  }

  static SentResponse movedTo(String location) {
    return html(301, "<title>Moved</title><p>Moved permanently.").with("Location", location);
  }
}
