package signpost.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;

/**
 * The requests that Chromium holds back until it is told what came of them. An answer that it will
 * not take fails its request: none stays held.
 */
final class PausedRequests {
  /** What decides how a page may use an answer. Cookies are not among it: none are kept. */
  private static final List<String> PASSED =
      List.of(
          "access-control-allow-origin",
          "access-control-allow-credentials",
          "access-control-expose-headers",
          "content-language",
          "content-security-policy",
          "content-type",
          "cross-origin-resource-policy",
          "x-content-type-options");

  private static final String PHRASE = "Answered";
  private static final List<String> PAGES = List.of("text/html", "application/xhtml+xml");

  private final DevtoolsPipe pipe;
  private final String session;
  private final Map<Integer, GivenAnswer> given = new ConcurrentHashMap<>();

  /** An answer by the command that gave it, until Chromium has said that it takes it. */
  private record GivenAnswer(String id, Consumer<String> refused) {}

  PausedRequests(DevtoolsPipe pipe, String session) {
    this.pipe = pipe;
    this.session = session;
  }

  /** {@code refused}: told why, where Chromium does not take the answer. */
  void fulfil(String id, Answered answer, Consumer<String> refused) {
    fulfil(id, answer.status(), passed(answer.headers()), answer.body().bytes(), refused);
  }

  /** As HTML, which is what it was read as; a page for which that is wrong starts a download. */
  void fulfilPage(String id, Answered answer, Consumer<String> refused) {
    ArrayNode headers = passed(answer.headers());
    if (!isPage(answer.headers().first("content-type").orElse(""))) {
      header(headers, "content-type", "text/html");
    }
    fulfil(id, 200, headers, answer.body().bytes(), refused);
  }

  /** What is called no page is shown as HTML all the same. */
  void fulfilKept(String id, KeptPage page, Consumer<String> refused) {
    ArrayNode headers = DevtoolsPipe.JSON.createArrayNode();
    header(headers, "content-type", isPage(page.type()) ? page.type() : "text/html");
    fulfil(id, 200, headers, page.body().bytes(), refused);
  }

  private static boolean isPage(String type) {
    return PAGES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
  }

  void fulfilEmpty(String id, String contentType) {
    ArrayNode headers = DevtoolsPipe.JSON.createArrayNode();
    header(headers, "content-type", contentType);
    header(headers, "access-control-allow-origin", "*");
    fulfil(id, 200, headers, new byte[0], _ -> {});
  }

  void redirect(String id, WebUrl to, Consumer<String> refused) {
    ArrayNode headers = DevtoolsPipe.JSON.createArrayNode();
    header(headers, "location", to.href());
    header(headers, "access-control-allow-origin", "*");
    fulfil(id, 302, headers, new byte[0], refused);
  }

  /** As if a filter of the reader's had stopped it. */
  void fail(String id) {
    fail(id, "BlockedByClient");
  }

  /** As if the reader had stopped it: the page that is there stays. */
  void abort(String id) {
    fail(id, "Aborted");
  }

  /** What Chromium says to a command. */
  void replied(JsonNode reply) {
    GivenAnswer answer = given.remove(reply.path("id").asInt());
    if (answer != null && reply.has("error")) {
      answer.refused().accept(reply.path("error").path("message").asText());
      fail(answer.id());
    }
  }

  private void fail(String id, String reason) {
    send("Fetch.failRequest", parameters(id).put("errorReason", reason), _ -> {});
  }

  private void fulfil(
      String id, int status, ArrayNode headers, byte[] body, Consumer<String> refused) {
    ObjectNode parameters = parameters(id).put("responseCode", status);
    parameters.put("responsePhrase", PHRASE); // It knows few numbers by itself.
    parameters.set("responseHeaders", headers);
    send(
        "Fetch.fulfillRequest",
        parameters.put("body", Base64.getEncoder().encodeToString(body)),
        command -> given.put(command, new GivenAnswer(id, refused)));
  }

  private static ObjectNode parameters(String id) {
    return DevtoolsPipe.JSON.createObjectNode().put("requestId", id);
  }

  private static ArrayNode passed(Headers headers) {
    ArrayNode passed = DevtoolsPipe.JSON.createArrayNode();
    for (String name : PASSED) {
      headers.all(name).forEach(value -> header(passed, name, value));
    }
    return passed;
  }

  private static void header(ArrayNode headers, String name, String value) {
    headers.addObject().put("name", name).put("value", value);
  }

  private void send(String method, ObjectNode parameters, IntConsumer before) {
    try {
      pipe.send(method, parameters, session, before);
    } catch (IOException _) {
      // The browser is gone, as whoever reads the pipe will see.
    }
  }
}
