package signpost.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import signpost.url.CanonicalUrl;

/** Everything that is watched, and for whom. */
public record Catalogue(List<Guide> guides, List<Source> sources, Map<String, Owner> owners) {
  /** Nothing at all. */
  public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), Map.of());

  public Catalogue {
    guides = List.copyOf(guides);
    sources = List.copyOf(sources);
    owners = Map.copyOf(owners);
  }

  public Optional<Guide> guide(String id) {
    return guides.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** With other guides in the place of some. */
  public Catalogue with(UnaryOperator<Guide> change) {
    return new Catalogue(guides.stream().map(change).toList(), sources, owners);
  }

  /** What is told to the world about it: one entry for each resource and each guide. */
  public CatalogueListings listings() {
    return CatalogueListings.of(this);
  }

  /** Owners whose address is only an example; nobody hears of their findings. */
  public List<Owner> placeholderOwners() {
    return owners.values().stream()
        .filter(Owner::placeholder)
        .sorted(Comparator.comparing(Owner::id))
        .toList();
  }

  /** The resources, by identity, in the guides' order. */
  public SequencedMap<CanonicalUrl, Resource> resources() {
    return listings().resources();
  }

  public Optional<Resource> resource(CanonicalUrl url) {
    return Optional.ofNullable(resources().get(url));
  }
}
