package signpost.search.pages;

import java.util.Optional;

/**
 * What every page has around it: its name, where it stands in the navigation, the looks, and what
 * its reader must know before all else. {@code ops}: whether its reader runs Signpost; {@code
 * signedIn}: as whom, where they can sign out; {@code own}: whether they may have a page of their
 * own.
 */
public record PageFrame(
    String title,
    NavigationEntry place,
    PageAssets assets,
    String searched,
    Optional<String> warning,
    boolean ops,
    Optional<String> signedIn,
    boolean own) {

  /** The entry of the navigation that is marked. */
  public enum NavigationEntry {
    SEARCH,
    GUIDES,
    CHANGES,
    YOURS,
    OPS,
    CRAWL,
    NOTIFICATIONS,
    AUDIT,
    ELSEWHERE
  }
}
