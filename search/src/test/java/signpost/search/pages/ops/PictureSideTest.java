package signpost.search.pages.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.search.pages.ops.EvidenceApi.CapturePicture;
import signpost.search.pages.ops.EvidenceApi.KeptCapture;

class PictureSideTest {
  private static final Optional<KeptCapture> FIRST =
      Optional.of(
          new KeptCapture(
              Instant.parse("2026-03-01T09:30:00Z"), 1, null, 200, "text/html", false, null));

  @Test
  void sideWithoutAPictureSaysWhy() {
    assertThat(new PictureSide("before revision 2", Optional.empty(), Optional.empty()).why())
        .isEqualTo("Nothing is kept of the page as it was then.");
    assertThat(new PictureSide("before revision 2", FIRST, Optional.empty()).why())
        .startsWith("The crawler does not answer");
    CapturePicture none = new CapturePicture("it was not ready within 10.0 s", 0, 0);
    assertThat(new PictureSide("before revision 2", FIRST, Optional.of(none)).why())
        .isEqualTo("There is no picture: it was not ready within 10.0 s.");
  }

  @Test
  void pictureSaysToWhoeverDoesNotSeeItWhatItIsAndOfWhen() {
    assertThat(new PictureSide("before revision 2", FIRST, Optional.empty()).alternative())
        .isEqualTo("The page before revision 2, as it was on 1 March 2026 at 9:30am");
  }
}
