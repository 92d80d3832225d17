package signpost.bench.throughput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.tools.check.AcceptedStatuses;
import signpost.tools.check.CheckInputs;
import signpost.tools.check.CheckOptions;
import signpost.tools.check.CheckReport;
import signpost.tools.check.LinkChecker;
import signpost.tools.check.LinkRules;

/** The check in this JVM, which has had time to compile it. */
final class WarmCheck {
  private WarmCheck() {}

  /** {@code given}: a URL a line; only what {@code include} matches is asked for. */
  static CheckReport run(String given, int depth, String include, int perHost)
      throws IOException, InterruptedException {
    CheckOptions options =
        new CheckOptions(
            depth,
            List.of(Pattern.compile(include)),
            List.of(),
            AcceptedStatuses.of("200..299"),
            perHost,
            Duration.ofSeconds(20),
            Map.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            true,
            LinkRules.USUAL,
            0,
            false,
            "");
    try {
      CheckInputs inputs =
          CheckInputs.of(List.of("-"), new ByteArrayInputStream(given.getBytes(UTF_8)));
      return LinkChecker.check(inputs, options, (_, _) -> {});
    } catch (CheckInputs.UnusableInput e) {
      throw new IOException(e);
    }
  }
}
