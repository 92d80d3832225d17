package signpost.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/**
 * Merges the placements of one resource: owners and labels are joined, the first stated nation
 * counts, and the resource is watched if one placement is active.
 */
final class PlacementMerge {
  private final CanonicalUrl url;
  private final WebUrl request;
  private final List<PlacementRef> placements = new ArrayList<>();
  private final SequencedSet<String> owners = new LinkedHashSet<>();
  private final SequencedSet<String> labels = new LinkedHashSet<>();
  private Optional<String> nation = Optional.empty();
  private Optional<PlacementStatus> status = Optional.empty();
  private boolean ours;

  PlacementMerge(CanonicalUrl url, WebUrl request) {
    this.url = url;
    this.request = request;
  }

  /** The page of a guide or source marked as the owners' own. */
  void ours(List<String> itsOwners) {
    ours = true;
    owners.addAll(itsOwners);
    status = Optional.of(PlacementStatus.ACTIVE);
  }

  void place(Guide guide, Section section, Placement placement, int position) {
    placements.add(new PlacementRef(guide.id(), section.title(), placement.text(), position));
    owners.addAll(placement.owners().isEmpty() ? guide.owners() : placement.owners());
    labels.addAll(placement.labels());
    nation = nation.or(placement::nation);
    status = Optional.of(stronger(status, placement.status()));
  }

  private static PlacementStatus stronger(Optional<PlacementStatus> one, PlacementStatus other) {
    return one.filter(it -> weight(it) > weight(other)).orElse(other);
  }

  /** An active placement is watched whatever others say; "only a person" beats "nobody yet". */
  private static int weight(PlacementStatus status) {
    return switch (status) {
      case ACTIVE -> 2;
      case MANUAL -> 1;
      case UNVERIFIED -> 0;
    };
  }

  Resource resource() {
    return new Resource(
        request,
        new ResourceListed(
            url,
            status.orElse(PlacementStatus.UNVERIFIED),
            placements,
            List.copyOf(owners),
            nation,
            List.copyOf(labels),
            ours));
  }
}
