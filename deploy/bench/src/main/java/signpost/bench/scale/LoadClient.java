package signpost.bench.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Asks a server over HTTP, one question after the other or as they come in. */
final class LoadClient {
  private static final int CONNECTIONS = 24;

  private final SearchServer server;

  LoadClient(SearchServer server) {
    this.server = server;
  }

  static List<String> paths(List<String> questions, String more) {
    return questions.stream()
        .map(question -> "/api/search?q=" + URLEncoder.encode(question, UTF_8) + more)
        .toList();
  }

  /** Asks each once, the next when the last is answered. */
  QueryCost inTurn(List<String> paths) throws IOException {
    List<Duration> times = new ArrayList<>();
    Duration before = server.cpu();
    try (BenchConnection wire = new BenchConnection(server.port())) {
      for (String path : paths) {
        long began = System.nanoTime();
        ask(wire, path);
        times.add(Duration.ofNanos(System.nanoTime() - began));
      }
    }
    return QueryCost.of(server.cpu().minus(before), times);
  }

  /**
   * Asks at so many a second on the average, at moments that do not wait for answers. Times count
   * from the moment planned, so that a server that stalls cannot hide it.
   */
  QueryCost atRate(List<String> paths, int rate, Duration duration)
      throws IOException, InterruptedException {
    long[] moments = moments(rate, duration);
    AtomicInteger next = new AtomicInteger();
    Duration before = server.cpu();
    long began = System.nanoTime();
    List<Duration> times = new ArrayList<>();
    try (ExecutorService askers = Executors.newFixedThreadPool(CONNECTIONS)) {
      Callable<List<Duration>> asking = () -> ask(paths, moments, next, began);
      for (Future<List<Duration>> some :
          IntStream.range(0, CONNECTIONS).mapToObj(_ -> askers.submit(asking)).toList()) {
        times.addAll(some.get());
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
    return QueryCost.of(server.cpu().minus(before), times);
  }

  private List<Duration> ask(List<String> paths, long[] moments, AtomicInteger next, long began)
      throws IOException, InterruptedException {
    List<Duration> times = new ArrayList<>();
    try (BenchConnection wire = new BenchConnection(server.port())) {
      for (int at = next.getAndIncrement(); at < moments.length; at = next.getAndIncrement()) {
        TimeUnit.NANOSECONDS.sleep(began + moments[at] - System.nanoTime());
        ask(wire, paths.get(at % paths.size()));
        times.add(Duration.ofNanos(System.nanoTime() - began - moments[at]));
      }
    }
    return times;
  }

  /** As people come: each moment is independent of the others. */
  private static long[] moments(int rate, Duration duration) {
    SplittableRandom random = new SplittableRandom(rate);
    List<Long> moments = new ArrayList<>();
    for (double at = 0; at < duration.toNanos(); ) {
      moments.add((long) at);
      at += -Math.log(1 - random.nextDouble()) * 1e9 / rate;
    }
    return moments.stream().mapToLong(Long::longValue).toArray();
  }

  private static void ask(BenchConnection wire, String path) throws IOException {
    BenchConnection.BenchResponse answer = wire.get(path);
    if (answer.status() != 200) {
      throw new IOException(path + ": " + answer.body());
    }
  }
}
