package signpost.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.browser.BrowserOutcome.LedAway;
import signpost.web.browser.BrowserOutcome.LedToNothing;
import signpost.web.browser.BrowserOutcome.PageCrashed;
import signpost.web.browser.BrowserOutcome.RenderedPage;
import signpost.web.browser.BrowserOutcome.TimedOut;
import signpost.web.browser.BrowserOutcome.TooBig;
import signpost.web.browser.DevtoolsPipe.PipeEnd;
import signpost.web.browser.DevtoolsPipe.PipeReply;
import signpost.web.browser.DevtoolsPipe.PipeSilence;
import signpost.web.extract.HtmlBounds;
import signpost.web.fetch.FetchOutcome.Answered;

/**
 * One page from its bytes to what its scripts make of it. When it has loaded, five seconds of the
 * page's own time are let pass as fast as its work allows, so that what is read does not depend on
 * how fast this machine is; a page that is not quiet by then is read as it stands, in doubt.
 */
final class PageRendering {
  private static final int OWN_TIME_MILLIS = 5_000;

  /** A page may be sent on to its language, or to where it lives now, and then be there. */
  private static final int MOST_LEADS = 3;

  /** Of the time there is: then it is read as it stands. */
  private static final double PATIENCE = 0.7;

  private final BrowserTab tab;
  private final BrowserProcess process;
  private final PageRequests requests;
  private final PageLosses losses;
  private final PausedRequests paused;
  private final Answered page;
  private final BrowserSettings settings;
  private boolean begun;
  private boolean leading;
  private int leads;
  private int document = -1;
  private int html = -1;
  private Optional<String> doubt = Optional.empty();
  private WebUrl at;
  private @Nullable BrowserOutcome ending;

  PageRendering(
      BrowserTab tab,
      BrowserProcess process,
      PageRequests requests,
      PageLosses losses,
      PausedRequests paused,
      Answered page,
      BrowserSettings settings) {
    this.tab = tab;
    this.process = process;
    this.requests = requests;
    this.losses = losses;
    this.paused = paused;
    this.page = page;
    this.settings = settings;
    this.at = page.finalUrl();
  }

  BrowserOutcome run() throws IOException, InterruptedException {
    Duration kept = settings.timeout().minus(patience());
    // Events are held in a queue of bounded length: from here on they are read without a pause.
    tab.pipe().send("Target.setDiscoverTargets", BrowserTab.empty().put("discover", true));
    tab.send("Page.navigate", BrowserTab.empty().put("url", page.finalUrl().href()));
    while (ending == null) {
      boolean asked = document >= 0;
      Duration wait = asked ? process.left() : process.left().minus(kept);
      switch (tab.pipe().next(wait)) {
        case PipeReply(JsonNode message) when message.has("id") -> answered(message);
        case PipeReply(JsonNode message) -> happened(message);
        case PipeSilence _ when asked -> ending = new TimedOut(settings.timeout());
        case PipeSilence _ -> {
          doubt = Optional.of("it was still busy after " + patience().toMillis() / 1000.0 + " s");
          ask();
        }
        case PipeEnd(String why) -> ending = process.ended(why);
      }
    }
    losses.throwIfFailed();
    return ending;
  }

  private Duration patience() {
    return Duration.ofNanos((long) (settings.timeout().toNanos() * PATIENCE));
  }

  private void ask() throws IOException {
    document = tab.send("DOM.getDocument", BrowserTab.empty().put("depth", 0));
  }

  private void answered(JsonNode message) throws IOException {
    int id = message.path("id").asInt();
    JsonNode result = message.path("result");
    if (id == document && result.has("root")) {
      at =
          WebUrl.parse(result.path("root").path("documentURL").asText())
              .filter(WebUrl::web)
              .orElse(at);
      html =
          tab.send(
              "DOM.getOuterHTML",
              BrowserTab.empty()
                  .put("nodeId", result.path("root").path("nodeId").asInt())
                  .put("includeShadowDOM", true));
    } else if (id == html && result.has("outerHTML")) {
      ending = written(result.path("outerHTML").asText());
    } else if (id == document || id == html) {
      ask(); // Its scripts have changed it in the meantime.
    } else {
      paused.replied(message);
    }
  }

