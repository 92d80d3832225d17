package signpost.journey.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import signpost.local.LocalMachine;
import signpost.local.RunPlan;

/** All of Signpost on this machine, with one guide and one source on a small site of its own. */
final class SmallMachine implements AutoCloseable {
  private final HttpServer site;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final RunPlan.ListenAddresses addresses = RunPlan.ListenAddresses.free();
  private final LocalMachine machine;

  private SmallMachine(Path folder, Map<String, Object> settings) throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().getPath());
          byte[] page =
              ("<!doctype html><html lang=en><title>A leaflet</title><h1>A leaflet</h1>"
                      + "<p>Words for families who look after each other.")
                  .getBytes(UTF_8);
          boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
          exchange.getResponseHeaders().add("content-type", "text/html");
          exchange.sendResponseHeaders(robots ? 404 : 200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    machine = LocalMachine.start(plan(folder, settings), _ -> {});
  }

  static SmallMachine start(Path folder, Map<String, Object> settings) throws IOException {
    return new SmallMachine(folder, settings);
  }

  private RunPlan plan(Path folder, Map<String, Object> more) throws IOException {
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(
        catalogue.resolve("g.yaml"),
        """
        guide: {id: g, title: A guide for families, owners: [mary]}
        owners: {mary: {name: Mary, email: mary@council.test, zone: Europe/London}}
        sections: [{title: One, resources: [{text: A leaflet, url: "%1$s/leaflet", status: active}]}]
        sources: [{id: leaflets, start: "%1$s/list"}]
        """
            .formatted(origin()));
    Map<String, Object> settings = new HashMap<>();
    settings.put("signpost.catalogue", catalogue.toString());
    settings.put("signpost.contact", "https://council.test/");
    settings.put("signpost.embedding", false);
    settings.put("signpost.shadow-days", "0");
    settings.put("signpost.fetch.allow", "127.0.0.1/32:" + site.getAddress().getPort());
    settings.putAll(more);
    return new RunPlan(
        folder.resolve("data"), addresses, Optional.empty(), false, settings, Map.of());
  }

  RunPlan.ListenAddresses addresses() {
    return addresses;
  }

  /** The site that is watched. */
  String origin() {
    return "http://127.0.0.1:" + site.getAddress().getPort();
  }

  /** How often the site was asked for a path. */
  long requests(String path) {
    return requests.stream().filter(path::equals).count();
  }

  /** Sends a request as it is written here; the whole answer. */
  static String ask(int port, String request, String host, String header) throws IOException {
    String more = header.isEmpty() ? "" : header + "\r\n";
    String body = request.startsWith("POST") ? "host=x" : "";
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket
          .getOutputStream()
          .write(
              ("%s HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/x-www-form-urlencoded\r\n"
                      + "Content-Length: %d\r\nConnection: close\r\n\r\n%s")
                  .formatted(request, host, more, body.length(), body)
                  .getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Override
  public void close() {
    machine.close();
    site.stop(0);
  }
}
