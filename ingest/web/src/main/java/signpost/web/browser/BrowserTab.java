package signpost.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import signpost.web.browser.DevtoolsPipe.PipeEnd;
import signpost.web.browser.DevtoolsPipe.PipeReply;
import signpost.web.browser.DevtoolsPipe.PipeSilence;

/**
 * The one page of a browser, opened empty, with nothing kept on disk and every door shut before it
 * goes anywhere.
 *
 * @param target as the protocol calls the page, and its main frame too
 * @param session by which it is spoken to
 */
record BrowserTab(DevtoolsPipe pipe, String target, String session) {
  /** The name by which the script in each frame says what it has refused; it takes it away. */
  static final String BINDING = "signpostDenied";

  private static final String SCRIPT = script();

  /**
   * Opens it.
   *
   * @param left the time there is
   * @throws IOException if the browser ends, refuses or is late
   */
  static BrowserTab open(DevtoolsPipe pipe, Supplier<Duration> left)
      throws IOException, InterruptedException {
    var asked = new TabOpening(pipe, left, "");
    // A context of its own keeps what pages store in memory, within the limit.
    String context = asked.text("Target.createBrowserContext", empty(), "browserContextId");
    asked.done(
        "Browser.setDownloadBehavior",
        empty()
            .put("behavior", "deny")
            .put("browserContextId", context)
            .put("eventsEnabled", true));
    String target =
        asked.text(
            "Target.createTarget",
            empty().put("url", "about:blank").put("browserContextId", context),
            "targetId");
    String session =
        asked.text(
            "Target.attachToTarget",
            empty().put("targetId", target).put("flatten", true),
            "sessionId");
    shutDoors(new TabOpening(pipe, left, session));
    return new BrowserTab(pipe, target, session);
  }

  /** Each is waited for: what comes after the page has gone elsewhere does not count for it. */
  private static void shutDoors(TabOpening asked) throws IOException, InterruptedException {
    ObjectNode all = empty();
    all.putArray("patterns").addObject().put("urlPattern", "*");
    asked.done("Fetch.enable", all);
    // Whatever else a page starts waits for somebody to let it begin, and nobody does.
    asked.done(
        "Target.setAutoAttach",
        empty().put("autoAttach", true).put("waitForDebuggerOnStart", true).put("flatten", true));
    asked.done("Page.enable", empty());
    asked.done("Inspector.enable", empty());
    asked.done("DeviceAccess.enable", empty());
    asked.done("Runtime.enable", empty());
    asked.done("Runtime.addBinding", empty().put("name", BINDING));
    asked.done("Page.addScriptToEvaluateOnNewDocument", empty().put("source", SCRIPT));
  }

  /** Sends a command to the page; its id. */
  int send(String method, ObjectNode parameters) throws IOException {
    return pipe.send(method, parameters, session);
  }

  static ObjectNode empty() {
    return DevtoolsPipe.JSON.createObjectNode();
  }

  private static String script() {
    try (InputStream script = BrowserTab.class.getResourceAsStream("denied.js")) {
      if (script == null) {
        throw new IllegalStateException("denied.js is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commands whose answers are waited for; no page runs yet, so that events tell nothing. */
  private record TabOpening(DevtoolsPipe pipe, Supplier<Duration> left, String session) {
    private String text(String method, ObjectNode parameters, String field)
        throws IOException, InterruptedException {
      return done(method, parameters).path(field).asText();
    }

    private JsonNode done(String method, ObjectNode parameters)
        throws IOException, InterruptedException {
      int id =
          session.isEmpty()
              ? pipe.send(method, parameters)
              : pipe.send(method, parameters, session);
      while (true) {
        switch (pipe.next(left.get())) {
          case PipeReply(JsonNode json) when json.path("id").asInt() == id -> {
            if (json.has("error")) {
              throw new IOException(method + ": " + json.path("error").path("message").asText());
            }
            return json.path("result");
          }
          case PipeReply _ -> {}
          case PipeSilence _ -> throw new IOException("it did not start in time");
          case PipeEnd(String why) -> throw new IOException(why);
        }
      }
    }
  }
}
