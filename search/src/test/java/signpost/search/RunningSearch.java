package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import signpost.events.Envelope;
import signpost.events.Event;
import signpost.http.ModuleSettings;
import signpost.search.gate.OpsAddress;
import signpost.search.index.PageIndex;

/** The module as it runs, on a free port; with a broker or without one. */
final class RunningSearch implements AutoCloseable {
  /** Nothing listens there: the pages serve what the index holds. */
  static final String NO_BROKER = "127.0.0.1:1";

  private static final Pattern OPS =
      Pattern.compile("/(ops\\b|parked|crawl\\b|notifications|audit|access\\b|prometheus|health)");
  private static final String NOBODY = "http://127.0.0.1:1";

  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong sequence = new AtomicLong();

  private RunningSearch(ApplicationContext context) {
    this.context = context;
    this.server = context.getBean(EmbeddedServer.class).start();
  }

  static RunningSearch withoutBroker(Path data) {
    return start(data, NO_BROKER, "", Map.of());
  }

  static RunningSearch start(
      Path data, String brokers, String prefix, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("signpost.embedding", false);
    all.put("signpost.ingest.url", NOBODY);
    all.put("signpost.notifier.url", NOBODY);
    all.putAll(settings);
    all.put("signpost.data", data.toString());
    all.put("signpost.kafka.bootstrap-servers", brokers);
    all.put("signpost.kafka.topic-prefix", prefix);
    all.put("micronaut.server.port", -1);
    all.put("signpost.ops.port", -1);
    ApplicationContext context =
        ApplicationContext.builder()
            .overrideConfigLocations(ModuleSettings.of("search"))
            .deduceEnvironment(false)
            .properties(all)
            .start();
    return new RunningSearch(context);
  }

  /** Straight into the index, as the intake would. */
  void put(Event... events) throws IOException {
    PageIndex index = context.getBean(PageIndex.class);
    for (Event event : events) {
      index.put(Envelope.of(event, "test", Instant.EPOCH, sequence.incrementAndGet()));
    }
    index.refresh();
  }

  /** Forgets everything. */
  void clear() throws IOException {
    PageIndex index = context.getBean(PageIndex.class);
    index.restart();
    index.caughtUp();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  URI address() {
    return server.getURI();
  }

  /** Where ops see what only they may. */
  URI opsAddress() {
    return context.getBean(OpsAddress.class).uri();
  }

  /** A page where it answers. */
  URI at(String path) {
    return URI.create((OPS.matcher(path).lookingAt() ? opsAddress() : address()) + path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(at(path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  /** As it comes over the wire to whoever takes gzip. */
  HttpResponse<byte[]> getCompressed(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(at(path)).header("accept-encoding", "gzip").build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, String form, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  @Override
  public void close() {
    context.close();
  }
}
