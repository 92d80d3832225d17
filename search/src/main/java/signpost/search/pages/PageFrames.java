package signpost.search.pages;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.search.gate.PageViewer;
import signpost.search.index.PageIndex;
import signpost.search.pages.PageFrame.NavigationEntry;

/** Makes the frames of pages. */
@Singleton
public final class PageFrames {
  private final PageAssets assets;
  private final NotifierMode telling;
  private final PageIndex index;
  private final String site;

  PageFrames(
      PageAssets assets,
      NotifierMode telling,
      PageIndex index,
      @Value("${signpost.public-url}") String site) {
    this.site = site.replaceFirst("/+$", "");
    this.assets = assets;
    this.telling = telling;
    this.index = index;
  }

  /** Where these pages live, as mails and feeds name them. */
  public String site() {
    return site;
  }

  public PageFrame of(String title, NavigationEntry place) {
    return frame(title, place, "");
  }

  public PageFrame searched(String title, String searched) {
    return frame(title, NavigationEntry.SEARCH, searched);
  }

  private PageFrame frame(String title, NavigationEntry place, String searched) {
    return new PageFrame(
        PageFormat.brief(title, 120),
        place,
        assets,
        searched,
        warning(),
        PageViewer.isOps(),
        PageViewer.signedIn(),
        PageViewer.hasAddress());
  }

  private Optional<String> warning() {
    return index.incomplete()
        ? Optional.of("Search is being built anew. For a while not everything can be found.")
        : telling.warning();
  }
}
