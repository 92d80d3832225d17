package signpost.search.pages;

import jakarta.inject.Singleton;
import signpost.search.pages.Frame.Place;

/** Makes the frames of pages. */
@Singleton
final class Frames {
  private final Stylesheet stylesheet;

  Frames(Stylesheet stylesheet) {
    this.stylesheet = stylesheet;
  }

  Frame of(String title, Place place) {
    return new Frame(Show.brief(title, 120), place, stylesheet.name(), "");
  }

  Frame searched(String title, String searched) {
    return new Frame(Show.brief(title, 120), Place.SEARCH, stylesheet.name(), searched);
  }
}
