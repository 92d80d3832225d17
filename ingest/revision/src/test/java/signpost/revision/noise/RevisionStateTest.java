package signpost.revision.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.events.RecordJson;
import signpost.revision.compare.ComparablePage;
import signpost.revision.noise.RevisionState.SeenPiece;

class RevisionStateTest {
  private static final Instant FIVE = Instant.parse("2026-11-23T05:00:00Z");

  @Test
  void whatWasRememberedBeforePiecesCountedForThemselvesIsStillRead() {
    RevisionState state =
        RecordJson.read(
            """
            {"revision": 2,
             "told": {"title": "T", "lines": [{"kind": "PARAGRAPH", "text": "x"}],
               "links": [{"url": "https://a.example/", "text": "A", "heading": ""}],
               "notices": [], "media": "HTML", "pages": 1, "fingerprint": "ff"},
             "changedAt": "2026-11-23T05:00:00Z",
             "pending": {"fingerprint": "ab", "firstAt": "2026-11-23T05:00:00Z"},
             "lately": [{"fingerprint": "cd", "at": "2026-11-23T05:00:00Z"}],
             "restless": 0}
            """,
            RevisionState.class);

    assertThat(state.revision()).isEqualTo(2);
    assertThat(state.changedAt()).contains(FIVE);
    assertThat(state.told().lines()).extracting(ComparablePage.TextLine::text).containsExactly("x");
    assertThat(state.lately()).isEqualTo(List.of(new SeenPiece("cd", FIVE)));
    assertThat(state.isCalm()).isTrue();
  }
}
