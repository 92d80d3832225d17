package signpost.ingest.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

final class PublisherClocksTest {
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  private Instant now = NOW;
  private final PublisherClocks clocks = new PublisherClocks(() -> now);

  @Test
  void oneWrongPublisherIsOutvoted() {
    answers("a.example", NOW);
    answers("b.example", NOW.minusSeconds(1));
    answers("wrong.example", NOW.plus(Duration.ofHours(7)));

    assertThat(clocks.ahead()).hasValue(0);
  }

  @Test
  void ourOwnWrongClockIsSeenByAll() {
    answers("a.example", NOW.minusSeconds(3600));
    answers("b.example", NOW.minusSeconds(3601));
    answers("c.example", NOW.minusSeconds(3602));

    assertThat(clocks.ahead()).hasValue(3601);
    assertThat(clocks.figures())
        .singleElement()
        .extracting(it -> it.labels())
        .isEqualTo(List.of("publishers"));
  }

  @Test
  void fewAnswersOfOneHostAndWhatCachesKeptSayNothing() {
    for (int visit = 0; visit < 9; visit++) {
      answers("a.example", NOW.minusSeconds(500));
    }
    answers("b.example", Map.of("date", date(NOW.minusSeconds(900)), "age", "900"));
    answers("c.example", Map.of("date", date(NOW.minusSeconds(900)), "age", "900"));
    answers("d.example", Map.of("date", "yesterday"));
    answers("e.example", Map.of());

    assertThat(clocks.ahead()).isEmpty();
    assertThat(clocks.figures()).isEmpty();
  }

  @Test
  void clockThatWasPutRightIsNotCalledWrongForWhatWasSeenBefore() {
    answers("a.example", NOW.minusSeconds(3600));
    answers("b.example", NOW.minusSeconds(3600));
    answers("c.example", NOW.minusSeconds(3600));
    assertThat(clocks.ahead()).hasValue(3600);
    now = NOW.plus(Duration.ofMinutes(61));

    assertThat(clocks.ahead()).isEmpty();
  }

  private void answers(String host, Instant date) {
    answers(host, Map.of("date", date(date)));
  }

  private void answers(String host, Map<String, String> headers) {
    Map<String, List<String>> fields = new HashMap<>();
    headers.forEach((name, value) -> fields.put(name, List.of(value)));
    WebUrl url = WebUrl.of("https://" + host + "/");
    clocks.look(
        new Answered(
            url,
            url,
            200,
            List.of(),
            new Headers(fields),
            ResponseBody.of(new byte[0]),
            Duration.ZERO));
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}
