package signpost.notifier.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.PlacementStatus;
import signpost.notifier.listing.GuideCheck;
import signpost.url.CanonicalUrl;

/**
 * A resource a guide points to, named once however often the guide does. One confirmed placement of
 * an address confirms it.
 */
record ListedResource(
    String text,
    List<String> sections,
    Optional<CanonicalUrl> address,
    PlacementStatus status,
    Optional<HealthJudged> health) {
  ListedResource {
    sections = List.copyOf(sections);
  }

  /** Everything in a guide, in the guide's order. */
  static List<ListedResource> of(GuideCheck check) {
    Map<String, ListedResource> things = new LinkedHashMap<>();
    for (GuideCheck.CheckedPlacement line : check.lines()) {
      ListedResource thing = of(line);
      String key = thing.address.map(CanonicalUrl::value).orElse("no address: " + thing.text);
      things.merge(key, thing, ListedResource::and);
    }
    return List.copyOf(things.values());
  }

  private static ListedResource of(GuideCheck.CheckedPlacement line) {
    return new ListedResource(
        line.placement().text(),
        line.section().isEmpty() ? List.of() : List.of(line.section()),
        line.placement().resource(),
        line.placement().status(),
        line.health());
  }

  private ListedResource and(ListedResource other) {
    List<String> all = new ArrayList<>(sections);
    other.sections.stream().filter(section -> !all.contains(section)).forEach(all::add);
    boolean confirmed = other.status == PlacementStatus.ACTIVE;
    return new ListedResource(text, all, address, confirmed ? other.status : status, health);
  }

  /** Whether its owners hear of it when it fails. */
  boolean isWatched() {
    return address.isPresent() && status == PlacementStatus.ACTIVE;
  }
}
