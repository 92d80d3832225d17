package signpost.ingest.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real web server whose pages a test sets; a page it does not have is a 404. */
final class Site implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Body> pages = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final Set<String> unchanging = ConcurrentHashMap.newKeySet();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  Site() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private static final Body NOT_HERE = new Body("text/plain", "not here".getBytes(UTF_8));

  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Body(String type, byte[] bytes) {}

  void page(String path, String html) {
    body(path, "text/html; charset=utf-8", html.getBytes(UTF_8));
  }

  void body(String path, String type, byte[] bytes) {
    pages.put(path, new Body(type, bytes));
  }

  void remove(String path) {
    pages.remove(path);
  }

  void redirect(String path, String to) {
    redirects.put(path, to);
  }

  /** A page that is sent once and then said to be the same. */
  void unchanging(String path, String html) {
    page(path, html);
    unchanging.add(path);
  }

  /** Asks to be left alone for a day. */
  void busy(String path) {
    busy.add(path);
  }

  /** Does not ask for it any more. */
  void ready(String path) {
    busy.remove(path);
  }

  /** Answers nothing at a path until it is released. */
  void hang(String path) {
    hanging.put(path, new CountDownLatch(1));
  }

  /** Waits until somebody waits for an answer. */
  void awaitHanging() {
    await().until(() -> waiting.get() > 0);
  }

  void release() {
    hanging.values().forEach(CountDownLatch::countDown);
    hanging.clear();
  }

  /** Paths asked for so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    CountDownLatch latch = hanging.get(path);
    if (latch != null) {
      waiting.incrementAndGet();
      awaitReleased(latch);
    }
    if (redirects.containsKey(path)) {
      exchange.getResponseHeaders().add("Location", redirects.get(path));
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    if (busy.contains(path)) {
      exchange.getResponseHeaders().add("Retry-After", "86400");
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    if (unchanging.contains(path)) {
      exchange.getResponseHeaders().add("ETag", "\"same\"");
      if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
        exchange.sendResponseHeaders(304, -1);
        exchange.close();
        return;
      }
    }
    Body body = pages.get(path);
    Body sent = body == null ? NOT_HERE : body;
    exchange.getResponseHeaders().add("Content-Type", sent.type());
    exchange.sendResponseHeaders(body == null ? 404 : 200, length(sent));
    exchange.getResponseBody().write(sent.bytes());
    exchange.close();
  }

  private static void awaitReleased(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** As the server takes it, for which 0 is "some". */
  private static long length(Body body) {
    return body.bytes().length == 0 ? -1 : body.bytes().length;
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }
}
