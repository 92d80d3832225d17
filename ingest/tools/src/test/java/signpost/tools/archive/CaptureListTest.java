package signpost.tools.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import signpost.tools.archive.ArchiveAnswer.Captured;
import signpost.tools.archive.ArchiveAnswer.NoAnswer;
import signpost.tools.archive.ArchiveAnswer.NoCapture;
import signpost.url.WebUrl;

/** Answers in the form of the Wayback Machine's CDX server, and answers of others. */
final class CaptureListTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final WebUrl PAGE =
      WebUrl.of("https://www.council.example.org/Rent/arrears?b=2&a=1");
  private static final String SAME = "https://www.council.example.org/Rent/arrears?b=2&a=1";

  private static ArchiveAnswer newest(String json) {
    return CaptureList.newest(json.getBytes(UTF_8), PAGE, NOW);
  }

  private static ArchiveAnswer rows(String... rows) {
    return newest("[[\"timestamp\",\"original\",\"statuscode\"]," + String.join(",", rows) + "]");
  }

  private static String row(String stamp, String original, String status) {
    return "[\"" + stamp + "\",\"" + original + "\",\"" + status + "\"]";
  }

  private static Captured captured(String at) {
    return new Captured(Instant.parse(at));
  }

  @Test
  void theNewestCaptureThatWasAPageCounts() {
    ArchiveAnswer answer =
        rows(
            row("20240503101112", SAME, "200"),
            row("20190101000000", SAME, "200"),
            row("20250101000000", SAME, "404"),
            row("20250202000000", SAME, "301"),
            row("20250303000000", SAME, "-"));
    assertThat(answer).isEqualTo(captured("2024-05-03T10:11:12Z"));
  }

  @Test
  void columnsAreKnownByTheirNames() {
    String all =
        "[[\"urlkey\",\"timestamp\",\"original\",\"mimetype\",\"statuscode\",\"digest\",\"length\"],"
            + "[\"org,example,council)/rent/arrears?a=1&b=2\",\"20240503101112\",\""
            + SAME
            + "\",\"text/html\",\"200\",\"Q4YULN754FHV2U6Q5JUT6Q2P57WEWNNY\",\"1415\"]]";
    assertThat(newest(all)).isEqualTo(captured("2024-05-03T10:11:12Z"));
  }

  @Test
  void nothingIsListedOfAPageThatIsInNoArchive() {
    assertThat(newest("[]")).isInstanceOf(NoCapture.class);
    assertThat(newest("")).isInstanceOf(NoCapture.class);
    assertThat(rows()).isInstanceOf(NoAnswer.class);
    assertThat(newest("[[\"timestamp\",\"original\",\"statuscode\"]]"))
        .isInstanceOf(NoCapture.class);
  }

  @Test
  void aPageIsTheSameAsArchivesKnowIt() {
    for (String same :
        new String[] {
          "http://council.example.org:80/rent/arrears?a=1&b=2",
          "https://www.council.example.org/Rent/arrears/?b=2&a=1",
          "https://www2.council.example.org/Rent/arrears?b=2&a=1",
          "https://www.council.example.org/%52ent/arr%65ars?b=%32&a=1",
          "https://www.council.example.org/Rent/arrears;jsessionid=0123456789ABCDEF0123456789ABCDEF?b=2&a=1",
          "https://www.council.example.org/Rent/arrears?b=2&sid=0123456789abcdef0123456789abcdef&a=1",
        }) {
      assertThat(rows(row("20240503101112", same, "200")))
          .as(same)
          .isEqualTo(captured("2024-05-03T10:11:12Z"));
    }
  }

  @Test
  void aCaptureOfAnotherPageIsNotBelieved() {
    for (String other :
        new String[] {
          "https://www.council.example.org/",
          "https://www.council.example.org/Rent/arrears",
          "https://www.council.example.org/Rent/arrears?b=2&a=1&c=3",
          "https://www.council.example.org/Rent/arrears?b=2&a=1&sid=3",
          "https://www.council.example.org/Rent%2Farrears?b=2&a=1",
          "https://wwwx.council.example.org/Rent/arrears?b=2&a=1",
          "https://www.council.example.org:8443/Rent/arrears?b=2&a=1",
          "https://somebody@www.council.example.org/Rent/arrears?b=2&a=1",
          "https://elsewhere.example.org/Rent/arrears?b=2&a=1",
          "javascript:alert(1)",
          "",
        }) {
      assertThat(rows(row("20240503101112", other, "200"))).as(other).isInstanceOf(NoCapture.class);
    }
  }

  @Test
  void aMomentThatNeverWasOrIsToComeIsNotBelieved() {
    for (String stamp :
        new String[] {"20240230101112", "2024", "20240503", "20270101000000", "2024/../../x", ""}) {
      assertThat(rows(row(stamp, SAME, "200"))).as(stamp).isInstanceOf(NoCapture.class);
    }
  }

  @Test
  void whatIsNoListSaysNothing() {
    for (String other :
        new String[] {
          "<!doctype html><title>Too many requests</title>",
          "{\"archived_snapshots\":{}}",
          "{\"url\":\"x\",\"archived_snapshots\":{\"closest\":{\"status\":\"200\"}}}",
          "[[\"timestamp\"],[\"20240503101112\"]]",
          "[1,2,3]",
          "null",
          "[".repeat(50_000),
        }) {
      assertThat(newest(other)).isInstanceOf(NoAnswer.class);
    }
  }

  @Test
  void rowsThatAreNoneAreLeftOut() {
    assertThat(rows("7", "[]", "{}", "null", row("20240503101112", SAME, "200"), "[[1],[2],[3]]"))
        .isEqualTo(captured("2024-05-03T10:11:12Z"));
  }
}
