package signpost.bench.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import signpost.revision.RevisionDetector;
import signpost.revision.RevisionOutcome;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;

/** A page of 100 KB, a tenth of whose paragraphs were reworded since it was last told of. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PageComparison {
  private static final Instant SEEN = Instant.parse("2026-01-05T06:00:00Z");
  private static final Instant AGAIN = SEEN.plus(Duration.ofHours(1));
  private static final WebUrl FROM = WebUrl.of("https://guides.example/trauma");
  private static final int SIZE = 100_000;

  private final MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn());
  private final byte[] changed = page("supports").getBytes(UTF_8);
  private final RevisionState seenOnce = seenOnce();

  /** What a visit that finds a change costs, beside fetching and storing. */
  @Benchmark
  public RevisionOutcome readAndCompare() {
    return see(Optional.of(seenOnce), read(changed), AGAIN);
  }

  @Benchmark
  public ReadablePage readOnly() {
    return read(changed);
  }

  @TearDown
  public void close() {
    reader.close();
  }

  private RevisionState seenOnce() {
    RevisionState first = see(Optional.empty(), read(page("helps").getBytes(UTF_8)), SEEN).after();
    return see(Optional.of(first), read(changed), SEEN).after();
  }

  private static RevisionOutcome see(
      Optional<RevisionState> before, ReadablePage page, Instant now) {
    return RevisionDetector.see(before, page, PageSetting.plain(), now);
  }

  private ReadablePage read(byte[] html) {
    return switch (reader.read(html, Optional.of("text/html; charset=utf-8"), FROM)) {
      case ReadOutcome.Read(var page) -> page;
      case ReadOutcome.Doubtful(var page, _) -> page;
      case ReadOutcome.Unreadable(var reason, var detail) ->
          throw new IllegalStateException(reason + ": " + detail);
    };
  }

  private static String page(String verb) {
    StringBuilder html = new StringBuilder(SIZE + 1_000);
    html.append("<!doctype html><html lang=en><head><title>Trauma informed practice</title></head>")
        .append("<body><nav><ul>");
    for (int i = 0; i < 60; i++) {
      html.append("<li class=\"menu-item\"><a href=\"/menu/%d\">Topic %d</a></li>".formatted(i, i));
    }
    html.append("</ul></nav><main id=content><h1>Trauma informed practice</h1>");
    for (int i = 0; html.length() < SIZE; i++) {
      html.append("<h2 id=\"part-%d\">Part %d</h2><p class=\"govuk-body\">".formatted(i, i))
          .append("Step %d of %d is to listen, and to ask what has happened. ".formatted(i, i + 7))
          .append(
              "A colleague who knows the family %s in week %d; "
                  .formatted(i % 10 == 0 ? verb : "calls", i))
          .append("see <a href=\"/resource/%d\">resource %d</a>.</p>".formatted(i, i))
          .append("<ul><li>Room %d</li><li>Call 01908 %06d</li></ul>".formatted(i, i * 37));
    }
    return html.append("</main><footer><p>© The council</p></footer></body></html>").toString();
  }
}
