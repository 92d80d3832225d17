package signpost.search.pages;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.search.gate.PageViewer;
import signpost.search.index.PageIndex;
import signpost.search.pages.Frame.Place;

/** Makes the frames of pages. */
@Singleton
final class Frames {
  private final Assets assets;
  private final Telling telling;
  private final PageIndex index;
  private final String site;

  Frames(
      Assets assets,
      Telling telling,
      PageIndex index,
      @Value("${signpost.public-url}") String site) {
    this.site = site.replaceFirst("/+$", "");
    this.assets = assets;
    this.telling = telling;
    this.index = index;
  }

  /** Where these pages live, as mails and feeds name them. */
  String site() {
    return site;
  }

  Frame of(String title, Place place) {
    return frame(title, place, "");
  }

  Frame searched(String title, String searched) {
    return frame(title, Place.SEARCH, searched);
  }

  private Frame frame(String title, Place place, String searched) {
    return new Frame(
        Show.brief(title, 120), place, assets, searched, warning(), PageViewer.isOps());
  }

  private Optional<String> warning() {
    return index.incomplete()
        ? Optional.of("Search is being built anew. For a while not everything can be found.")
        : telling.warning();
  }
}
