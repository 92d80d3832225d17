package signpost.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import signpost.web.browser.BrowserOutcome.PageCrashed;
import signpost.web.browser.BrowserOutcome.TimedOut;
import signpost.web.browser.DevtoolsPipe.PipeEnd;
import signpost.web.browser.DevtoolsPipe.PipeReply;
import signpost.web.browser.DevtoolsPipe.PipeSilence;

/**
 * One page from its kept bytes to what it looks like. Scripts are off, and whatever it asks for
 * besides itself fails: nobody is asked.
 */
final class PictureTaking {
  /** Of the window, in pixels: what is as high as the window is as high as a screen. */
  private static final int WINDOW_HEIGHT = 768;

  private final BrowserTab tab;
  private final BrowserProcess process;
  private final PausedRequests paused;
  private final KeptPage page;
  private final Duration limit;
  private boolean begun;
  private int measured = -1;
  private int shot = -1;
  private int height;
  private @Nullable PictureOutcome ending;

  PictureTaking(
      BrowserTab tab,
      BrowserProcess process,
      PausedRequests paused,
      KeptPage page,
      Duration limit) {
    this.tab = tab;
    this.process = process;
    this.paused = paused;
    this.page = page;
    this.limit = limit;
  }

  PictureOutcome run() throws IOException, InterruptedException {
    tab.send("Emulation.setScriptExecutionDisabled", BrowserTab.empty().put("value", true));
    tab.send("Emulation.setDeviceMetricsOverride", window());
    tab.send("Page.navigate", BrowserTab.empty().put("url", page.at().href()));
    while (ending == null) {
      switch (tab.pipe().next(process.left())) {
        case PipeReply(JsonNode message) when message.has("id") -> answered(message);
        case PipeReply(JsonNode message) -> happened(message);
        case PipeSilence _ -> ending = new TimedOut(limit);
        case PipeEnd(String why) -> ending = process.ended(why);
      }
    }
    return ending;
  }

  private static ObjectNode window() {
    return BrowserTab.empty()
        .put("width", PagePicture.WIDTH)
        .put("height", WINDOW_HEIGHT)
        .put("deviceScaleFactor", 1)
        .put("mobile", false);
  }

  private void happened(JsonNode message) throws IOException {
    JsonNode event = message.path("params");
    switch (message.path("method").asText()) {
      case "Fetch.requestPaused" -> requested(event);
      case "Page.loadEventFired" -> measure();
      case "Inspector.targetCrashed" ->
          ending = new PageCrashed("the page's process died, as it does without memory");
      default -> {} // The protocol tells of much that is nothing to us.
    }
  }

  /** The empty page that was there before has loaded too. */
  private void measure() throws IOException {
    if (begun) {
      measured = tab.send("Page.getLayoutMetrics", BrowserTab.empty());
    }
  }

  /** The page itself comes from what was kept, once; it may not go elsewhere. */
  private void requested(JsonNode event) {
    String id = event.path("requestId").asText();
    boolean whole =
        event.path("resourceType").asText().equals("Document")
            && event.path("frameId").asText().equals(tab.target());
    if (!whole) {
      paused.fail(id);
    } else if (begun) {
      paused.abort(id);
    } else {
      begun = true;
      paused.fulfilKept(id, page, why -> ending = new PageCrashed("it was refused: " + why));
    }
  }

  private void answered(JsonNode message) throws IOException {
    int id = message.path("id").asInt();
    if (id != measured && id != shot) {
      paused.replied(message);
    } else if (message.has("error")) {
      ending = new PageCrashed(message.path("error").path("message").asText());
    } else if (id == measured) {
      shoot(message.path("result").path("cssContentSize"));
    } else {
      ending = PagePicture.of(message.path("result").path("data").binaryValue(), height);
    }
  }

  private void shoot(JsonNode size) throws IOException {
    height = Math.max(1, size.path("height").asInt());
    ObjectNode shooting =
        BrowserTab.empty().put("format", "png").put("captureBeyondViewport", true);
    shooting
        .putObject("clip")
        .put("x", 0)
        .put("y", 0)
        .put("width", PagePicture.WIDTH)
        .put("height", Math.min(height, PagePicture.MOST_HEIGHT))
        .put("scale", 1);
    shot = tab.send("Page.captureScreenshot", shooting);
  }
}
