package signpost.search.pages;

import jakarta.inject.Singleton;
import signpost.search.pages.Frame.Place;

/** Makes the frames of pages. */
@Singleton
final class Frames {
  private final Stylesheet stylesheet;
  private final Telling telling;

  Frames(Stylesheet stylesheet, Telling telling) {
    this.stylesheet = stylesheet;
    this.telling = telling;
  }

  Frame of(String title, Place place) {
    return frame(title, place, "");
  }

  Frame searched(String title, String searched) {
    return frame(title, Place.SEARCH, searched);
  }

  private Frame frame(String title, Place place, String searched) {
    return new Frame(Show.brief(title, 120), place, stylesheet.name(), searched, telling.warning());
  }
}
