package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every page through the Nu HTML checker, which is what validator.w3.org runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ValidHtmlTest {
  /** Bytes. */
  private static final long STACK = 16L << 20;

  private final RunningSearch search;
  private final EmbeddedValidator checker = new EmbeddedValidator();

  private final Neighbours others;

  ValidHtmlTest(@TempDir Path data) throws IOException {
    others = Neighbours.start(data.resolve("others"), "valid-html.", Map.of());
    search =
        RunningSearch.start(data.resolve("search"), RunningSearch.NO_BROKER, "", others.settings());
    checker.setOutputFormat(OutputFormat.GNU);
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
  }

  @AfterAll
  void stop() {
    search.close();
    others.close();
  }

  @Test
  void everyPageIsValidHtml() throws Exception {
    for (String path :
        Stream.of(SampleWorld.PAGES, SampleWorld.MISTAKES, others.pages(search).values())
            .flatMap(Collection::stream)
            .toList()) {
      assertThat(problems(search.get(path).body())).as(path).isEmpty();
    }
  }

  @Test
  void checkerFindsWhatIsWrong() throws Exception {
    assertThat(problems("<!DOCTYPE html><title>Two</title><p id=one></p><p id=one></p>"))
        .contains("Duplicate ID");
  }

  /** The checker calls itself deeply: more so than a thread's usual stack is sure to hold. */
  private String problems(String page) throws Exception {
    FutureTask<String> check =
        new FutureTask<>(() -> checker.validate(new ByteArrayInputStream(page.getBytes(UTF_8))));
    new Thread(null, check, "checker", STACK).start();
    return check.get();
  }
}
