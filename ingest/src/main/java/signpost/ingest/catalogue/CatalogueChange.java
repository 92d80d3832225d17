package signpost.ingest.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import signpost.events.CanonicalUrl;
import signpost.events.ResourceEvent.GuideListed;

/** What differs between two states of the catalogue: what to list, and what to take away. */
public record CatalogueChange(
    List<Resource> added,
    List<Resource> changed,
    List<CanonicalUrl> removed,
    List<GuideListed> guidesListed,
    List<String> guidesRemoved) {
  public CatalogueChange {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    guidesListed = List.copyOf(guidesListed);
    guidesRemoved = List.copyOf(guidesRemoved);
  }

  /**
   * From what was listed to what is. Where a file could not be read nothing is taken away: its
   * resources may only be missing because of a slip of the pen.
   *
   * @param complete whether the newer state was read whole, as {@link CatalogueLoad#complete} says
   */
  public static CatalogueChange between(Listings before, Listings after, boolean complete) {
    List<Resource> added = new ArrayList<>();
    List<Resource> changed = new ArrayList<>();
    after
        .resources()
        .forEach((url, resource) -> {
          Resource old = before.resources().get(url);
          if (old == null) {
            added.add(resource);
          } else if (!old.equals(resource)) {
            changed.add(resource);
          }
        });
    List<GuideListed> guides =
        after.guides().values().stream()
            .filter(it -> !Objects.equals(it, before.guides().get(it.guide())))
            .toList();
    return new CatalogueChange(
        added,
        changed,
        complete ? missing(before.resources(), after.resources()) : List.of(),
        guides,
        complete ? missing(before.guides(), after.guides()) : List.of());
  }

  private static <K, V> List<K> missing(SequencedMap<K, V> before, SequencedMap<K, V> after) {
    return before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
  }

  public boolean isEmpty() {
    return added.isEmpty()
        && changed.isEmpty()
        && removed.isEmpty()
        && guidesListed.isEmpty()
        && guidesRemoved.isEmpty();
  }
}
