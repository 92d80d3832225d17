package signpost.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where nobody collects traces they cost nothing. */
final class UncollectedTracesTest {
  @Test
  void noPlanIsMadeAndNoHeaderAdded() {
    Map<String, String> headers = Map.of("ce_id", "1");

    Traces.off()
        .run(
            () -> {
              throw new AssertionError("nobody asks for it");
            },
            span -> assertThat(TraceLine.onto(headers, span)).isSameAs(headers));
    assertThat(TraceLine.onto(headers, CurrentSpan.get())).isSameAs(headers);
  }

  /** The JVM would say that it finds no definition of the class. */
  @Test
  void classesOfOpenTelemetryAreNotEvenThere() throws Exception {
    try (URLClassLoader without =
        new URLClassLoader(
            classPath().filter(it -> !it.getPath().contains("opentelemetry")).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader())) {
      Class<?> config = without.loadClass(TracesConfig.class.getName());
      Method of =
          without.loadClass(Traces.class.getName()).getDeclaredMethod("of", config, String.class);
      of.setAccessible(true);

      Object off = of.invoke(null, config.getMethod("off").invoke(null), "ingest");

      assertThat(off.getClass().getName()).isEqualTo(UncollectedTraces.class.getName());
    }
  }

  private static Stream<URL> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(UncollectedTracesTest::url);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
