package signpost.ingest.listing;

import java.util.Set;
import java.util.stream.Collectors;
import signpost.events.Event;
import signpost.events.PlacementRef;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.ResourceListed;

/**
 * Finds what a listing has lost since an earlier listing of the same thing: a guide, or the source
 * or guide that marks it as ours. They may be in a file that cannot be read; what one that is there
 * says differently is an edit.
 */
final class ListingLosses {
  private ListingLosses() {}

  static boolean any(Event before, Event now) {
    return switch (now) {
      case ResourceListed it when before instanceof ResourceListed was -> any(was, it);
      case GuideListed it when before instanceof GuideListed was ->
          it.sections().isEmpty() && !was.sections().isEmpty(); // its live page is not read yet
      default -> false;
    };
  }

  private static boolean any(ResourceListed before, ResourceListed now) {
    boolean stillOurs = now.ours() && now.owners().containsAll(before.owners());
    return !guides(now).containsAll(guides(before)) || (before.ours() && !stillOurs);
  }

  private static Set<String> guides(ResourceListed listed) {
    return listed.placements().stream().map(PlacementRef::guide).collect(Collectors.toSet());
  }
}
