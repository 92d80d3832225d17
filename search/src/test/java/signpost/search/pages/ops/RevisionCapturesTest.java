package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import signpost.search.pages.ops.EvidenceApi.KeptCapture;

class RevisionCapturesTest {
  private static final KeptCapture FIRST = capture(1, 1, "text/html", null);
  private static final KeptCapture BEFORE = capture(2, 1, "text/html", null);
  private static final KeptCapture AFTER = capture(3, 2, "application/pdf", null);
  private static final KeptCapture LAST = capture(9, 2, "application/pdf", null);

  private static KeptCapture capture(
      int day, int revision, String media, @Nullable String removed) {
    Instant at = Instant.parse("2026-03-0%dT09:30:00Z".formatted(day));
    return new KeptCapture(at, revision, null, 200, media, day == 9, removed);
  }

  private static RevisionCaptures model(int revision, KeptCapture... captures) {
    return new RevisionCaptures("https://a.example/rent?b=1", revision, List.of(captures));
  }

  @Test
  void captureNearestToTheRevisionIsBeforeAndTheFirstOfItIsAfter() {
    RevisionCaptures page = model(2, FIRST, BEFORE, AFTER, LAST);

    assertThat(List.of(FIRST, BEFORE, AFTER, LAST))
        .extracting(page::mark)
        .containsExactly("", "Before revision 2", "After revision 2", "Read last");
    assertThat(page.picture(BEFORE))
        .isEqualTo(
            "/evidence/picture?url=https%3A%2F%2Fa.example%2Frent%3Fb%3D1&at=2026-03-02T09:30:00Z");
  }

  @Test
  void whatWasRemovedIsNeither() {
    RevisionCaptures page = model(2, FIRST, capture(2, 1, "text/html", "removed"), AFTER);

    assertThat(page.before()).contains(FIRST);
  }

  @Test
  void onlyWhatIsNoFileHasLooks() {
    assertThat(model(2, BEFORE, AFTER).hasLooks()).isTrue();
    assertThat(model(2, AFTER, LAST).hasLooks()).isFalse();
    assertThat(model(0, BEFORE, AFTER).hasLooks()).isFalse();
  }
}
