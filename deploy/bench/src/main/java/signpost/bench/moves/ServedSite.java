package signpost.bench.moves;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import signpost.url.WebUrl;

/** A site of static files on loopback that counts what it is asked; 404 for all that is no file. */
final class ServedSite implements AutoCloseable {
  private static final byte[] MISSING =
      "<!DOCTYPE html><title>Page not found</title><h1>Page not found</h1>".getBytes(UTF_8);
  private static final String SITEMAP = "/sitemap.xml";

  private final HttpServer server;
  private final List<Path> folders;
  private final boolean withSitemap;
  private final AtomicInteger requests = new AtomicInteger();

  private ServedSite(HttpServer server, List<Path> folders, boolean withSitemap) {
    this.server = server;
    this.folders = folders;
    this.withSitemap = withSitemap;
  }

  /** Serves the first of the folders that has a file. */
  static ServedSite of(List<Path> folders, boolean withSitemap) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 512);
    var site = new ServedSite(server, folders, withSitemap);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", site::answer);
    server.start();
    return site;
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  WebUrl url(String path) {
    return WebUrl.of(base() + path);
  }

  /** How often it was asked since it was last asked this. */
  int requests() {
    return requests.getAndSet(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String path = exchange.getRequestURI().getPath();
    Optional<Path> file = file(path);
    byte[] body = file.isPresent() ? body(path, file.get()) : MISSING;
    exchange
        .getResponseHeaders()
        .add(
            "content-type", path.endsWith(".xml") ? "application/xml" : "text/html; charset=utf-8");
    exchange.sendResponseHeaders(file.isPresent() ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private byte[] body(String path, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return path.equals(SITEMAP)
        ? new String(bytes, UTF_8).replace("{BASE}", base()).getBytes(UTF_8)
        : bytes;
  }

  private Optional<Path> file(String path) {
    if (path.equals(SITEMAP) && !withSitemap) {
      return Optional.empty();
    }
    String name = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
    return folders.stream()
        .map(folder -> folder.resolve(name).normalize())
        .filter(file -> folders.stream().anyMatch(file::startsWith) && Files.isRegularFile(file))
        .findFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
