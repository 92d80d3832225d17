package signpost.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.events.WebUrl;
import signpost.ingest.extract.MediaPageReader;
import signpost.ingest.extract.PublisherRules;
import signpost.ingest.fetch.SiteFetcher;
import signpost.ingest.reading.Inputs;
import signpost.local.machine.CannotStartException;

/** What the commands that read single pages have in common. */
final class ReadingOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "where a file came from: decides the publisher's rule and where relative links lead"
              + " (default: what the page says itself)")
  private @Nullable String url;

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description = "what the bytes are labelled as, such as \"text/html; charset=utf-8\"")
  private @Nullable String contentType;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "publisher rules that are read before the built-in ones")
  private @Nullable Path rules;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "for each URL (default: ${DEFAULT-VALUE})")
  private int timeout = 30;

  @Option(
      names = "--contact",
      paramLabel = "URL|ADDRESS",
      defaultValue = "${env:SIGNPOST_CONTACT}",
      description = "sent with requests, so that the publisher can reach you")
  private @Nullable String contact;

  /** Runs with readers that are open meanwhile. Hosts that are named may be private. */
  int with(List<String> named, Function<Inputs, Integer> work) {
    if (timeout < 1) {
      throw new ParameterException(command(), "--timeout must be above 0");
    }
    Optional<WebUrl> from = Optional.ofNullable(url).map(this::web);
    try (MediaPageReader reader = new MediaPageReader(rules());
        SiteFetcher fetcher = fetcher(named)) {
      return work.apply(
          new Inputs(reader, fetcher, Optional.ofNullable(contentType), from, System.in));
    }
  }

  private SiteFetcher fetcher(List<String> named) {
    Set<String> hosts =
        named.stream()
            .map(input -> WebUrl.parse(input.strip()))
            .flatMap(Optional::stream)
            .filter(WebUrl::web)
            .map(it -> it.host() + ":" + it.port())
            .collect(Collectors.toSet());
    return new SiteFetcher(
        new SiteFetcher.Named(hosts, Map.of(), List.of(), List.of()),
        Duration.ofSeconds(timeout),
        Optional.ofNullable(contact).orElse(""),
        Optional.empty());
  }

  private WebUrl web(String text) {
    return WebUrl.parse(text.strip())
        .filter(WebUrl::web)
        .orElseThrow(
            () -> new ParameterException(command(), "--url: '" + text + "' is no web address"));
  }

  private PublisherRules rules() {
    if (rules == null) {
      return PublisherRules.builtIn();
    }
    if (!Files.isReadable(rules)) {
      throw new CannotStartException("--rules: " + rules + " cannot be read.");
    }
    try {
      return PublisherRules.with(rules);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException("--rules: " + e.getMessage(), e);
    }
  }

  private picocli.CommandLine command() {
    return java.util.Objects.requireNonNull(spec, "spec").commandLine();
  }
}
