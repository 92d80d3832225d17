package signpost.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.url.WebUrl;

/** What one file says, with the places of those ids that must be unique or known in the folder. */
record CatalogueFile(
    Optional<Guide> guide,
    List<Source> sources,
    Map<String, Owner> owners,
    Map<FilePosition, String> ownerReferences,
    Map<FilePosition, WebUrl> pinned,
    Map<String, FilePosition> places) {
  /** A file that says nothing. */
  static final CatalogueFile EMPTY =
      new CatalogueFile(Optional.empty(), List.of(), Map.of(), Map.of(), Map.of(), Map.of());

  CatalogueFile {
    sources = List.copyOf(sources);
    owners = Map.copyOf(owners);
    ownerReferences = Map.copyOf(ownerReferences);
    pinned = Map.copyOf(pinned);
    places = Map.copyOf(places);
  }

  /** Line and column, from 1. */
  record FilePosition(int line, int column) {
    /** Where a file begins. */
    static final FilePosition START = new FilePosition(1, 1);

    /** The place behind a text. */
    static FilePosition after(String text) {
      String rest = text.replace("\r\n", "\n").replace('\r', '\n');
      int line = (int) rest.chars().filter(it -> it == '\n').count() + 1;
      return new FilePosition(line, rest.length() - rest.lastIndexOf('\n'));
    }
  }
}
