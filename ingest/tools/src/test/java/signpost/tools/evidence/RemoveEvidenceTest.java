package signpost.tools.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import signpost.evidence.EvidenceFolder;
import signpost.evidence.EvidenceSettings;
import signpost.evidence.EvidenceStore;
import signpost.evidence.PageCapture;
import signpost.evidence.PageVersion;
import signpost.tools.CannotStartException;
import signpost.tools.ExitCode;
import signpost.url.CanonicalUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.fetch.WireHeads;

/** What is kept of a publisher goes when they ask for it, and nothing of anybody else. */
final class RemoveEvidenceTest {
  private static final List<String> KEPT =
      List.of(
          "https://alone.example/rent",
          "https://www.alone.example/news/1",
          "https://notalone.example/rent",
          "https://council.example/rent");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir private Path data;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void keep() throws IOException {
    try (EvidenceStore store = open()) {
      for (String url : KEPT) {
        store.take(capture(new CanonicalUrl(url)), true);
      }
    }
  }

  private EvidenceStore open() throws IOException {
    Path folder = data.resolve(EvidenceFolder.NAME);
    return EvidenceStore.open(EvidenceSettings.of(folder, 64 << 20));
  }

  private static PageCapture capture(CanonicalUrl address) {
    Answered answer =
        new Answered(
            address.url(),
            address.url(),
            200,
            List.of(),
            new Headers(Map.of()),
            ResponseBody.of("<!DOCTYPE html><p>Ring us.".getBytes(UTF_8)),
            Duration.ofMillis(80),
            Optional.empty(),
            Optional.of(new WireHeads("GET / HTTP/1.1", List.of(), "HTTP/1.1 200 OK", List.of())));
    return new PageCapture(address, NOON, PageVersion.of(1), answer);
  }

  private int remove(String... which) {
    CommandLine command =
        new CommandLine(new EvidenceCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(out, true))
            .setExecutionExceptionHandler((thrown, _, _) -> {
              out.append(String.valueOf(thrown.getMessage()));
              return thrown instanceof CannotStartException
                  ? ExitCode.CANNOT_START
                  : ExitCode.FAULT;
            });
    String[] all = new String[which.length + 5];
    all[0] = "remove";
    all[1] = "--data";
    all[2] = data.toString();
    all[3] = "--because";
    all[4] = "request of 3 March";
    System.arraycopy(which, 0, all, 5, which.length);
    return command.execute(all);
  }

  @Test
  void allOfAPublisherIsRemovedNothingOfOthersAndNothingIsKeptOfItAgain() throws IOException {
    assertThat(remove("--publisher", "alone.example")).as(out.toString()).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains(KEPT.get(0), KEPT.get(1)).doesNotContain("council");
    try (EvidenceStore store = open()) {
      for (String url : KEPT) {
        store.take(capture(new CanonicalUrl(url)), true);
      }
      assertThat(KEPT).filteredOn(url -> isKept(store, url)).isEqualTo(KEPT.subList(2, 4));
    }
  }

  @Test
  void partOfASiteIsRemovedAndTheRestOfItStays() throws IOException {
    assertThat(remove("--publisher", "alone.example/news")).isEqualTo(ExitCode.FINE);
    try (EvidenceStore store = open()) {
      assertThat(KEPT)
          .filteredOn(url -> !isKept(store, url))
          .containsExactly("https://www.alone.example/news/1");
    }
  }

  @Test
  void publisherOfWhomNothingIsKeptIsSaid() {
    assertThat(remove("--publisher", "other.example")).isEqualTo(ExitCode.CANNOT_START);
    assertThat(out.toString()).contains("Nothing is kept of other.example.");
    assertThat(remove("--publisher", "no host")).isEqualTo(ExitCode.USAGE);
  }

  private static boolean isKept(EvidenceStore store, String url) {
    try {
      return store.mementos(new CanonicalUrl(url)).stream().anyMatch(it -> it.removed().isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
