package signpost.tools.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import signpost.tools.CannotStartException;
import signpost.url.WebUrl;
import signpost.web.browser.BrowserOutcome;
import signpost.web.browser.BrowserOutcome.RenderedPage;
import signpost.web.browser.BrowserSettings;
import signpost.web.browser.PageBrowser;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Fetcher;
import signpost.web.fetch.SiteFetcher;
import signpost.web.politeness.AskedHosts;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;

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
      paramLabel = "FILE|FOLDER",
      description =
          "publisher rules that count before the built-in ones: a file such as publisher-rules.yml,"
              + " or a folder that holds one, such as the data folder of an ingest")
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

  @Option(
      names = "--browser",
      description =
          "reads pages whose words scripts write through Chromium, where it is installed: without"
              + " cookies, ten seconds for each; everything that a page asks for is asked for by"
              + " Signpost, where the address guard and robots.txt allow it")
  private boolean browser;

  @Option(
      names = "--browser-path",
      paramLabel = "FILE",
      defaultValue = "/usr/bin/chromium",
      description = "Chromium, or its headless shell (default: ${DEFAULT-VALUE})")
  private Path browserPath = BrowserSettings.DEBIAN;

  @Option(
      names = "--no-browser-sandbox",
      description =
          "for root, and for containers where Chromium's sandbox cannot be had: a page that breaks"
              + " out of Chromium then has your rights")
  private boolean unlocked;

  /** Runs with readers that are open meanwhile. Hosts that are named may be private. */
  int with(List<String> inputs, Function<InputReader, Integer> work) {
    if (timeout < 1) {
      throw new ParameterException(command(), "--timeout must be above 0");
    }
    if (Collections.frequency(inputs, "-") > 1) {
      throw new ParameterException(
          command(), "the standard input can be read only once: give one - and name the other");
    }
    SiteFetcher.NamedSite named = named(inputs);
    Optional<WebUrl> from = Optional.ofNullable(url).map(this::web);
    try (MediaPageReader reader = new MediaPageReader(rules());
        SiteFetcher fetcher = fetcher(named)) {
      return work.apply(
          new InputReader(
              reader,
              follower(fetcher, named),
              Optional.ofNullable(contentType),
              from,
              browser
                  ? Optional.of(browser(follower(fetcher.forPages(), named)))
                  : Optional.empty(),
              System.in,
              false));
    }
  }

  private static Fetcher follower(Fetcher fetcher, SiteFetcher.NamedSite named) {
    return new RedirectFollower(fetcher, named::has, InstantSource.system());
  }

  /** What a page asks for, nobody has named: robots.txt is asked on every host. */
  private Function<Answered, BrowserOutcome> browser(Fetcher fetcher) {
    var wall = InstantSource.system();
    PoliteFetcher polite = PoliteFetcher.of(fetcher, PaceSettings.usual(), wall);
    var hosts = new AskedHosts(polite, wall, _ -> HostPace.fresh(wall.instant()));
    var pages = new PageBrowser(BrowserSettings.usual(browserPath, !unlocked));
    return page -> {
      BrowserOutcome outcome = pages.render(page, hosts);
      if (outcome instanceof RenderedPage read && !read.denied().isEmpty()) {
        command().getErr().println(page.finalUrl().href() + ": " + read.inWords());
      }
      return outcome;
    };
  }

  private static SiteFetcher.NamedSite named(List<String> inputs) {
    return SiteFetcher.NamedSite.of(
        inputs.stream()
            .map(input -> WebUrl.parse(input.strip()))
            .flatMap(Optional::stream)
            .filter(WebUrl::web)
            .toList());
  }

  private SiteFetcher fetcher(SiteFetcher.NamedSite named) {
    return new SiteFetcher(
        named,
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
    Path file = Files.isDirectory(rules) ? rules.resolve(PublisherRules.LOCAL) : rules;
    if (!Files.isReadable(file)) {
      throw new CannotStartException("--rules: " + file + " cannot be read.");
    }
    try {
      return PublisherRules.with(file);
    } catch (IllegalArgumentException e) {
      throw new CannotStartException("--rules: " + e.getMessage(), e);
    }
  }

  private picocli.CommandLine command() {
    return java.util.Objects.requireNonNull(spec, "spec").commandLine();
  }
}
