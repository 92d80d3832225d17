package signpost.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import signpost.broker.EmbeddedBroker;

/** One broker per test process, started when the first test asks for it. */
public final class SharedBroker {
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
