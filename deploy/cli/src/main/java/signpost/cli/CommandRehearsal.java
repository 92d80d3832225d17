package signpost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Does once what the commands that are over soon do, at a small site of its own on loopback, while
 * the JVM writes down which classes that takes: they start in half the time from then on.
 */
public final class CommandRehearsal {
  private static final int PAGES = 400;
  private static final int LINKS = 40;

  private CommandRehearsal() {}

  /** Ends with 0 when all was rehearsed. */
  public static void main(String[] arguments) throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    site.createContext("/", CommandRehearsal::answer);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      site.setExecutor(threads);
      site.start();
      String url = "http://127.0.0.1:" + site.getAddress().getPort() + "/0.html";
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      int code = Main.run(nowhere, nowhere, "check", "--depth", "all", url);
      Main.run(nowhere, nowhere, "check", "--format", "json", url);
      Main.run(nowhere, nowhere, "explain", "--no-resolve", url);
      Main.run(nowhere, nowhere, "extract", "--format", "json", url);
      Main.run(nowhere, nowhere, "diff", url, url.replace("/0", "/1"));
      site.stop(0);
      System.exit(code);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().replaceAll("\\D", "");
    byte[] page = name.isEmpty() ? new byte[0] : page(Integer.parseInt(name)).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
    try (var body = exchange.getResponseBody()) {
      body.write(page);
    }
  }

  private static String page(int number) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Page ")
            .append(number)
            .append("</title><style>p{color:#000}</style></head><body><h1 id=top>Page</h1>");
    for (int link = 1; link <= LINKS; link++) {
      html.append("<p class=\"text\" id=\"p")
          .append(link)
          .append("\">Some words of a page, and <a href=\"")
          .append((number + link * link) % PAGES)
          .append(".html#p")
          .append(link)
          .append("\">a link to another</a> &amp; more.</p>\n");
    }
    return html.append("</body></html>").toString();
  }
}
