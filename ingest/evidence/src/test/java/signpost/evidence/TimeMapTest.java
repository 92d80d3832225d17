package signpost.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TimeMapTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Memento FIRST = memento(0, Optional.empty());
  private static final Memento GONE = memento(5, Optional.of("removed"));
  private static final Memento LAST = memento(10, Optional.empty());
  private static final TimeMap MAP =
      new TimeMap(MadeCaptures.PAGE, "/api/evidence", List.of(FIRST, GONE, LAST));

  private static Memento memento(int day, Optional<String> removed) {
    return new Memento(
        MadeCaptures.PAGE,
        MadeCaptures.PAGE.value(),
        NOON.plus(Duration.ofDays(day)),
        PageVersion.of(1),
        200,
        "text/html",
        false,
        removed);
  }

  @Test
  void nearestMementoIsGivenAndNoneThatWasRemoved() {
    assertThat(MAP.nearest(NOON.minus(Duration.ofDays(100)))).contains(FIRST);
    assertThat(MAP.nearest(GONE.at())).isNotEmpty().get().isNotEqualTo(GONE);
    assertThat(MAP.nearest(NOON.plus(Duration.ofDays(8)))).contains(LAST);
    assertThat(MAP.newest()).contains(LAST);
    assertThat(new TimeMap(MadeCaptures.PAGE, "", List.of()).nearest(NOON)).isEmpty();
  }

  @Test
  void listNamesTheOriginalTheGateAndEachMementoWithItsTime() {
    String page = "https%3A%2F%2Fcouncil.example%2Fhelp%2Frent";
    assertThat(MAP.links().lines())
        .containsExactly(
            "<https://council.example/help/rent>; rel=\"original\",",
            "</api/evidence/timemap?url="
                + page
                + ">; rel=\"self\"; type=\"application/link-format\";"
                + " from=\"Mon, 02 Mar 2026 12:00:00 GMT\"; until=\"Thu, 12 Mar 2026 12:00:00 GMT\",",
            "</api/evidence/timegate?url=" + page + ">; rel=\"timegate\",",
            "</api/evidence/memento?at=2026-03-02T12:00:00Z&url="
                + page
                + ">; rel=\"first memento\"; datetime=\"Mon, 02 Mar 2026 12:00:00 GMT\",",
            "</api/evidence/memento?at=2026-03-12T12:00:00Z&url="
                + page
                + ">; rel=\"last memento\"; datetime=\"Thu, 12 Mar 2026 12:00:00 GMT\"");
  }

  @Test
  void timesAreReadAsHttpWritesThem() {
    assertThat(TimeMap.read("Mon, 02 Mar 2026 12:00:00 GMT")).isEqualTo(NOON);
    assertThat(TimeMap.read(TimeMap.http(NOON))).isEqualTo(NOON);
    Instant second = Instant.parse("2026-03-02T09:05:00Z");
    assertThat(TimeMap.http(second)).isEqualTo("Mon, 02 Mar 2026 09:05:00 GMT");
  }
}
