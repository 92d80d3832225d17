package signpost.search.pages.ops;

import java.util.Optional;
import signpost.search.pages.PageFormat;
import signpost.search.pages.ops.EvidenceApi.CapturePicture;
import signpost.search.pages.ops.EvidenceApi.KeptCapture;

/**
 * What a page looked like before or after a revision.
 *
 * @param when "before revision 2"
 * @param picture what came of drawing it; empty where the crawler does not say
 */
record PictureSide(String when, Optional<KeptCapture> capture, Optional<CapturePicture> picture) {

  public String name() {
    return Character.toUpperCase(when.charAt(0)) + when.substring(1);
  }

  /** The picture, where there is one. */
  public Optional<CapturePicture> shown() {
    return picture.filter(CapturePicture::isThere);
  }

  /** Why there is none. */
  public String why() {
    return capture.isEmpty()
        ? "Nothing is kept of the page as it was then."
        : picture.map(it -> "There is no picture: " + it.words() + ".").orElse(EvidencePages.AWAY);
  }

  /** For whoever does not see it. */
  public String alternative() {
    return "The page "
        + when
        + capture.map(it -> ", as it was on " + PageFormat.moment(it.at())).orElse("");
  }
}
