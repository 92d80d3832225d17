package signpost.notifier.desk;

import java.util.Optional;
import signpost.catalogue.PlacementScope;

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
    return new SearchPart(search);
  }
}
