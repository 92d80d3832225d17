package signpost.search.pages;

/** What every page has around it: its name, where it stands in the navigation, the looks. */
record Frame(String title, Place place, String stylesheet, String searched) {

  /** The entry of the navigation that is marked. */
  enum Place {
    SEARCH,
    GUIDES,
    CHANGES,
    CRAWL,
    ELSEWHERE
  }
}
