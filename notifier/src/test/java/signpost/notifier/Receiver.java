package signpost.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook's other end: says yes when asked, then answers what a test tells it to. */
final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private volatile Manner manner = Manner.ACCEPTS;
  private volatile boolean willing = true;

  /** How it answers. */
  enum Manner {
    ACCEPTS(204),
    FAILS(500),
    TOO_MANY(429),
    GONE(410),
    REDIRECTS(302),
    HANGS(0);

    private final int status;

    Manner(int status) {
      this.status = status;
    }
  }

  /** One request: the headers that make it a webhook, and what it said. */
  record Got(String id, String timestamp, String signature, String body, JsonNode json) {}

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  int port() {
    return server.getAddress().getPort();
  }

  void behave(Manner now) {
    manner = now;
  }

  void refuseToBeAsked() {
    willing = false;
  }

  /** Every message, whatever was answered. */
  List<Got> got() {
    return List.copyOf(got);
  }

  /** What was asked for, as it came. */
  List<String> paths() {
    return List.copyOf(paths);
  }

  private void handle(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestURI().toString());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode json = JSON.readTree(body);
    if (json.get("type").asText().equals("signpost.verification")) {
      String yes = "{\"challenge\":\"" + json.get("challenge").asText() + "\"}";
      answer(exchange, 200, willing ? yes : "{}");
      return;
    }
    got.add(
        new Got(
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            body,
            json));
    if (manner == Manner.HANGS) {
      hang();
    }
    if (manner == Manner.REDIRECTS) {
      exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest");
    }
    answer(exchange, Math.max(manner.status, 200), "");
  }

  private void hang() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.close();
  }
}
