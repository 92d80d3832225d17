package signpost.web.browser;

import java.util.ArrayList;
import java.util.List;

/**
 * How Chromium is started: without a network of its own, without anything that outlives the page.
 *
 * @see <a href="https://peter.sh/experiments/chromium-command-line-switches/">All switches</a>
 */
final class ChromiumSwitches {
  private static final List<String> ALWAYS =
      List.of(
          "--headless=new",
          "--remote-debugging-pipe",
          // What is not answered over the pipe finds no name and no proxy, loopback included.
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--proxy-server=http://nowhere.invalid:9",
          "--proxy-bypass-list=<-loopback>",
          "--webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-domain-reliability",
          "--disable-client-side-phishing-detection",
          "--disable-sync",
          "--no-pings",
          "--deny-permission-prompts",
          "--disable-extensions",
          "--disable-gpu",
          // It looks for televisions by multicast, past all that is said here.
          "--disable-features=MediaRouter,DialMediaRouteProvider,CastMediaRouteProvider",
          "--disable-breakpad",
          "--mute-audio",
          "--no-first-run",
          "--no-default-browser-check",
          "--password-store=basic",
          "--lang=en-GB",
          "--renderer-process-limit=1",
          "--js-flags=--max-old-space-size=256");

  private ChromiumSwitches() {}

  static List<String> of(BrowserSettings settings) {
    List<String> switches = new ArrayList<>(ALWAYS);
    if (!settings.sandbox()) {
      switches.add("--no-sandbox");
    }
    return switches;
  }
}
