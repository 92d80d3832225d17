package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import signpost.kit.SharedData;
import signpost.url.WebUrl;

/** Scores reading against pages whose main content Mozilla's maintainers reviewed. */
class ReadabilityCorpusTest {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final double FLOOR = 0.95;

  private record Score(double precision, double recall) {
    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  @Test
  void meanF1StaysAboveItsFloor() throws IOException {
    Optional<Path> pages = SharedData.folder("data/readability-pages");
    assumeTrue(pages.isPresent(), "the readability pages are not here");
    HtmlReader reader = new HtmlReader(PublisherRules.builtIn());
    List<Score> scores = new ArrayList<>();
    try (Stream<Path> folders = Files.list(pages.get())) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        scores.add(score(reader, folder));
      }
    }
    double f1 = scores.stream().mapToDouble(Score::f1).average().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "%d pages: F1 %.4f, precision %.4f, recall %.4f%n",
        scores.size(),
        f1,
        scores.stream().mapToDouble(Score::precision).average().orElse(0),
        scores.stream().mapToDouble(Score::recall).average().orElse(0));
    assertThat(f1).isGreaterThan(FLOOR);
  }

  private static Score score(HtmlReader reader, Path folder) throws IOException {
    ReadOutcome outcome =
        reader.read(
            Files.readAllBytes(folder.resolve("source.html")),
            Optional.of("text/html; charset=utf-8"),
            WebUrl.of("http://example.org/a/b.html"));
    String got = outcome instanceof ReadOutcome.Unreadable ? "" : Pages.page(outcome).text();
    String want = Jsoup.parse(Files.readString(folder.resolve("expected.html"))).wholeText();
    return score(shingles(got), shingles(want));
  }

  private static Score score(Map<String, Integer> got, Map<String, Integer> want) {
    if (got.isEmpty() && want.isEmpty()) {
      return new Score(1, 1);
    }
    int shared = 0;
    for (Map.Entry<String, Integer> each : got.entrySet()) {
      shared += Math.min(each.getValue(), want.getOrDefault(each.getKey(), 0));
    }
    return new Score(share(shared, got), share(shared, want));
  }

  private static double share(int shared, Map<String, Integer> of) {
    int all = of.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? 0 : (double) shared / all;
  }

  /** Runs of four words, with counts; shorter text is one run. */
  private static Map<String, Integer> shingles(String text) {
    List<String> words =
        NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty()).toList();
    Map<String, Integer> counts = new HashMap<>();
    if (!words.isEmpty() && words.size() < 4) {
      counts.put(String.join(" ", words), 1);
    }
    for (int i = 0; i + 4 <= words.size(); i++) {
      counts.merge(String.join(" ", words.subList(i, i + 4)), 1, Integer::sum);
    }
    return counts;
  }
}
