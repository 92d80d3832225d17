package signpost.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import signpost.broker.EmbeddedBroker;
import signpost.events.Topics;

/** One broker per test process, started when the first test asks for it. */
public final class SharedBroker {
  private static final int PARTITIONS = 2;

  private static @Nullable Running running;

  private record Running(EmbeddedBroker broker, Path folder) {}

  private SharedBroker() {}

  /** Where this process's broker listens; the first call starts it, in two or three seconds. */
  public static synchronized String bootstrapServers() {
    Running here = running;
    if (here == null) {
      here = start();
      running = here;
    }
    return here.broker().bootstrapServers();
  }

  /** A topic prefix that keeps one test class's topics apart, such as {@code relay-test.}. */
  public static String prefix(Class<?> test) {
    return test.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
        + ".";
  }

  /**
   * Makes the contract's topics for one test, of two partitions each: whoever starts leaves them as
   * they are. Six take the broker three times as long to open, to flush and to close.
   */
  public static void topics(String prefix) {
    List<NewTopic> topics =
        Topics.ALL.stream()
            .map(it -> new NewTopic(prefix + it.name(), PARTITIONS, (short) 1).configs(it.config()))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      make(admin, topics);
    }
  }

  /** Makes those topics that are not there yet, as soon as the broker can. */
  public static void make(Admin admin, List<NewTopic> topics) {
    Awaitility.await()
        .until(() ->
            admin.createTopics(topics).values().values().stream().allMatch(SharedBroker::isMade));
  }

  /**
   * By now or before; not while the controller has missed the broker's heartbeat, as on a machine
   * that has too much to do.
   */
  private static boolean isMade(KafkaFuture<Void> topic) {
    try {
      topic.get();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case TopicExistsException _ -> true;
        case InvalidReplicationFactorException _ -> false;
        case null, default -> throw new IllegalStateException(e);
      };
    }
  }

  /** Stops the broker if one was started and removes its data. */
  static synchronized void stop() {
    Running here = running;
    running = null;
    if (here != null) {
      here.broker().close();
      remove(here.folder());
    }
  }

  private static Running start() {
    try {
      Path folder = Files.createTempDirectory("signpost-broker-");
      return new Running(EmbeddedBroker.start(folder, 0), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
