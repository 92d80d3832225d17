package signpost.bench.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import signpost.events.Envelope;
import signpost.events.EventCodec;
import signpost.events.PageEvent.PageRead;
import signpost.events.WireRecord;

/** How long after its event a page is found: sent through the broker, and searched for until. */
final class VisibilityDelay implements AutoCloseable {
  private static final Duration APART = Duration.ofMillis(200);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Producer<String, byte[]> producer;
  private final SearchServer server;
  private final MadePages pages;
  private final SplittableRandom words = new SplittableRandom(1);

  VisibilityDelay(String kafka, SearchServer server, MadePages pages) {
    this.server = server;
    this.pages = pages;
    this.producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Five pages a second for so long; how long each took to be found. */
  List<Duration> measure(Duration duration) throws IOException, InterruptedException {
    List<Future<Duration>> looking = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(duration.toNanos());
    try (ExecutorService lookers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int page = 0; page < duration.dividedBy(APART); page++) {
        String word = word(random);
        PageRead read = pages.page(page, word);
        looking.add(lookers.submit(() -> untilFound(read, word)));
        TimeUnit.NANOSECONDS.sleep(APART.toNanos());
      }
      List<Duration> times = new ArrayList<>();
      for (Future<Duration> one : looking) {
        times.add(one.get());
      }
      return times;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /**
   * Changes one page and waits until it is found: what was remembered of the index before is worth
   * nothing then.
   */
  void change() throws IOException, InterruptedException {
    String word = word(words);
    try {
      untilFound(pages.page(words.nextInt(pages.documents()), word), word);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private Duration untilFound(PageRead page, String word)
      throws IOException, InterruptedException, ExecutionException {
    long began = System.nanoTime();
    send(EventCodec.encode(Envelope.of(page, "signpost/bench", page.fetchedAt(), 2)));
    try (BenchConnection wire = new BenchConnection(server.port())) {
      String path = "/api/search?facets=false&highlights=false&q=" + word;
      while (!wire.get(path).body().contains(page.page().value())) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
          throw new IOException("not found in " + PATIENCE.toSeconds() + " s: " + word);
        }
        TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
      }
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void send(WireRecord message) throws InterruptedException, ExecutionException {
    var record =
        new ProducerRecord<>(message.topic(), message.key(), message.value().orElseThrow());
    message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    producer.send(record).get();
  }

  /** So long that none is taken for a slip in another. */
  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int letter = 0; letter < 14; letter++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
