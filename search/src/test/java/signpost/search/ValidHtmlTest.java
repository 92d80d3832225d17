package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
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
  private final RunningSearch search;
  private final EmbeddedValidator checker = new EmbeddedValidator();

  ValidHtmlTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
    checker.setOutputFormat(OutputFormat.GNU);
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
  }

  @AfterAll
  void stop() {
    search.close();
  }

  @Test
  void everyPageIsValidHtml() throws Exception {
    for (String path :
        Stream.concat(SampleWorld.PAGES.stream(), SampleWorld.MISTAKES.stream()).toList()) {
      assertThat(problems(search.get(path).body())).as(path).isEmpty();
    }
  }

  @Test
  void checkerFindsWhatIsWrong() throws Exception {
    assertThat(problems("<!DOCTYPE html><title>Two</title><p id=one></p><p id=one></p>"))
        .contains("Duplicate ID");
  }

  private String problems(String page) throws Exception {
    return checker.validate(new ByteArrayInputStream(page.getBytes(UTF_8)));
  }
}
