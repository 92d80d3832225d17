package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import signpost.web.browser.PagePicture;
import signpost.web.browser.PictureOutcome;

/** What came of taking a picture, in words; its size in pixels, 0 where there is none. */
@Serdeable
record PictureStatus(String words, int width, int height) {
  static PictureStatus of(PictureOutcome outcome) {
    return outcome instanceof PagePicture picture
        ? new PictureStatus(picture.inWords(), PagePicture.WIDTH, picture.height())
        : new PictureStatus(outcome.inWords(), 0, 0);
  }
}
