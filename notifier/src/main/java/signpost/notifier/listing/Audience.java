package signpost.notifier.listing;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.notifier.owner.Owners;

/** Whose business a URL is: pure rules. Where nobody is named it is ops's. */
final class Audience {
  /** The guide of a page that is ours and stands in none. */
  static final String OWN_PAGES = "";

  private Audience() {}

  /** An owner's interest in a guide. */
  record Seat(String guide, String owner) {}

  static List<String> of(GuideListed guide) {
    return guide.owners().isEmpty() ? List.of(Owners.OPS) : guide.owners();
  }

  static Set<Seat> of(
      Optional<ResourceListed> listed,
      List<GuideListed> pageOf,
      Function<String, Optional<GuideListed>> guides) {
    Set<Seat> seats = new LinkedHashSet<>();
    pageOf.stream()
        .filter(GuideListed::ours)
        .forEach(guide -> of(guide).forEach(id -> seats.add(new Seat(guide.guide(), id))));
    listed
        .filter(resource -> resource.status() != PlacementStatus.UNVERIFIED)
        .ifPresent(resource -> seats.addAll(ofPlacements(resource, guides)));
    listed
        .filter(resource -> resource.ours() && seats.isEmpty())
        .ifPresent(
            resource -> named(resource.owners()).forEach(id -> seats.add(new Seat(OWN_PAGES, id))));
    return seats;
  }

  /** A guide's owners, and those named for this resource alone. */
  private static Set<Seat> ofPlacements(
      ResourceListed resource, Function<String, Optional<GuideListed>> guides) {
    Set<String> ids = new LinkedHashSet<>();
    resource.placements().stream().map(PlacementRef::guide).forEach(ids::add);
    Set<String> own = new LinkedHashSet<>(resource.owners());
    Set<String> ofGuides = new HashSet<>();
    ids.forEach(id -> guides.apply(id).ifPresent(guide -> ofGuides.addAll(guide.owners())));
    own.removeAll(ofGuides);
    Set<Seat> seats = new LinkedHashSet<>();
    for (String id : ids) {
      List<String> owners =
          guides.apply(id).map(Audience::of).orElseGet(() -> named(resource.owners()));
      owners.forEach(owner -> seats.add(new Seat(id, owner)));
      own.forEach(owner -> seats.add(new Seat(id, owner)));
    }
    return seats;
  }

  private static List<String> named(List<String> owners) {
    return owners.isEmpty() ? List.of(Owners.OPS) : owners;
  }
}
