package signpost.notifier.listing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import signpost.catalogue.Owner;
import signpost.catalogue.PlacementScope;
import signpost.events.GuideLine;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.notifier.owner.OwnerDirectory.GuideSubscriber;
import signpost.notifier.owner.Owners;

/**
 * Whose business a URL is: pure rules. Whoever is named for a line of a guide, there or by a part
 * that is theirs, is told instead of the guide's owners, who stand in when they do not answer.
 * Where nobody is named it is ops's. Subscribers are told besides.
 */
final class FindingAudience {
  /** The guide of a page that is ours and stands in none. */
  static final String OWN_PAGES = "";

  private final List<Owner> routed;
  private final List<GuideSubscriber> subscribers;

  FindingAudience(List<Owner> routed, List<GuideSubscriber> subscribers) {
    this.routed = routed;
    this.subscribers = subscribers;
  }

  /** An owner's interest in a guide; {@code standsIn} for those who are nearer to it. */
  record GuideSeat(String guide, String owner, boolean standsIn) {}

  static List<String> of(GuideListed guide) {
    return guide.owners().isEmpty() ? List.of(Owners.OPS) : guide.owners();
  }

  Set<GuideSeat> of(
      Optional<ResourceListed> listed,
      List<GuideListed> pageOf,
      Function<String, Optional<GuideListed>> guides) {
    Set<GuideSeat> seats = new LinkedHashSet<>();
    pageOf.stream()
        .filter(GuideListed::ours)
        .forEach(
            guide -> of(guide).forEach(id -> seats.add(new GuideSeat(guide.guide(), id, false))));
    listed
        .filter(resource -> resource.status() != PlacementStatus.UNVERIFIED)
        .ifPresent(resource -> placements(resource, guides, seats));
    listed
        .filter(resource -> resource.ours() && seats.isEmpty())
        .ifPresent(resource ->
            named(resource.owners()).forEach(id -> seats.add(new GuideSeat(OWN_PAGES, id, false))));
    return seats;
  }

  /** Whoever is asked about a line: the nearest to it, and the guide's own who stand in. */
  Set<GuideSeat> of(GuideLine line) {
    Set<GuideSeat> seats = new LinkedHashSet<>();
    seat(line.guide(), nearest(line.guide(), line.section(), line.line()), seats);
    return seats;
  }

  private static void seat(GuideListed guide, Set<String> near, Set<GuideSeat> seats) {
    near.forEach(owner -> seats.add(new GuideSeat(guide.guide(), owner, false)));
    of(guide).stream()
        .filter(owner -> !near.contains(owner))
        .forEach(owner -> seats.add(new GuideSeat(guide.guide(), owner, true)));
  }

  private void placements(
      ResourceListed resource,
      Function<String, Optional<GuideListed>> guides,
      Set<GuideSeat> seats) {
    Set<String> ids = new LinkedHashSet<>();
    resource.placements().stream().map(PlacementRef::guide).forEach(ids::add);
    for (String id : ids) {
      guides
          .apply(id)
          .ifPresentOrElse(
              guide -> inGuide(resource, guide, seats),
              () ->
                  named(resource.owners())
                      .forEach(owner -> seats.add(new GuideSeat(id, owner, false))));
    }
  }

  private void inGuide(ResourceListed resource, GuideListed guide, Set<GuideSeat> seats) {
    Set<String> near = new LinkedHashSet<>();
    Set<String> besides = new LinkedHashSet<>();
    for (GuideSection section : guide.sections()) {
      for (GuidePlacement line : section.placements()) {
        if (line.resource().filter(resource.resource()::equals).isPresent()) {
          near.addAll(nearest(guide, section, line));
          besides.addAll(subscribed(guide, section, line));
        }
      }
    }
    if (near.isEmpty()) {
      near.addAll(of(guide));
    }
    seat(guide, near, seats);
    besides.forEach(owner -> seats.add(new GuideSeat(guide.guide(), owner, false)));
  }

  /** Those named for one line; the guide's own where the line names nobody. */
  private Set<String> nearest(GuideListed guide, GuideSection section, GuidePlacement line) {
    Set<String> named = new LinkedHashSet<>(line.owners());
    routed.stream()
        .filter(owner -> holds(owner.scopes(), guide, section, line))
        .forEach(owner -> named.add(owner.id()));
    return named.isEmpty() ? new LinkedHashSet<>(of(guide)) : named;
  }

  private Set<String> subscribed(GuideListed guide, GuideSection section, GuidePlacement line) {
    Set<String> found = new LinkedHashSet<>();
    subscribers.stream()
        .filter(it -> holds(it.scopes(), guide, section, line))
        .forEach(it -> found.add(it.id()));
    return found;
  }

  private static boolean holds(
      List<PlacementScope> scopes, GuideListed guide, GuideSection section, GuidePlacement line) {
    return scopes.stream().anyMatch(scope -> scope.holds(guide, section, line));
  }

  private static List<String> named(List<String> owners) {
    return owners.isEmpty() ? List.of(Owners.OPS) : owners;
  }
}
