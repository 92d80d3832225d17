package signpost.search.pages;

import java.util.Optional;

/**
 * What every page has around it: its name, where it stands in the navigation, the looks, and what
 * its reader must know before all else. {@code ops}: whether its reader runs Signpost; {@code
 * signedIn}: as whom, where they can sign out.
 */
public record PageFrame(
    String title,
    NavigationEntry place,
    PageAssets assets,
    String searched,
    Optional<String> warning,
    boolean ops,
    Optional<String> signedIn) {

  /** The entry of the navigation that is marked. */
  public enum NavigationEntry {
    SEARCH,
    GUIDES,
    CHANGES,
    OPS,
    CRAWL,
    NOTIFICATIONS,
    AUDIT,
    ELSEWHERE
  }
}
