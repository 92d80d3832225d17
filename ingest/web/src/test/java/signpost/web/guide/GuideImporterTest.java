package signpost.web.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.catalogue.CatalogueLoad;
import signpost.catalogue.CatalogueReader;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.Fetcher;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

final class GuideImporterTest {
  private static final String PAGE =
      "<main><h1>Our guide</h1><h2>Read</h2><a href=/one>One</a></main>";
  private static final String URL = "https://council.org.uk/guide";

  @TempDir private Path folder = Path.of("");

  @Test
  void pageBecomesAFileNamedAfterTheGuide() throws IOException {
    var outcome = GuideImporter.importFrom(URL, answering(200, "text/html", PAGE), folder);
    assertThat(outcome).isInstanceOf(ImportOutcome.ImportWritten.class);
    Path file = folder.resolve("our-guide.yaml");
    CatalogueLoad load = CatalogueReader.read(Map.of("our-guide.yaml", Files.readString(file)));
    assertThat(load.complete()).isTrue();
    assertThat(load.catalogue().guides().getFirst().url().orElseThrow().href()).isEqualTo(URL);
  }

  @Test
  void fileThatExistsIsNeverOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
    var outcome = GuideImporter.importFrom(URL, answering(200, "text/html", PAGE), file);
    assertThat(reason(outcome)).contains("exists already");
    assertThat(Files.readString(file)).isEqualTo("mine");
  }

  @Test
  void whatIsNoGuideIsSaidInASentence() throws IOException {
    assertThat(reason(GuideImporter.importFrom(URL, answering(404, "text/html", PAGE), folder)))
        .contains("answered 404");
    assertThat(reason(GuideImporter.importFrom(URL, answering(200, "image/png", "x"), folder)))
        .contains("neither HTML, nor PDF");
    assertThat(reason(GuideImporter.importFrom(URL, answering(200, "text/html", "<p>Hi"), folder)))
        .contains("has no links in its main content");
    assertThat(reason(GuideImporter.importFrom("council.org.uk/guide", none(), folder)))
        .contains("There is no file 'council.org.uk/guide'", "https://");
    Path broken = Files.write(folder.resolve("broken.pdf"), "%PDF-1.7".getBytes(UTF_8));
    assertThat(reason(GuideImporter.importFrom(broken.toString(), none(), folder)))
        .contains("cannot be imported");
    Path nowhere = folder.resolve("none").resolve("x.yaml");
    assertThat(reason(GuideImporter.importFrom(URL, answering(200, "text/html", PAGE), nowhere)))
        .contains("cannot be written");
  }

  @Test
  void hostThatCannotBeReachedIsNamed() {
    Fetcher fetcher =
        request ->
            new FetchOutcome.DnsFailure(
                request.url(),
                FetchOutcome.DnsFailure.DnsFailureKind.UNKNOWN_HOST,
                "no such name",
                Duration.ZERO);
    assertThat(reason(GuideImporter.importFrom(URL, fetcher, folder)))
        .isEqualTo(URL + " could not be fetched: its host is not known (no such name).");
  }

  @Test
  void savedPageWithItsCanonicalLinkResolvesRelativeOnes() throws IOException {
    Path saved =
        Files.writeString(
            folder.resolve("saved.html"), "<link rel=canonical href='" + URL + "'>" + PAGE);
    Path out = folder.resolve("saved.yaml");
    assertThat(GuideImporter.importFrom(saved.toString(), none(), out))
        .isInstanceOf(ImportOutcome.ImportWritten.class);
    assertThat(Files.readString(out)).contains("url: https://council.org.uk/one");
  }

  private static Fetcher answering(int status, String type, String body) {
    return request ->
        new FetchOutcome.Answered(
            request.url(),
            request.url(),
            status,
            List.of(),
            new Headers(Map.of("Content-Type", List.of(type))),
            ResponseBody.of(body.getBytes(UTF_8)),
            Duration.ZERO);
  }

  private static Fetcher none() {
    return request -> {
      throw new AssertionError("Nothing is fetched for a file: " + request);
    };
  }

  private static String reason(ImportOutcome outcome) {
    return switch (outcome) {
      case ImportOutcome.ImportWritten it -> "written to " + it.file();
      case ImportOutcome.NotAGuide it -> it.reason();
      case ImportOutcome.ImportFailed it -> it.reason();
    };
  }
}
