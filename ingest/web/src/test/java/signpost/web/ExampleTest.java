package signpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.LinkHealth;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.FetchSettings;
import signpost.web.fetch.HttpFetcher;
import signpost.web.health.HostView;
import signpost.web.health.Judge;
import signpost.web.health.StatusPolicy;
import signpost.web.health.TargetState;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.PaceSettings;
import signpost.web.politeness.PoliteFetcher;

/** The example in the library's package sentence. */
class ExampleTest {
  private static final Path SENTENCE = Path.of("src/main/java/signpost/web/package-info.java");
  private static final Path HERE = Path.of("src/test/java/signpost/web/ExampleTest.java");

  private String said = "";

  /** The guard keeps it from this machine, whose addresses are nobody's business. */
  @Test
  void runsAsItStands() {
    example(WebUrl.of("http://127.0.0.1:9/"));

    assertThat(said).startsWith("nothing to read: NotChecked");
  }

  private void example(WebUrl url) {
    try (var fetcher = HttpFetcher.of(FetchSettings.usual(), "you@example.org", Optional.empty());
        var reader = new MediaPageReader(PublisherRules.builtIn())) {
      var polite = PoliteFetcher.of(fetcher, PaceSettings.usual(), InstantSource.system());
      var visited = polite.visit(FetchRequest.of(url), HostPace.fresh(Instant.now()));
      var page = reader.pageOf(visited.outcome());
      var seen = StatusPolicy.of(visited.outcome(), page);
      var judge = new Judge(Duration.ofHours(12));
      var judged = judge.judge(TargetState.NEW, seen, HostView.WELL, Instant.now());
      say(page.map(ReadablePage::title).orElse("nothing to read"), judged.after().health());
    }
  }

  private void say(String title, LinkHealth health) {
    said = title + ": " + health;
  }

  @Test
  void isTheOneInTheSentence() throws IOException {
    assertThat(example(SENTENCE, " * try (")).isEqualTo(example(HERE, "    try ("));
  }

  private static List<String> example(Path file, String first) throws IOException {
    return Files.readAllLines(file).stream()
        .dropWhile(line -> !line.startsWith(first))
        .map(line -> line.replaceFirst("^ \\*", "").strip())
        .takeWhile(line -> !line.equals("}"))
        .toList();
  }
}
