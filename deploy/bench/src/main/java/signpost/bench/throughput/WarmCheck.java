package signpost.bench.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.tools.check.Checker;
import signpost.tools.check.Inputs;
import signpost.tools.check.Options;
import signpost.tools.check.Report;
import signpost.tools.check.Statuses;

/** The check in this JVM, which has had time to compile it. */
final class WarmCheck {
  private WarmCheck() {}

  /** {@code given}: a URL a line; only what {@code include} matches is asked for. */
  static Report run(String given, int depth, String include, int perHost)
      throws IOException, InterruptedException {
    Options options =
        new Options(
            depth,
            List.of(Pattern.compile(include)),
            List.of(),
            Statuses.of("200..299"),
            perHost,
            Duration.ofSeconds(20),
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            true,
            "");
    try {
      Inputs inputs = Inputs.of(List.of("-"), new ByteArrayInputStream(given.getBytes(UTF_8)));
      return Checker.check(inputs, options, (_, _) -> {});
    } catch (Inputs.Unusable e) {
      throw new IOException(e);
    }
  }
}
