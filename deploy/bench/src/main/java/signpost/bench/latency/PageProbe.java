package signpost.bench.latency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks the public API for every visited page by a word of its own until it is found. */
final class PageProbe {
  private final VisitedWeb web;
  private final int port;
  private final int pages;
  private final Duration patience;

  PageProbe(VisitedWeb web, int port, int pages, Duration patience) {
    this.web = web;
    this.port = port;
    this.pages = pages;
    this.patience = patience;
  }

  /** From each visit until its page was found; what is not found in time is left out. */
  List<Duration> measure() throws InterruptedException {
    List<Duration> found = new ArrayList<>();
    List<Integer> waiting =
        IntStream.range(0, pages).boxed().collect(Collectors.toCollection(ArrayList::new));
    long giveUp = System.nanoTime() + patience.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!waiting.isEmpty() && System.nanoTime() < giveUp) {
        Iterator<Integer> each = waiting.iterator();
        while (each.hasNext()) {
          int page = each.next();
          Optional<Long> visited = web.answeredAt(web.page(page));
          if (visited.isPresent() && isFound(client, page)) {
            found.add(Duration.ofNanos(System.nanoTime() - visited.get()));
            each.remove();
          }
        }
        Thread.sleep(2);
      }
    }
    return found;
  }

  private boolean isFound(HttpClient client, int page) throws InterruptedException {
    String url = "http://127.0.0.1:%d/api/search?q=%s".formatted(port, VisitedWeb.word(page));
    try {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body()
          .contains(web.page(page));
    } catch (IOException _) {
      return false;
    }
  }
}
