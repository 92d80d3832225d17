package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Ingest's crawl control and the notifier's status as they describe them, over real HTTP. */
final class FakeIngest implements AutoCloseable {
  private final HttpServer server;
  private volatile boolean paused;

  private FakeIngest(HttpServer server) {
    this.server = server;
  }

  static FakeIngest start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    FakeIngest ingest = new FakeIngest(server);
    server.createContext("/", ingest::answer);
    server.start();
    return ingest;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String json =
        switch (path) {
          case "/api/status" ->
              "{\"now\":\"2026-11-22T12:00:00Z\",\"due\":2,\"leased\":1,\"unsent\":0,\"telling\":\"files\",\"kafka\":true,\"deciding\":true,\"sending\":false,\"lag\":3,\"undelivered\":1,\"problems\":[\"snap.yml: an owner has no email\"],\"nextDueAt\":\"2026-11-22T12:00:05Z\"}";
          case "/api/hosts" ->
              """
              [{"host":"https://www.gov-uk.example","targets":12,"due":1,"paused":%s,
                "nextAllowedAt":"2026-11-22T12:00:00Z","visitedAt":"2026-11-22T11:59:00Z",
                "lastOutcome":"200","pace":"{}"},
               {"host":"https://www.e-lfh.example","targets":1,"due":1,"paused":false,
                "nextAllowedAt":"2100-01-01T00:00:00Z","lastOutcome":"timed out"}]
              """
                  .formatted(paused);
          case "/api/due" ->
              """
              [{"url":"https://www.gov-uk.example/a","host":"https://www.gov-uk.example",
                "dueAt":"2026-11-22T12:00:00Z","kind":"resource","health":"ok"}]
              """;
          default -> FakeNotifier.answer(path, exchange.getRequestURI().getQuery());
        };
    paused = path.equals("/api/hosts/pause") || (paused && !path.equals("/api/hosts/resume"));
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(200, json.getBytes(UTF_8).length);
    exchange.getResponseBody().write(json.getBytes(UTF_8));
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
