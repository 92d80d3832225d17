package signpost.bench.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Pages on one host and links on a host each, which remembers when each was last answered: that is
 * when a visit had all it needed.
 */
final class VisitedWeb implements AutoCloseable {
  private static final String PARAGRAPH =
      "<p>People who have lived through hardship meet services that were not made with them in mind,"
          + " and those who work there often ask what helps and what does harm.</p>\n";

  private final HttpServer server;
  private final Map<String, Long> answered = new ConcurrentHashMap<>();
  private final Set<String> gone = ConcurrentHashMap.newKeySet();

  private VisitedWeb(HttpServer server) {
    this.server = server;
  }

  static VisitedWeb start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 512);
    VisitedWeb web = new VisitedWeb(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", web::answer);
    server.start();
    return web;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String page(int number) {
    return "http://pages.localhost:%d/page/%s".formatted(port(), word(number));
  }

  String link(int number) {
    return "http://link-%d.localhost:%d/leaflet".formatted(number, port());
  }

  /** A word that stands on this page alone. */
  static String word(int number) {
    StringBuilder word = new StringBuilder("kx");
    for (int rest = number + 26 * 26; rest > 0; rest /= 26) {
      word.append((char) ('a' + rest % 26)).append('q');
    }
    return word.toString();
  }

  /** From now on the URL answers 404. */
  void remove(String url) {
    gone.add(url);
  }

  /** When the URL was last answered, by {@link System#nanoTime}. */
  Optional<Long> answeredAt(String url) {
    return Optional.ofNullable(answered.get(url));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String url =
        "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
    boolean here = !gone.contains(url) && !exchange.getRequestURI().getPath().equals("/robots.txt");
    byte[] body = (here ? html(url) : "<title>Not found</title><p>Not here.").getBytes(UTF_8);
    exchange.getResponseHeaders().add("content-type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(here ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
    answered.put(url, System.nanoTime());
  }

  private static String html(String url) {
    String word = url.substring(url.lastIndexOf('/') + 1);
    return """
    <!DOCTYPE html><html lang="en"><head><title>About %s</title></head><body>
    <nav><a href="/">Home</a></nav><main><h1>About %s</h1>
    %s</main></body></html>
    """
        .formatted(word, word, PARAGRAPH.repeat(20));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
