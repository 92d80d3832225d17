package signpost.sample.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the public API, as a practitioner would, until the first page is found. */
final class FirstPage {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private FirstPage() {}

  static Thread watch(int searchPort, Runnable found) {
    URI question = URI.create("http://127.0.0.1:%d/api/search?q=trauma".formatted(searchPort));
    return Thread.ofVirtual().name("first-page").start(() -> ask(question, found));
  }

  private static void ask(URI question, Runnable found) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!answered(client, question)) {
        Thread.sleep(LOOK_AGAIN);
      }
      found.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A result has a URL of the sample web; an answer without results has none. */
  private static boolean answered(HttpClient client, URI question) throws InterruptedException {
    try {
      var answer = client.send(HttpRequest.newBuilder(question).build(), BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains(".localhost:");
    } catch (IOException e) {
      return false;
    }
  }
}
