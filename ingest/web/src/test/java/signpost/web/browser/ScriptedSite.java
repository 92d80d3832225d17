package signpost.web.browser;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchSettings;
import signpost.web.fetch.HttpFetcher;
import signpost.web.fetch.RawServer;
import signpost.web.politeness.AskedHosts;
import signpost.web.politeness.AskedHosts.HostReply.Came;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;

/** A site on loopback whose pages have scripts, and a fetcher that may dial this site alone. */
final class ScriptedSite implements AutoCloseable {
  /** What all answers to one page may have. */
  static final int BYTES = 4 << 20;

  private static final List<String> NAMES =
      List.of("www.example.org", "api.example.org", "example.com");

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final RawServer server = RawServer.running((request, out, _) -> answer(request, out));
  private final HttpFetcher http;
  private final PoliteFetcher polite;

  private record Reply(String status, String headers, String body, CountDownLatch when) {}

  /** {@code near}: sites that the fetcher may dial too. */
  ScriptedSite(ScriptedSite... near) {
    List<String> allowed =
        Stream.concat(Stream.of(this), Stream.of(near))
            .map(it -> "127.0.0.1/32:" + it.server.port())
            .toList();
    this.http = HttpFetcher.of(settings(allowed), "x@example.org", Optional.empty());
    this.polite = PoliteFetcher.of(http, PaceSettings.usual(), InstantSource.system());
    robots("");
  }

  private static FetchSettings settings(List<String> allowed) {
    FetchSettings usual = FetchSettings.usual();
    return new FetchSettings(
        Duration.ofMinutes(2),
        usual.dnsTimeout(),
        usual.connectTimeout(),
        Duration.ofMinutes(2),
        usual.maxBytes(),
        usual.maxRatio(),
        0,
        usual.maxHops(),
        usual.maxHeaderLine(),
        usual.maxHeaders(),
        NAMES.stream().map(it -> it + "=127.0.0.1").toList(),
        allowed,
        usual.ports(),
        Optional.empty());
  }

  /** What asks for what pages want, and knows of no host yet. */
  AskedHosts hosts() {
    return hosts(_ -> HostPace.fresh(Instant.EPOCH));
  }

  AskedHosts hosts(Function<String, HostPace> known) {
    return new AskedHosts(polite, InstantSource.system(), known);
  }

  /** What a visit of the page at {@code /} brings. */
  Answered answer() {
    return answered(url("/"));
  }

  /** The same by another name of this site. */
  Answered answer(String name) {
    return answered(url(name, "/"));
  }

  private Answered answered(String url) {
    return hosts().ask(FetchRequest.of(WebUrl.of(url))) instanceof Came(Answered answer)
        ? answer
        : throwing(url);
  }

  private static Answered throwing(String url) {
    throw new AssertionError(url + " did not answer");
  }

  /** An address of this site by another name, of those it has. */
  String url(String name, String path) {
    return "http://" + name + ":" + server.port() + path;
  }

  /** Says that and nothing else. */
  void status(String path, String status) {
    replies.put(path, new Reply(status, "Retry-After: 60", "", new CountDownLatch(0)));
  }

  BrowserOutcome render(Duration timeout, long memory) {
    return render(answer(), timeout, memory);
  }

  BrowserOutcome render(Answered answer, Duration timeout, long memory) {
    return render(answer, timeout, memory, hosts());
  }

  BrowserOutcome render(Answered answer, Duration timeout, long memory, AskedHosts hosts) {
    return new PageBrowser(settings(timeout, memory)).render(answer, hosts);
  }

  BrowserSettings settings(Duration timeout, long memory) {
    return new BrowserSettings(BrowserSettings.DEBIAN, false, timeout, memory, 100, BYTES);
  }

  void page(String body) {
    html("/", body);
  }

  void html(String path, String body) {
    answering(
        path,
        "Content-Type: text/html; charset=utf-8",
        "<!DOCTYPE html><html><head><title>Page</title></head><body>" + body + "</body></html>");
  }

  void script(String path, String script) {
    answering(path, "Content-Type: text/javascript", script);
  }

  void json(String path, String json) {
    answering(path, "Content-Type: application/json", json);
  }

  void robots(String text) {
    answering("/robots.txt", "Content-Type: text/plain", text);
  }

  void answering(String path, String headers, String body) {
    replies.put(path, new Reply("200 OK", headers, body, new CountDownLatch(0)));
  }

  /** Answers no sooner than it is let. */
  void answering(String path, CountDownLatch when) {
    replies.put(path, new Reply("200 OK", "Content-Type: application/json", "{}", when));
  }

  void redirect(String path, String to) {
    replies.put(path, new Reply("302 Found", "Location: " + to, "", new CountDownLatch(0)));
  }

  String url(String path) {
    return server.url(path);
  }

  /** The heads of the requests for one path. */
  List<String> asked(String path) {
    return server.requests().stream().filter(it -> it.startsWith("GET " + path + " ")).toList();
  }

  /** Whoever has connected, whatever they said. */
  int connections() {
    return server.requests().size();
  }

  private void answer(String request, OutputStream out) throws Exception {
    String path = request.split(" ", 3)[1];
    Reply reply = replies.get(path);
    if (reply == null) {
      out.write(
          "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      return;
    }
    reply.when().await();
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + reply.status()
            + "\r\n"
            + reply.headers()
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(body);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
