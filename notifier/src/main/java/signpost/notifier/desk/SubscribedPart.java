package signpost.notifier.desk;

import java.util.Optional;
import signpost.catalogue.PlacementScope;
import signpost.notifier.follow.SearchWords;

/** What somebody asks to be told of, as it was typed or stands in a link. */
sealed interface SubscribedPart {
  /** Before the query of a search's address. */
  String SEARCH = "search:";

  /** As long as a signed link can hold beside an address. */
  int LONGEST_SEARCH = 800;

  /** A part of what guides place. */
  record PlacedPart(PlacementScope scope) implements SubscribedPart {
    @Override
    public String toString() {
      return scope.toString();
    }
  }

  /** What newly answers a search; {@code search} as in {@code q=camhs&nation=Wales}. */
  record SearchPart(String search) implements SubscribedPart {
    @Override
    public String toString() {
      return SEARCH + search;
    }
  }

  /** Neither. */
  record UnknownPart(String problem) implements SubscribedPart {}

  static SubscribedPart of(String words) {
    String part = words.strip();
    if (part.startsWith(SEARCH)) {
      return search(part.substring(SEARCH.length()));
    }
    Optional<PlacementScope> scope = PlacementScope.parse(part);
    return scope.isPresent()
        ? new PlacedPart(scope.get())
        : new UnknownPart(
            "Say what you want to be told of, as one of "
                + String.join(", ", PlacementScope.kinds())
                + ".");
  }

  private static SubscribedPart search(String search) {
    if (search.length() > LONGEST_SEARCH) {
      return new UnknownPart("This search is too long to be followed by mail. Use fewer words.");
    }
    try {
      String _ = SearchWords.of(search);
      return new SearchPart(search);
    } catch (IllegalArgumentException _) {
      return new UnknownPart("This search was not copied whole. Follow it from its results.");
    }
  }

  /** When its reader would be written to, as it ends a sentence. */
  static String when(PlacementScope scope) {
    return "when something is wrong with a resource of: " + scope.value();
  }

  /** When its reader would be written to, as it ends a sentence. */
  static String when(String search) {
    return "when a page newly answers the search for " + SearchWords.of(search);
  }
}