  private BrowserOutcome written(String outerHtml) {
    Optional<String> lost = losses.lostLead();
    if (lost.isPresent()) {
      return new LedToNothing(at, lost.get());
    }
    return HtmlBounds.exceeded(outerHtml)
        .<BrowserOutcome>map(much -> new TooBig(much))
        .orElseGet(() ->
            new RenderedPage(
                at, RenderedHtml.of(outerHtml), doubt.or(losses::missing), losses.denied()));
  }

  private void happened(JsonNode message) throws IOException {
    JsonNode event = message.path("params");
    switch (message.path("method").asText()) {
      case "Fetch.requestPaused" -> requested(event);
      case "Page.loadEventFired" -> loaded();
      case "Emulation.virtualTimeBudgetExpired" -> {
        if (!leading && document < 0) {
          ask();
        }
      }
      case "Page.windowOpen" -> losses.deny(DeniedAct.WINDOW);
      case "Target.targetCreated" -> close(event.path("targetInfo"));
      case "Browser.downloadWillBegin" -> losses.deny(DeniedAct.DOWNLOAD);
      case "Page.javascriptDialogOpening" -> {
        losses.deny(DeniedAct.DIALOG);
        tab.send("Page.handleJavaScriptDialog", BrowserTab.empty().put("accept", false));
      }
      case "DeviceAccess.deviceRequestPrompted" -> {
        losses.deny(DeniedAct.DEVICE);
        tab.send(
            "DeviceAccess.cancelPrompt", BrowserTab.empty().put("id", event.path("id").asText()));
      }
      case "Runtime.bindingCalled" -> losses.deny(refused(event.path("payload").asText()));
      case "Inspector.targetCrashed" ->
          ending = new PageCrashed("the page's process died, as it does without memory");
      default -> {} // The protocol tells of much that is nothing to us.
    }
  }

  private static DeniedAct refused(String payload) {
    return switch (payload) {
      case "WORKER" -> DeniedAct.WORKER;
      case "DOWNLOAD" -> DeniedAct.DOWNLOAD;
      default -> DeniedAct.DEVICE;
    };
  }

  private void close(JsonNode other) throws IOException {
    if (other.path("type").asText().equals("page") && other.has("openerId")) {
      losses.deny(DeniedAct.WINDOW);
      tab.pipe()
          .send(
              "Target.closeTarget",
              BrowserTab.empty().put("targetId", other.path("targetId").asText()));
    }
  }

  private void loaded() throws IOException {
    leading = false;
    tab.send(
        "Emulation.setVirtualTimePolicy",
        BrowserTab.empty()
            .put("policy", "pauseIfNetworkFetchesPending")
            .put("budget", OWN_TIME_MILLIS));
  }

  private void requested(JsonNode event) {
    String id = event.path("requestId").asText();
    if (!event.path("resourceType").asText().equals("Document")) {
      requests.answer(event);
    } else if (!event.path("frameId").asText().equals(tab.target())) {
      paused.fail(id); // What stands in a frame is no part of this page.
    } else if (begun) {
      lead(id, event.path("request"));
    } else {
      begun = true;
      paused.fulfilPage(id, page, losses::loseLead);
    }
  }

  /** Its scripts go elsewhere: on the same host they are followed a little. */
  private void lead(String id, JsonNode request) {
    WebUrl to =
        WebUrl.parse(request.path("url").asText()).filter(WebUrl::web).orElse(page.finalUrl());
    leads++;
    boolean near = to.host().equals(page.finalUrl().host());
    if (near && leads <= MOST_LEADS && request.path("method").asText().equals("GET")) {
      leading = true;
      requests.lead(id, to.withoutFragment());
    } else {
      paused.abort(id);
      ending = new LedAway(to);
    }
  }
}
