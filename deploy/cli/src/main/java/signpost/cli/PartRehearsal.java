package signpost.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.broker.EmbeddedBroker;
import signpost.local.LocalMachine;
import signpost.local.RunPlan;
import signpost.local.RunPlan.ListenAddresses;
import signpost.tools.ExitCode;

/**
 * Does once what the parts that stay do at their start, in a folder and at ports of its own, while
 * the JVM writes down which classes that takes: they start in half the time from then on.
 */
public final class PartRehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(PartRehearsal.class);

  /** Where readers come first, and what ops look at. */
  private static final List<String> PAGES = List.of("/", "/guides", "/api/search?q=help");

  /** What asks for each page some times, as in a first minute. */
  private static final int VISITS = 5;

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int GIVE_UP_AFTER_MINUTES = 10;

  private PartRehearsal() {}

  /**
   * Ends with 0 when all was rehearsed.
   *
   * @param arguments an empty folder, which the caller takes away again
   */
  public static void main(String[] arguments) {
    CompletableFuture.delayedExecutor(GIVE_UP_AFTER_MINUTES, TimeUnit.MINUTES)
        .execute(() -> Runtime.getRuntime().halt(ExitCode.FAULT));
    int end = ExitCode.FAULT;
    try {
      rehearse(Path.of(arguments[0]));
      end = ExitCode.FINE;
    } catch (IOException | InterruptedException | RuntimeException e) {
      LOG.error("The parts could not be rehearsed", e);
    }
    System.exit(end);
  }

  private static void rehearse(Path folder) throws IOException, InterruptedException {
    ListenAddresses addresses = ListenAddresses.free();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.run(nowhere, nowhere, "run", "--help");
    EmbeddedBroker.start(folder.resolve("alone"), addresses.broker()).close();
    try (LocalMachine _ = LocalMachine.start(plan(folder, addresses), _ -> {})) {
      visit(addresses);
    }
  }

  /** Watches no guide: nobody else is asked for anything. */
  private static RunPlan plan(Path folder, ListenAddresses addresses) throws IOException {
    Path noGuides = Files.createDirectories(folder.resolve("catalogue"));
    Map<String, Object> settings =
        Map.of("signpost.catalogue", noGuides.toString(), "signpost.contact", "nobody@example.org");
    return new RunPlan(
        folder.resolve("data"), addresses, Optional.empty(), false, settings, Map.of());
  }

  private static void visit(ListenAddresses addresses) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String pages = "http://127.0.0.1:" + addresses.search();
      while (status(client, pages + "/health") != 200) {
        Thread.sleep(LOOK); // it is getting ready
      }
      for (int visit = 0; visit < VISITS; visit++) {
        for (String page : PAGES) {
          visit(client, pages + page);
        }
        visit(client, addresses.opsUrl() + "/ops");
      }
    }
  }

  private static void visit(HttpClient client, String url)
      throws IOException, InterruptedException {
    int status = status(client, url);
    if (status != 200) {
      throw new IOException(url + " answered " + status);
    }
  }

  private static int status(HttpClient client, String url)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
