package signpost.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one file says, with the places of those ids that must be unique or known in the folder. */
record CatalogueFile(
    Optional<Guide> guide,
    List<Source> sources,
    Map<String, Owner> owners,
    Map<Place, String> ownerReferences,
    Map<String, Place> places) {
  CatalogueFile {
    sources = List.copyOf(sources);
    owners = Map.copyOf(owners);
    ownerReferences = Map.copyOf(ownerReferences);
    places = Map.copyOf(places);
  }

  /** Line and column, from 1. */
  record Place(int line, int column) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return line == other.line
          ? Integer.compare(column, other.column)
          : Integer.compare(line, other.line);
    }
  }
}
